/** Text as it was meant, and the encoding that gave it (a WHATWG name in lower case, or utf-32le, utf-32be). */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** The charset of the content type, where the bytes contradict it. */
  readonly disbelieved?: string;
}

/** How far into a document its own declaration of an encoding is looked for: the HTML standard reads 1024 bytes, real pages need more. */
const declarationBytes = 4096;
/** With no more broken bytes than this share of the non-ASCII ones, a document is UTF-8 with an accident in it, not something else. */
const maxBrokenShare = 0.2;

/**
 * The text of a document of unknown encoding. Tried in turn: the byte order mark, the charset of the content type, the XML
 * declaration, the HTML meta element, UTF-8, windows-1252. A label that is unknown, or that the bytes contradict, is passed over:
 * servers say "iso-8859-1" of UTF-8 every day. Total: any bytes give a text.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): DecodedText {
  const decoded = decode(bytes, contentType);
  const label = charsetOf(contentType);
  const said = label === undefined ? undefined : encodingOf(label);
  // Eight-bit encodings agree on ASCII, so nobody is hurt by the wrong one of them there.
  const differs = said !== undefined && said !== decoded.encoding && /[\u0080-\uffff]/.test(decoded.text);
  return differs && label !== undefined ? { ...decoded, disbelieved: label } : decoded;
}

function decode(bytes: Uint8Array, contentType: string | undefined): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(marked.encoding, bytes.subarray(marked.length));
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(wide, bytes);
  const head = decodeAs("windows-1252", bytes.subarray(0, declarationBytes)).text;
  const declared = [charsetOf(contentType), xmlEncoding(head), metaCharset(head)].flatMap((label) =>
    label === undefined ? [] : (encodingOf(label) ?? []),
  );
  const utf8 = strictly("utf-8", bytes);
  for (const encoding of declared) {
    // Any bytes are windows-1252, so that label proves nothing; several valid UTF-8 sequences do.
    if (encoding === "windows-1252" && utf8 !== undefined && utf8.length < bytes.length) continue;
    const text = strictly(encoding, bytes);
    if (text !== undefined) return { text, encoding };
  }
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };
  const fallback = declared.find((encoding) => encoding !== "utf-8");
  if (fallback !== undefined) return decodeAs(fallback, bytes);
  return mostlyUtf8(bytes) ? decodeAs("utf-8", bytes) : decodeAs("windows-1252", bytes);
}

const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe, 0, 0], "utf-32le"],
  [[0, 0, 0xfe, 0xff], "utf-32be"],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  for (const [mark, encoding] of marks)
    if (mark.every((byte, i) => bytes[i] === byte)) return { encoding, length: mark.length };
  return undefined;
}

/** UTF-16 or UTF-32 without a mark, known by where the zero bytes stand around the first character, which is "<", "{" or a space. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? "0" : "x")).join("");
  return { x000: "utf-32le", "000x": "utf-32be", x0x0: "utf-16le", "0x0x": "utf-16be" }[zeros];
}

function charsetOf(contentType: string | undefined): string | undefined {
  return contentType && /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
}

function xmlEncoding(head: string): string | undefined {
  return /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1];
}

function metaCharset(head: string): string | undefined {
  return /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}

/** Names that feeds use and the encoding standard does not know. */
const otherNames: Readonly<Record<string, string>> = {
  "utf-32": "utf-8",
  "latin-1": "windows-1252",
  "cp-1252": "windows-1252",
  ansi: "windows-1252",
  "gb-2312": "gbk",
  cp936: "gbk",
  cp949: "euc-kr",
  cp932: "shift_jis",
};

/**
 * The encoding a label stands for. Sixteen-bit and wider ones are not believed here: their bytes would have shown it already, so
 * what says "utf-16" and has no zero bytes is eight-bit text.
 */
function encodingOf(label: string): string | undefined {
  const plain = label.toLowerCase();
  for (const name of [plain, plain.replaceAll("_", "-"), otherNames[plain.replaceAll("_", "-")]]) {
    if (name === undefined) continue;
    try {
      const { encoding } = new TextDecoder(name);
      return encoding.startsWith("utf-16") || encoding === "replacement" ? undefined : encoding;
    } catch {
      // Not a name the platform knows: the next spelling is tried, then the next declaration.
    }
  }
  return undefined;
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return printable(encoding, new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): DecodedText {
  if (encoding === "utf-32le" || encoding === "utf-32be")
    return { text: decodeUtf32(bytes, encoding === "utf-32le"), encoding };
  return { text: printable(encoding, new TextDecoder(encoding).decode(bytes)), encoding };
}

/** What windows-1252 has at 0x80 to 0x9f, in order. */
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Some releases of Node decode windows-1252 as if it were ISO 8859-1: its quotation marks come out as control characters. */
function printable(encoding: string, text: string): string {
  return encoding === "windows-1252" ? mendC1(text) : text;
}

/** A text whose control characters 0x80 to 0x9f are what windows-1252 has there; no text means the controls. */
export function mendC1(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const point = view.getUint32(i, littleEndian);
    const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    parts.push(valid ? String.fromCodePoint(point) : "\ufffd");
  }
  return parts.join("");
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  let beyondAscii = 0;
  for (const byte of bytes) if (byte > 127) beyondAscii++;
  let broken = 0;
  for (const character of new TextDecoder().decode(bytes)) if (character === "\ufffd") broken++;
  return broken <= beyondAscii * maxBrokenShare;
}
