type Json = Readonly<Record<string, unknown>>;

/** A schema.org node of a page's JSON-LD, with its references followed. Every value is a stranger's word. */
export interface JsonLdNode {
  /** The first of its types that is an article's, e.g. "OpinionNewsArticle". */
  readonly type?: string;
  /** A text property as it stands, white space folded; undefined where it is something else. */
  text(property: string): string | undefined;
  /** The names of the persons or bodies a property refers to. */
  names(property: string): readonly string[];
  /** The address of an image or another thing a property refers to, the first of several. */
  address(property: string): string | undefined;
  /** True where the property is false, as a boolean or a word, of the article or of a part of it. */
  denies(property: string): boolean;
}

const articleTypes = /(?:Article|BlogPosting|SocialMediaPosting|Report)$/;
/** Levels of arrays, graphs and entities that are looked through; real pages have three. */
const maxDepth = 4;
const maxNodes = 500;

/** The node that describes the article, wherever the page hides it (an array, an @graph, a mainEntity). Broken JSON-LD counts as absent. */
export function findArticleNode(document: Document): JsonLdNode | undefined {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    nodesOf(parse(script.textContent ?? ""), 0),
  );
  const byId = new Map(nodes.flatMap((node) => (typeof node["@id"] === "string" ? [[node["@id"], node]] : [])));
  const found = nodes.find((node) => typeOf(node) !== undefined);
  return found && openNode(found, byId);
}

function parse(script: string): unknown {
  // Raw line breaks inside strings are the usual fault; outside of them they are white space anyway.
  const json = script.replace(/\p{Cc}+/gu, " ").replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, "");
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function nodesOf(value: unknown, depth: number): Json[] {
  if (depth > maxDepth || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, maxNodes).flatMap((one) => nodesOf(one, depth + 1));
  const node = value as Json;
  return [node, ...nodesOf(node["@graph"], depth + 1), ...nodesOf(node.mainEntity, depth + 1)].slice(0, maxNodes);
}

function typeOf(node: Json): string | undefined {
  return listOf(node["@type"]).find((type): type is string => typeof type === "string" && articleTypes.test(type));
}

function openNode(node: Json, byId: ReadonlyMap<unknown, Json>): JsonLdNode {
  const resolve = (value: unknown) =>
    isNode(value) && value.name === undefined && value.url === undefined ? (byId.get(value["@id"]) ?? value) : value;
  const texts = (property: string, ...keys: readonly string[]) =>
    listOf(node[property])
      .slice(0, maxNodes)
      .map(resolve)
      .flatMap((one) => (isNode(one) ? keys.map((key) => one[key]) : [one]))
      .flatMap((one) => plain(one) ?? []);
  const type = typeOf(node);
  return {
    ...(type !== undefined && { type }),
    text: (property) => plain(node[property]),
    names: (property) => texts(property, "name"),
    address: (property) => texts(property, "url", "contentUrl")[0],
    denies: (property) =>
      [node, ...listOf(node.hasPart).slice(0, maxNodes).filter(isNode)].some((one) =>
        /^false$/i.test(String(one[property] ?? "")),
      ),
  };
}

function isNode(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function plain(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return value.replace(/\s+/g, " ").trim().slice(0, 1000) || undefined;
}
