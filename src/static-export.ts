import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Hono } from "hono";

/** What was written. */
export interface StaticExport {
  readonly files: number;
  readonly failed: readonly string[];
}

/** Pages that only make sense while a server answers. Links to them are left out, since they would lead nowhere. */
const dynamic = /^\/(?:search|welcome|api\/|edition\/|events|.*\/events$|.*\/report(?:\?|$))/;
/** What keeps its ending; everything else is a page, in a folder of its own. */
const asset = /\.(?:css|js|xml|json|txt|svg|png|webmanifest|epub)$/;

/**
 * Writes the site as files that any file server can serve: every page that can be reached by links from the front page, its style
 * sheet, scripts and feeds, with links made relative, so that it also works in a folder of another site.
 *
 * @param onPage is told how many files are written
 */
export async function exportStaticSite(
  site: Pick<Hono, "request">,
  folder: string,
  options: { readonly onPage?: (files: number) => void; readonly signal?: AbortSignal } = {},
): Promise<StaticExport> {
  const seen = new Set(["/"]);
  const failed: string[] = [];
  let files = 0;
  // A set grows while it is walked, so this follows links as they are found.
  for (const address of seen) {
    if (options.signal?.aborted) break;
    const response = await site.request(`http://localhost${address}`);
    if (response.status >= 300 && response.status < 400) {
      const target = ownAddress(response.headers.get("location") ?? "", address);
      if (target !== undefined) seen.add(target);
      continue;
    }
    if (!response.ok) {
      failed.push(address);
      continue;
    }
    const file = join(folder, ...fileOf(address).split("/").map(nameOf));
    await mkdir(dirname(file), { recursive: true });
    if (response.headers.get("content-type")?.startsWith("text/html")) {
      const html = await response.text();
      for (const link of linksOf(html)) {
        const target = ownAddress(link, address);
        if (target !== undefined && !dynamic.test(target)) seen.add(target);
      }
      await writeFile(file, relativeLinks(html, address));
    } else await writeFile(file, new Uint8Array(await response.arrayBuffer()));
    files++;
    options.onPage?.(files);
  }
  return { files, failed };
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="(\/[^"]*)"/g)].map((match) => String(match[1]).replaceAll("&amp;", "&"));
}

/** A link of this site as it is asked for: its path, and of its query the page of a list alone. Undefined for other sites. */
function ownAddress(link: string, from: string): string | undefined {
  if (!URL.canParse(link, `http://localhost${from}`)) return undefined;
  const url = new URL(link, `http://localhost${from}`);
  if (url.host !== "localhost") return undefined;
  const page = url.searchParams.get("page");
  return page === null ? url.pathname : `${url.pathname}?page=${encodeURIComponent(page)}`;
}

/** "/story/x" -> "story/x/index.html", "/sources?page=2" -> "sources/page-2/index.html"; still as it stands in an address. */
function fileOf(address: string): string {
  const [path = "", query] = address.slice(1).split("?page=");
  if (query !== undefined) return `${path}/page-${query}/index.html`;
  return asset.test(path) ? path : `${path === "" ? "" : `${path}/`}index.html`;
}

/** A part of an address as the name that a file server looks for. None leads out of the folder. */
function nameOf(part: string): string {
  const name = decodeURIComponent(part).replaceAll("\u0000", "");
  return /^\.*$/.test(name) || /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(name) ? "_" : name;
}

function relativeLinks(html: string, address: string): string {
  const up = "../".repeat(fileOf(address).split("/").length - 1) || "./";
  return (
    html
      // What only a server can answer is not asked for.
      .replace(/<form\s[^>]*method="get"[^>]*>.*?<\/form>/gs, "")
      .replace(/<a\s[^>]*?href="(\/[^"]*)"[^>]*>.*?<\/a>/gs, (link, target: string) =>
        dynamic.test(target) ? "" : link,
      )
      .replace(/(\s(?:href|src|action)=")(\/(?!\/)[^"]*)"/g, (_, before: string, link: string) => {
        const target = ownAddress(link.replaceAll("&amp;", "&"), address) ?? "/";
        const [, fragment] = link.split("#");
        return `${before}${up}${fileOf(target)}${fragment === undefined ? "" : `#${fragment}`}"`;
      })
  );
}
