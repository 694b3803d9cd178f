import { createReadStream } from "node:fs";
import { access, constants, stat } from "node:fs/promises";
import { UserError } from "../model/errors.ts";
import { linesOf } from "./input-lines.ts";

/** Opens a command's input: a file, or standard input when it is absent or "-". Throws a UserError for a file that is not there. */
export async function openInput(file: string | undefined): Promise<NodeJS.ReadableStream> {
  if (file === undefined || file === "-") return process.stdin;
  const found = await stat(file).catch(() => undefined);
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!found || found.isDirectory() || !readable)
    throw new UserError("usage", `${file} is not a file that can be read; name another, or "-" for standard input.`);
  return createReadStream(file);
}

/** All bytes of an input. */
export async function readAll(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Writes one record as a line and waits while the reader is slower than we are, so that memory does not grow. */
export async function writeRecord(record: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(record)}\n`))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
}

/** A record that cannot be handled, with a stable code. */
export class BadRecord extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The loop of every plain command: each JSON line in gives `handle`'s record out, in order; `undefined` writes nothing. A bad line
 * gives a record with its `id` and `error` in its place, the rest is still done, and the exit status becomes 1. `refuse` is told of a bad line
 * where its record cannot be written at once.
 */
export async function mapJsonLines(
  input: NodeJS.ReadableStream,
  handle: (record: Readonly<Record<string, unknown>>) => unknown,
  refuse: typeof writeError = writeError,
): Promise<void> {
  for await (const line of linesOf(input)) {
    if (typeof line === "string" && line.trim() === "") continue;
    let id: unknown;
    try {
      if (typeof line !== "string") throw new BadRecord("too-long", `The line has more than ${line.maxBytes} bytes.`);
      const record = parseRecord(line);
      id = record.id;
      const answer = await handle(record);
      if (answer !== undefined) await writeRecord(answer);
    } catch (error) {
      const code = error instanceof BadRecord ? error.code : "internal";
      const message = error instanceof Error ? error.message : String(error);
      await refuse(code, message, id);
    }
  }
}

/** Writes an error in the place of a record, with the input's id where there is one; the exit status becomes 1. */
export async function writeError(code: string, message: string, id?: unknown): Promise<void> {
  process.exitCode = 1;
  await writeRecord({ ...(id !== undefined && { id }), error: { code, message } });
}

/** The loop of commands that make one thing of all records: bad ones are written as errors in order of meeting, the rest is still used. */
export function readRecords(
  input: NodeJS.ReadableStream,
  take: (record: Readonly<Record<string, unknown>>) => void,
): Promise<void> {
  return mapJsonLines(input, (record) => {
    take(record);
    return undefined;
  });
}

function parseRecord(line: string): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new BadRecord("bad-json", "The line is not JSON.");
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new BadRecord("bad-record", "The line is not a JSON object.");
  return parsed as Readonly<Record<string, unknown>>;
}

/** A string field of a record; throws a BadRecord that names the field when it is missing or of another type. */
export function stringField(record: Readonly<Record<string, unknown>>, name: string): string {
  const value = record[name];
  if (typeof value !== "string") throw new BadRecord("bad-record", `The field "${name}" must be a string.`);
  return value;
}
