import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Hono } from "hono";

/** What was written. */
export interface StaticExport {
  readonly files: number;
  readonly failed: readonly string[];
}

/** Pages that only make sense while a server answers. */
const dynamic = /^\/(?:search|welcome|api\/|edition\/|events|.*\/events$)/;

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
  for (const path of seen) {
    if (options.signal?.aborted) break;
    const response = await site.request(`http://localhost${path}`);
    if (response.status >= 300 && response.status < 400) {
      const target = localPath(response.headers.get("location") ?? "", path);
      if (target !== undefined) seen.add(target);
      continue;
    }
    if (!response.ok) {
      failed.push(path);
      continue;
    }
    const type = response.headers.get("content-type") ?? "";
    const file = join(folder, fileOf(path, type));
    await mkdir(dirname(file), { recursive: true });
    if (type.startsWith("text/html")) {
      const html = await response.text();
      for (const link of linksOf(html)) {
        const target = localPath(link, path);
        if (target !== undefined && !dynamic.test(target)) seen.add(target);
      }
      await writeFile(file, relativeLinks(html, path));
    } else await writeFile(file, new Uint8Array(await response.arrayBuffer()));
    options.onPage?.(++files);
  }
  return { files, failed };
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="(\/[^"]*)"/g)].map((match) => String(match[1]).replaceAll("&amp;", "&"));
}

/** The path of a link on this site, without its query and fragment; undefined for other sites. */
function localPath(link: string, from: string): string | undefined {
  if (!URL.canParse(link, `http://localhost${from}`)) return undefined;
  const url = new URL(link, `http://localhost${from}`);
  return url.host === "localhost" ? decodeURI(url.pathname) : undefined;
}

/** "/story/x" -> "story/x/index.html"; what has an ending of its own keeps it. */
function fileOf(path: string, type: string): string {
  if (!type.startsWith("text/html")) return path.slice(1);
  return join(path.slice(1), "index.html");
}

function relativeLinks(html: string, path: string): string {
  const up = "../".repeat(path.split("/").filter(Boolean).length) || "./";
  return html.replace(/(\s(?:href|src|action)=")\/(?!\/)([^"]*)"/g, (_, before: string, rest: string) => {
    const [target = "", ...suffix] = rest.split(/(?=[?#])/);
    const page = target === "" ? "index.html" : /\.\w{2,8}$/.test(target) ? target : `${target}/index.html`;
    return `${before}${up}${page}${suffix.filter((part) => part.startsWith("#")).join("")}"`;
  });
}
