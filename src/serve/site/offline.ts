import { readFileSync } from "node:fs";
import type { Context } from "hono";
import type { SiteEdition } from "../site-edition.ts";
import { siteIcon } from "./site-icon.ts";

const worker = readFileSync(new URL("worker.js", import.meta.url), "utf8");

/** GET /worker.js: the service worker. It stands at the root of the site, since it may keep only what lies below itself. */
export async function showWorker(context: Context): Promise<Response> {
  return context.body(worker, 200, { "content-type": "text/javascript; charset=utf-8" });
}

/** GET /manifest.webmanifest: what the site is called and looks like as an app (W3C Web Application Manifest). Addresses are relative to it. */
export async function showManifest(context: Context, { edition }: SiteEdition): Promise<Response> {
  const manifest = {
    name: edition.title,
    short_name: edition.title,
    lang: edition.language,
    start_url: "./",
    scope: "./",
    display: "standalone",
    // Of the light page, as in tokens.css.
    background_color: "#fcfaf6",
    theme_color: "#fcfaf6",
    icons: [{ src: siteIcon, sizes: "any", type: "image/svg+xml" }],
  };
  return context.body(`${JSON.stringify(manifest)}\n`, 200, { "content-type": "application/manifest+json" });
}
