import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One file of an archive. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The plain files of a .tar.gz in their order (POSIX ustar, GNU and pax long names). Reads the whole archive into memory. */
export function readTarGz(file: string): ArchivedFile[] {
  const archive = gunzipSync(readFileSync(file));
  const files: ArchivedFile[] = [];
  let longName: string | undefined;
  for (let at = 0; at + 512 <= archive.length; ) {
    const header = archive.subarray(at, at + 512);
    const name = field(header, 0, 100);
    if (name === "") break;
    const size = Number.parseInt(field(header, 124, 12), 8) || 0;
    const kind = String.fromCharCode(header[156] ?? 0);
    const bytes = archive.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
    if (kind === "L") longName = field(bytes, 0, bytes.length);
    else if (kind === "x") longName = /^\d+ path=(.*)$/m.exec(bytes.toString("utf8"))?.[1];
    else {
      const prefix = field(header, 345, 155);
      if (kind === "0" || kind === "\0") files.push({ path: longName ?? (prefix ? `${prefix}/${name}` : name), bytes });
      longName = undefined;
    }
  }
  return files;
}

function field(block: Uint8Array, start: number, length: number): string {
  const bytes = block.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end))
    .toString("utf8")
    .trim();
}
