import { Parser } from "htmlparser2";
import { ingestParameters as limits } from "./parameters.ts";
import { resolveUrl } from "./urls.ts";
import { type EntityDecoder, entityDecoder, splitDoctype } from "./xml-entities.ts";
import { canonicalName, type NamespaceScope, scopeWithin } from "./xml-names.ts";

/** An element of a document, its names settled, its text decoded once. */
export interface XmlElement {
  /** The name as this stage calls it ("title", "dc:creator", "atom:link"). */
  readonly name: string;
  /** The name as the document has it, in lower case. */
  readonly rawName: string;
  /** By lower-case names as the document has them; values are decoded. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  /** What relative addresses inside are relative to: xml:base, else the document's address. */
  readonly base?: string;
  /** xml:lang, inherited. */
  readonly language?: string;
  /** The document ended inside it. */
  readonly unfinished: boolean;
}

/** A document as a tree. `root` holds the outermost elements, of which there should be one. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** Why the reading ended early, in words; absent where all was read and closed. */
  readonly cutOff?: string;
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
  unfinished: boolean;
}

class ReadingEnds extends Error {}

/**
 * Reads a document as loosely as feeds need it: unknown entities, bare ampersands, undeclared prefixes, unclosed and crossed elements
 * and a missing end all give a tree. Never throws; depth, size and declared entities are bounded (`ingestParameters`).
 */
export function parseXml(text: string, url?: string): XmlDocument {
  const { text: markup, subset } = splitDoctype(text);
  const builder = new TreeBuilder(entityDecoder(subset), url);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      onclosetag: () => builder.close(),
      ontext: (data) => builder.text(data),
      oncdatastart: () => {
        builder.verbatim = true;
      },
      oncdataend: () => {
        builder.verbatim = false;
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: false },
  );
  let cutOff: string | undefined;
  try {
    parser.write(markup);
    builder.ended = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof ReadingEnds)) throw error;
    cutOff = error.message;
  }
  if (builder.stack.length > 1) for (const element of builder.stack.slice(1)) element.unfinished = true;
  const [root] = builder.stack;
  if (cutOff === undefined && builder.cutShort) cutOff = "The document breaks off before its end.";
  return { root: root ?? emptyRoot(url), ...(cutOff !== undefined && { cutOff }) };
}

function emptyRoot(url: string | undefined): OpenElement {
  return {
    name: "",
    rawName: "",
    attributes: {},
    children: [],
    unfinished: false,
    ...(url !== undefined && { base: url }),
  };
}

class TreeBuilder {
  readonly stack: OpenElement[];
  verbatim = false;
  ended = false;
  cutShort = false;
  private readonly scopes: NamespaceScope[] = [new Map()];
  private nodes = 0;
  private readonly decode: EntityDecoder;

  constructor(decode: EntityDecoder, url: string | undefined) {
    this.decode = decode;
    this.stack = [emptyRoot(url)];
  }

  open(rawName: string, rawAttributes: Record<string, string>): void {
    const parent = this.stack.at(-1);
    if (!parent) return;
    if (this.stack.length > limits.maxDepth)
      throw new ReadingEnds(`Elements are nested more than ${limits.maxDepth} deep; the rest was left out.`);
    this.count();
    const attributes = this.attributesOf(rawAttributes);
    const scope = scopeWithin(this.scopes.at(-1) ?? new Map(), attributes, this.stack.length === 1);
    const base = attributes["xml:base"] === undefined ? parent.base : baseOf(attributes["xml:base"], parent.base);
    const language = attributes["xml:lang"]?.trim() ?? parent.language;
    const element: OpenElement = {
      name: canonicalName(rawName, scope),
      rawName,
      attributes,
      children: [],
      unfinished: false,
      ...(base !== undefined && { base }),
      ...(language !== undefined && { language }),
    };
    parent.children.push(element);
    this.stack.push(element);
    this.scopes.push(scope);
  }

  close(): void {
    if (this.stack.length <= 1) return;
    const element = this.stack.pop();
    this.scopes.pop();
    if (!this.ended || !element) return;
    element.unfinished = true;
    this.cutShort = true;
  }

  text(data: string): void {
    const parent = this.stack.at(-1);
    if (!parent) return;
    this.count();
    const text = data.length > limits.maxTextLength ? data.slice(0, limits.maxTextLength) : data;
    parent.children.push(this.verbatim ? text : this.decode(text));
  }

  private count(): void {
    if (++this.nodes > limits.maxNodes)
      throw new ReadingEnds(`The document has more than ${limits.maxNodes} elements; the rest was left out.`);
  }

  private attributesOf(raw: Readonly<Record<string, string>>): Record<string, string> {
    const attributes: Record<string, string> = {};
    let count = 0;
    for (const [name, value] of Object.entries(raw)) {
      if (++count > limits.maxAttributes) break;
      attributes[name.toLowerCase()] = this.decode(value);
    }
    return attributes;
  }
}

function baseOf(given: string, outer: string | undefined): string | undefined {
  return resolveUrl(given, outer) ?? outer;
}
