import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A file of the site that browsers may keep for a year: its address changes with its content. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

/** In the order of the cascade. */
const styles = ["tokens", "frame", "listings", "story", "evidence", "compare", "live", "daily", "own", "desk", "print"];

/** The one style sheet, at `/style-<hash>.css`. */
export const styleSheet: Asset = asset(
  "style",
  "css",
  "text/css; charset=utf-8",
  withoutComments(styles.map((name) => read(`style/${name}.css`)).join("\n")),
);

/** Makes reading a little better where a browser runs scripts; nothing needs it. At `/reading-<hash>.js`. */
export const readingScript: Asset = asset("reading", "js", "text/javascript; charset=utf-8", read("reading.js"));

/** What a reader has read, follows and chose; kept in the browser alone. At `/own-<hash>.js`. */
export const ownScript: Asset = asset("own", "js", "text/javascript; charset=utf-8", read("own.js"));

/** The few lines of it that run before a page is drawn. At `/early-<hash>.js`. */
export const earlyScript: Asset = asset("early", "js", "text/javascript; charset=utf-8", read("early.js"));

export const assets: readonly Asset[] = [styleSheet, readingScript, ownScript, earlyScript];

function asset(name: string, ending: string, type: string, body: string): Asset {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 10);
  return { path: `/${name}-${hash}.${ending}`, type, body };
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

/** Our own sheets have no string with a comment in it, so this is safe on them. */
function withoutComments(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}
