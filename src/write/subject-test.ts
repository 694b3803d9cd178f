import { terms } from "../text/terms.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";

/** True of a passage that names what the articles are about. */
export type SubjectTest = (passage: Passage) => boolean;

/**
 * A test for the subject of a collection: the words of the query, else the names that nearly all articles share. Where there is no such name, or
 * no passage has a word of the query, all passages are of the subject.
 */
export function subjectTest(passages: readonly Passage[], query: string): SubjectTest {
  const language = passages[0]?.article.language ?? "und";
  const wanted = new Set(query.trim() === "" ? sharedNames(passages) : terms(query, language));
  const matching = new Set(
    passages
      .filter(({ text, article }) => terms(text, article.language).some((term) => wanted.has(term)))
      .map(({ index }) => index),
  );
  return matching.size === 0 ? () => true : ({ index }) => matching.has(index);
}

/** Terms written with a capital nearly everywhere that stand in about as many articles as the most widespread of them. */
function sharedNames(passages: readonly Passage[]): string[] {
  const { nameShare, nameSlack, capitalRatio } = parameters.timeline;
  const articles = new Map<string, Set<string>>();
  const capitals = new Map<string, number>();
  const smalls = new Map<string, number>();
  for (const { article, start, text, dates } of passages) {
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]{3,}/gu)) {
      if (dates.some((date) => date.start - start <= index && index < date.end - start)) continue;
      const [term] = terms(word, article.language);
      if (term === undefined) continue;
      const counts = /^\p{Lu}/u.test(word) ? capitals : smalls;
      counts.set(term, (counts.get(term) ?? 0) + 1);
      const seen = articles.get(term) ?? new Set();
      articles.set(term, seen.add(article.id));
    }
  }
  const all = new Set(passages.map(({ article }) => article.id)).size;
  const names = [...articles].filter(([term]) => (capitals.get(term) ?? 0) > capitalRatio * (smalls.get(term) ?? 0));
  const most = Math.max(0, ...names.map(([, seen]) => seen.size));
  if (most < nameShare * all) return [];
  return names.filter(([, seen]) => seen.size >= most - nameSlack * all).map(([term]) => term);
}
