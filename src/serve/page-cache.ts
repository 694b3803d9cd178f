import type { MiddlewareHandler } from "hono";
import type { SiteEdition } from "./site-edition.ts";

/** A finished answer. */
interface Kept {
  readonly headers: readonly (readonly [string, string])[];
  readonly etag: string | null;
  /** Bytes, which the server sends as they are; of an ArrayBuffer it would make a stream for each reader. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly until: number;
}

/** Ages on a page are in minutes, and what another process changed may be seen a little later. */
const keptMs = 10_000;
/** Some thousand compressed pages. */
const maxBytes = 48_000_000;
const encodings = ["gzip", "deflate"];

/**
 * Keeps finished pages, compressed and with their ETags, until a story changes, something is posted, or ten seconds have passed: making a
 * page costs ten milliseconds, sending one a tenth of that, and the same page is asked for by many at once. One of them makes it; the others get
 * the one just past its time, or wait for the new one.
 */
export function pageCache({ changes, now }: Pick<SiteEdition, "changes" | "now">): MiddlewareHandler {
  const pages = new Map<string, Kept>();
  const underWay = new Map<string, Promise<void>>();
  let bytes = 0;
  // What was begun before a change must not be kept after it.
  let era = 0;
  const clear = () => {
    pages.clear();
    bytes = 0;
    era++;
  };
  const forget = (key: string) => {
    bytes -= pages.get(key)?.body.byteLength ?? 0;
    pages.delete(key);
  };
  const keep = (key: string, page: Kept) => {
    forget(key);
    pages.set(key, page);
    bytes += page.body.byteLength;
    // A Map is in order of insertion, so the first are the oldest.
    for (const [oldest] of pages) {
      if (bytes <= maxBytes) break;
      forget(oldest);
    }
  };
  changes.subscribe(clear);
  return async (context, next) => {
    const { method, url } = context.req;
    if (method !== "GET") {
      if (method !== "HEAD") clear();
      await next();
      return;
    }
    const accepted = context.req.header("accept-encoding") ?? "";
    const key = `${encodings.filter((one) => accepted.includes(one)).join()} ${url}`;
    const asked = context.req.header("if-none-match");
    const known = pages.get(key);
    if (known && (known.until > now().getTime() || underWay.has(key))) return send(known, asked);
    const maker = underWay.get(key);
    if (maker) {
      await maker;
      const made = pages.get(key);
      if (made && made.until > now().getTime()) return send(made, asked);
    }
    const begun = era;
    let done = () => {};
    underWay.set(
      key,
      new Promise((resolve) => {
        done = resolve;
      }),
    );
    try {
      // A page is made whole, whatever its reader has, so that the next reader can have it too.
      if (asked !== undefined) context.req.raw = withoutCondition(context.req.raw);
      await next();
      const response = context.res;
      if (response.status !== 200 || !isKeepable(response)) return;
      const page: Kept = {
        headers: [...response.headers],
        etag: response.headers.get("etag"),
        body: new Uint8Array(await response.arrayBuffer()),
        until: now().getTime() + keptMs,
      };
      if (begun === era && page.body.byteLength < maxBytes / 8) keep(key, page);
      context.res = send(page, asked);
    } finally {
      underWay.delete(key);
      done();
    }
  };
}

function isKeepable({ headers }: Response): boolean {
  return !headers.has("set-cookie") && !/no-store|private/.test(headers.get("cache-control") ?? "");
}

function withoutCondition(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("if-none-match");
  return new Request(request, { headers });
}

function send({ headers, etag, body }: Kept, asked: string | undefined): Response {
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  if (etag === null || asked === undefined || !matches(asked, etag)) return new Response(body, { headers: all });
  for (const name of ["content-length", "content-encoding", "content-type"]) all.delete(name);
  return new Response(null, { status: 304, headers: all });
}

/** RFC 9110, weak comparison. */
function matches(asked: string, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return asked.trim() === "*" || asked.split(",").some((one) => plain(one) === plain(etag));
}
