import type { Context } from "hono";
import type { SiteEdition } from "./site-edition.ts";

/** The sub-path of the address readers use, without a slash at its end: "/backstory", or "" at the root of a host. */
export function subPathOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/+$/, "");
}

/** Makes absolute addresses: of the public address where the edition has one, else of the host that was asked. */
export function publicAddress(context: Context, { edition }: Pick<SiteEdition, "edition">): (path: string) => string {
  const base = edition.publicUrl?.replace(/\/+$/, "") ?? new URL(context.req.url).origin;
  return (path) => base + path;
}
