/** The prefixes this stage knows its vocabularies by, whatever prefix a feed gives them. RSS itself has none. */
const vocabularies: readonly (readonly [prefix: string, namespaces: readonly string[]])[] = [
  ["atom", ["www.w3.org/2005/atom", "purl.org/atom/ns#", "purl.org/atom/ns", "example.com/newformat#"]],
  [
    "",
    [
      "purl.org/rss/1.0",
      "my.netscape.com/rdf/simple/0.9",
      "channel.netscape.com/rdf/simple/0.9",
      "my.netscape.com/publish/formats/rss-0.91.dtd",
      "backend.userland.com/rss",
      "backend.userland.com/rss2",
      "backend.userland.com/rss091",
      "blogs.law.harvard.edu/tech/rss",
      "purl.org/net/rss1.1#",
      "www.rssboard.org/rss-specification",
    ],
  ],
  ["rdf", ["www.w3.org/1999/02/22-rdf-syntax-ns#"]],
  ["dc", ["purl.org/dc/elements/1.1", "purl.org/dc/elements/1.0"]],
  ["dcterms", ["purl.org/dc/terms"]],
  ["content", ["purl.org/rss/1.0/modules/content"]],
  ["media", ["search.yahoo.com/mrss", "www.rssboard.org/media-rss"]],
  ["itunes", ["www.itunes.com/dtds/podcast-1.0.dtd", "example.com/dtds/podcast-1.0.dtd"]],
  ["xhtml", ["www.w3.org/1999/xhtml"]],
  ["xml", ["www.w3.org/xml/1998/namespace"]],
];

const prefixOf = new Map(vocabularies.flatMap(([prefix, namespaces]) => namespaces.map((uri) => [uri, prefix])));

/** The prefix a namespace goes by here, or undefined for one we do not read. Scheme, case and a slash at the end do not matter. */
export function knownPrefix(namespace: string): string | undefined {
  return prefixOf.get(
    namespace
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/\/+$/, ""),
  );
}

/** Prefixes in scope: the feed's own prefix ("" for the default namespace) to what we call it. */
export type NamespaceScope = ReadonlyMap<string, string>;

/**
 * The scope inside an element, from the namespaces its attributes declare. A default namespace nobody knows counts as none on the
 * root element, where feeds put addresses of their own making, and as a foreign vocabulary further in.
 */
export function scopeWithin(
  scope: NamespaceScope,
  attributes: Readonly<Record<string, string>>,
  isRoot: boolean,
): NamespaceScope {
  let inner: Map<string, string> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = name === "xmlns" ? "" : name.startsWith("xmlns:") ? name.slice(6).toLowerCase() : undefined;
    if (prefix === undefined) continue;
    inner ??= new Map(scope);
    const foreign = prefix === "" ? (isRoot || value === "" ? "" : "foreign") : prefix;
    inner.set(prefix, knownPrefix(value) ?? foreign);
  }
  return inner ?? scope;
}

/** A name as this stage calls it: `<r:creator xmlns:r="…/dc/elements/1.1/">` is "dc:creator", RSS's own `<Title>` is "title". */
export function canonicalName(rawName: string, scope: NamespaceScope): string {
  const name = rawName.toLowerCase();
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  // A prefix that is declared nowhere means what it usually means.
  const known = scope.get(prefix) ?? prefix;
  const local = name.slice(colon + 1);
  return known === "" ? local : `${known}:${local}`;
}
