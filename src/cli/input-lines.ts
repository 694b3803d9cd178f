/** A line of a file of one record a line is a page of HTML at most; the largest of the public sets has 9 MB. */
const defaultMaxBytes = 64 * 1024 * 1024;

const newline = 0x0a;

/** A line that is longer than anybody's record, and was not kept. */
export interface OverlongLine {
  readonly overlong: true;
  readonly maxBytes: number;
}

/**
 * The lines of UTF-8 input, without their ends ("\n" or "\r\n") and without a byte order mark before the first. Only those ends divide
 * lines: JSON may hold U+2028 and U+2029 as they are. Bytes that are no UTF-8 become U+FFFD.
 *
 * @param maxBytes a longer line is passed over as it comes, and told as overlong in its place
 */
export async function* linesOf(
  input: AsyncIterable<unknown>,
  maxBytes = defaultMaxBytes,
): AsyncGenerator<string | OverlongLine> {
  const decoder = new TextDecoder();
  let pieces: Buffer[] = [];
  let length = 0;
  const keep = (piece: Buffer) => {
    length += piece.length;
    if (length <= maxBytes) pieces.push(piece);
    else pieces = [];
  };
  const take = (): string | OverlongLine => {
    const line = length > maxBytes ? { overlong: true as const, maxBytes } : decoder.decode(Buffer.concat(pieces));
    pieces = [];
    length = 0;
    return typeof line === "string" ? line.replace(/\r$/, "") : line;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Buffer);
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      keep(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < bytes.length) keep(bytes.subarray(start));
  }
  if (length > 0) yield take();
}
