import type { Article } from "../model/article.ts";
import { terms } from "../text/terms.ts";
import type { Passage } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";
import { withoutDateline } from "./trim-sentence.ts";

/** How much of what all outlets put first a text says, in [0, 1]. */
export type CoreShare = (text: string, language: string) => number;

/** A term in a title tells more of what the story is than one in the first sentences. */
const inTitle = 1;
const inLead = 0.6;
/** So many terms make up what a line can hold. */
const lineTerms = 8;

/**
 * What the story is by its outlets' own judgement: the terms of the titles and first sentences of each outlet's newest article, weighed by
 * how many outlets have them. A text's share is the harmonic mean of how much of that it has and how little else.
 */
export function coreOf({ articles, outlets, passagesOf }: StoryReading): CoreShare {
  const weights = new Map<string, number>();
  for (const outlet of outlets) {
    const newest = articles
      .filter((article) => article.outlet === outlet && speaks(article, passagesOf(article.id)))
      .at(-1);
    if (!newest) continue;
    for (const [term, weight] of openingOf(newest, passagesOf(newest.id)))
      weights.set(term, (weights.get(term) ?? 0) + weight / outlets.length);
  }
  const greatest = [...weights.values()].sort((a, b) => b - a).slice(0, lineTerms);
  const whole = greatest.reduce((sum, weight) => sum + weight, 0) || 1;
  const most = greatest[0] ?? 1;
  const known = new Map<string, Map<string, number>>();
  // Every part weighs the same sentences, many times while it sorts them.
  return (text, language) => {
    const shares = known.get(language) ?? new Map<string, number>();
    known.set(language, shares);
    const share = shares.get(text) ?? shareOf(text, language);
    shares.set(text, share);
    return share;
  };

  function shareOf(text: string, language: string): number {
    const own = [...new Set(terms(text, language))];
    const held = own.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
    const coverage = Math.min(1, held / whole);
    const purity = held / (most * Math.max(1, own.length));
    return held === 0 ? 0 : (2 * coverage * purity) / (coverage + purity);
  }
}

function speaks({ genre }: Article, own: readonly Passage[]): boolean {
  return genre !== "opinion" && own.some(({ flaw }) => flaw !== "off-story");
}

function openingOf(article: Article, own: readonly Passage[]): Map<string, number> {
  const found = new Map<string, number>();
  const leads = own.filter(({ order, flaw }) => order < 4 && flaw === undefined);
  for (const { text } of leads.slice(0, 2))
    for (const term of terms(withoutDateline(text), article.language)) found.set(term, inLead);
  for (const term of terms(article.title, article.language)) found.set(term, inTitle);
  return found;
}
