import { decodeHTMLStrict } from "entities";
import { ingestParameters as limits } from "./parameters.ts";

/** Replaces the character and entity references of a piece of a document. */
export type EntityDecoder = (text: string) => string;

/**
 * The decoder for one document: numbers, the names of XML and of HTML (feeds use "&eacute;" without declaring it), and the names the
 * internal subset of its DOCTYPE declares. What is no reference stays as it is. Declared entities are not expanded within each other, and all
 * their uses together bring a bounded number of characters, so "a billion laughs" end after a few.
 */
export function entityDecoder(subset: string): EntityDecoder {
  const declared = declaredEntities(subset);
  let left: number = limits.maxEntityCharacters;
  const own = (reference: string, name: string) => {
    const value = declared.get(name);
    if (value === undefined) return reference;
    left -= value.length;
    return left >= 0 ? value : "";
  };
  return (text) => {
    if (!text.includes("&")) return text;
    const expanded = declared.size > 0 ? text.replace(/&([\w.:-]{1,64});/g, own) : text;
    return decodeHTMLStrict(expanded);
  };
}

function declaredEntities(subset: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, double, single] of subset.matchAll(
    /<!ENTITY\s{1,20}([\w.:-]{1,64})\s{1,20}(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (entities.size >= limits.maxEntities) break;
    const value = double ?? single ?? "";
    // The five names of XML cannot be given another meaning.
    if (name !== undefined && value.length <= limits.maxEntityLength && !/^(?:amp|lt|gt|quot|apos)$/.test(name))
      entities.set(name, value);
  }
  return entities;
}

/** A document without its document type declaration, and that declaration's internal subset ("" where there is none). */
export function splitDoctype(document: string): { text: string; subset: string } {
  const head = document.slice(0, limits.maxDoctypeLength);
  const start = head.search(/<!DOCTYPE\s/i);
  if (start < 0) return { text: document, subset: "" };
  const plain = /^[^[<>]*>/.exec(head.slice(start + 2));
  if (plain) return { text: document.slice(0, start) + document.slice(start + 2 + plain[0].length), subset: "" };
  const opened = head.indexOf("[", start);
  const closed = opened < 0 ? -1 : head.slice(opened).search(/\]\s{0,20}>/);
  if (closed < 0) return { text: document, subset: "" };
  const end = document.indexOf(">", opened + closed) + 1;
  return { text: document.slice(0, start) + document.slice(end), subset: head.slice(opened + 1, opened + closed) };
}
