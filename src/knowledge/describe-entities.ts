import type { Annotation, Mention, MentionType } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { EntityCard, EntityId } from "../model/entity.ts";
import { describeFromText } from "./describe-from-text.ts";
import type { Facts } from "./load-facts.ts";

export interface EntityQuestion {
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  readonly facts: Facts;
  /** BCP 47: the language of the page. */
  readonly language: string;
  readonly limit?: number;
}

interface Named {
  readonly id: EntityId;
  readonly names: Map<string, number>;
  readonly types: Map<MentionType, number>;
  /** Distinct articles it stands in, and how often in all; the title and the lead tell whom a story is about. */
  readonly articles: Set<ArticleId>;
  mentions: number;
  early: number;
}

/** A page shows so many cards at most. */
const mostCards = 8;
/** A name this far into an article or nearer to its top is part of its lead. In UTF-16 units. */
const leadLength = 400;

/**
 * The cards of a story's main people, bodies and places, most important first: who stands in most of its articles, and near their tops.
 * The sentence comes from the base of facts, or from the story's own articles with its citation; who cannot be described has no card,
 * since a wrong card is worse than none.
 */
export function describeEntities({
  articles,
  annotations,
  facts,
  language,
  limit = mostCards,
}: EntityQuestion): EntityCard[] {
  const outletNames = new Set(articles.map(({ outlet }) => outlet.toLowerCase()));
  const ranked = [...countNames(articles, annotations)]
    .filter(([, named]) => !outletNames.has(mostCommon(named.names).toLowerCase()))
    .filter(([, named]) => named.articles.size >= Math.min(2, articles.length) || named.early > 0)
    .sort(([, a], [, b]) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1));
  const cards: EntityCard[] = [];
  for (const [entityId, named] of ranked) {
    if (cards.length === limit) break;
    const base = { entityId, name: mostCommon(named.names), type: mostCommon(named.types) };
    const fact = facts.sentences.get(entityId);
    // The base of facts is written in English; a page in another language has only what its articles say.
    if (fact && language.startsWith("en")) {
      const { text, asOf } = fact;
      cards.push({
        ...base,
        description: text,
        ...(asOf !== undefined && { asOf }),
        source: { kind: "facts", label: "Base of facts" },
      });
      continue;
    }
    const told = describeFromText(entityId, articles, annotations);
    if (told) cards.push({ ...base, description: told.text, source: { kind: "articles", citations: [told.citation] } });
  }
  return cards;
}

function countNames(
  articles: readonly Article[],
  annotations: ReadonlyMap<ArticleId, Annotation>,
): Map<EntityId, Named> {
  const found = new Map<EntityId, Named>();
  for (const article of articles) {
    const seenInTitle = new Set<EntityId>();
    for (const mention of annotations.get(article.id)?.mentions ?? []) {
      if (mention.entityId === undefined) continue;
      const named = found.get(mention.entityId) ?? begin(mention.entityId);
      found.set(mention.entityId, named);
      named.articles.add(article.id);
      named.mentions++;
      if (mention.start < leadLength) named.early++;
      if (!seenInTitle.has(mention.entityId) && inTitle(mention, article)) {
        seenInTitle.add(mention.entityId);
        named.early += 2;
      }
      count(named.names, mention.name);
      count(named.types, mention.type);
    }
  }
  return found;
}

function begin(id: EntityId): Named {
  return { id, names: new Map(), types: new Map(), articles: new Set(), mentions: 0, early: 0 };
}

function inTitle(mention: Mention, article: Article): boolean {
  const last = mention.name.split(" ").at(-1) ?? mention.name;
  return article.title.includes(mention.name) || (mention.type === "PER" && article.title.includes(last));
}

/** Breadth over the story's articles first, then place and number. */
function weightOf({ articles, early, mentions }: Named): number {
  return articles.size * 2 + Math.log2(1 + early) * 2 + Math.log2(1 + mentions);
}

function count<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function mostCommon<T>(counts: ReadonlyMap<T, number>): T {
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
