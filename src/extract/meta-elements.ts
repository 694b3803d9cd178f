/** What a page's meta elements say, by lower-case name; the first of a name counts. */
export type MetaElements = (...names: readonly string[]) => string | undefined;

/** Meta elements that are read; pages with more are made by mistake. */
const maxElements = 1_000;
const maxLength = 1_000;

/** Reads the meta elements by property, name, itemprop and http-equiv; one element may have several names ("og:title twitter:title"). */
export function readMetaElements(document: Document): MetaElements {
  const values = new Map<string, string>();
  for (const element of [...document.querySelectorAll("meta[content]")].slice(0, maxElements)) {
    const value = (element.getAttribute("content") ?? "").replace(/\s+/g, " ").trim().slice(0, maxLength);
    const names = ["property", "name", "itemprop", "http-equiv"].map((attribute) => element.getAttribute(attribute));
    for (const name of names.join(" ").toLowerCase().split(/\s+/).slice(0, 20))
      if (name !== "" && value !== "" && !values.has(name)) values.set(name, value);
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined);
}
