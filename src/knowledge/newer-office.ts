import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { EntityId } from "../model/entity.ts";
import { alike, offersOf, type ToldDescription } from "./describe-from-text.ts";
import type { FactSentence } from "./load-facts.ts";

/** Offices the base of facts tells of. */
const office =
  /\b(?:President|Prime Minister|Premier|Chancellor|Minister|Secretary|Governor|Mayor|Senator|Speaker|Ambassador|Commissioner)\b/;
const isPast = /^former\b/i;
/** So many independent origins have to agree before the base of facts is contradicted. */
const leastOrigins = 2;

export interface OfficeQuestion {
  readonly name: string;
  readonly entityId: EntityId;
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  /** Which articles are of one origin; an article that is not there is of its outlet. */
  readonly origins: ReadonlyMap<ArticleId, string>;
}

/**
 * The office that reports newer than the base of facts, of two origins or more, agree on where the base says another: one he has now, or that the one
 * the base gives is over. Undefined where they bear the base out, or do not agree.
 */
export function newerOffice(
  { name, entityId, articles, annotations, origins }: OfficeQuestion,
  { text: fact, asOf }: FactSentence,
): (ToldDescription & { readonly asOf: string }) | undefined {
  if (asOf === undefined) return undefined;
  const newer = articles.filter(({ publishedAt }) => publishedAt.slice(0, asOf.length) > asOf);
  const told = offersOf(name, entityId, newer, annotations).filter(({ text }) => office.test(text));
  // "President Venn" bears "President of Kestria" out; "former health minister" says nothing of what a prime minister is today.
  const against = told.filter(({ text }) => isPast.test(text) === alike(text, fact));
  const bearOut = told.length - against.length;
  for (const one of against) {
    const agreeing = against.filter(({ text }) => isPast.test(text) === isPast.test(one.text) && alike(text, one.text));
    const from = agreeing.map(({ citation: { articleId } }) => newer.find(({ id }) => id === articleId));
    const count = new Set(from.map((article) => article && (origins.get(article.id) ?? article.outlet))).size;
    if (count < leastOrigins || agreeing.length <= bearOut) continue;
    const last = from
      .map((article) => article?.publishedAt.slice(0, 10) ?? "")
      .sort()
      .at(-1);
    const text = isPast.test(one.text) ? `Former ${fact.charAt(0).toLowerCase()}${fact.slice(1)}` : one.text;
    return { text, citation: one.citation, asOf: last ?? asOf };
  }
  return undefined;
}
