import { ingestParameters as limits } from "./parameters.ts";

/**
 * The absolute http or https address that a link in a feed means, or undefined where it means none: a script, a mail address, a
 * relative link without a base. Spaces and line breaks around and within it are dropped, as browsers do.
 */
export function resolveUrl(link: string | undefined, base?: string): string | undefined {
  const given = link?.trim();
  if (!given || given.length > limits.maxUrlLength) return undefined;
  for (const root of [undefined, base]) {
    if (!URL.canParse(given, root)) continue;
    const url = new URL(given, root);
    if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
    if (url.hostname === "") return undefined;
    return asGiven(given, url, root === undefined);
  }
  return undefined;
}

/** An address that was absolute stays as the feed has it, letter by letter, where it is one; it may be somebody's identity. */
function asGiven(given: string, url: URL, absolute: boolean): string {
  return absolute && /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(given) && !/[^\x21-\x7e]/.test(given) ? given : url.href;
}
