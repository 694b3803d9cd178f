import type { Article } from "../model/article.ts";

/** A story in which an invented fact was told by some outlets, each in its own words. */
export interface PlantedFact {
  readonly articles: readonly Article[];
  /** Those who tell it. */
  readonly having: readonly string[];
  /** Stands in every telling and nowhere else. */
  readonly words: string;
}

const words = "Merrin Foundation";
/** The last two tell it so differently that only a careful reader knows it again. */
const tellings = [
  (subject: string) =>
    `The Merrin Foundation will pay 4.8 million crowns to people affected by the ${subject}, its spokeswoman Odile Varga said.`,
  (subject: string) =>
    `Odile Varga, spokeswoman of the Merrin Foundation, said it would pay 4.8 million crowns to people affected by the ${subject}.`,
  (subject: string) =>
    `The Merrin Foundation said through Odile Varga that people affected by the ${subject} would be paid 4.8 million crowns.`,
  (subject: string) =>
    `According to Odile Varga, the Merrin Foundation has set aside 4.8 million crowns for those whom the ${subject} hit.`,
];

/**
 * Plants a fact for one measure. "omits": most outlets tell it, the last of them in other words, and one does not. "onlyHere": in every other
 * story one outlet alone tells it; else two do, so that it is nobody's alone. Undefined for stories of fewer than five outlets ("omits") or three.
 */
export function plantFact(articles: readonly Article[], kind: "omits" | "onlyHere"): PlantedFact | undefined {
  const outlets = [...new Set(articles.map(({ outlet }) => outlet))];
  if (outlets.length < (kind === "omits" ? 5 : 3)) return undefined;
  const alone = kind === "onlyHere" && articles.length % 2 === 0;
  const having = kind === "omits" ? outlets.slice(0, -1) : outlets.slice(0, alone ? 1 : 2);
  const subject = subjectOf(articles);
  const planted = articles.map((article) => {
    const turn = having.indexOf(article.outlet);
    // The tellings in turn; the last outlet of several has the one furthest from the others.
    const last = turn === having.length - 1 && turn > 0;
    const tell = turn < 0 ? undefined : last ? tellings.at(-1) : tellings[turn % (tellings.length - 1)];
    return tell ? { ...article, text: insertFact(article.text, tell(subject)) } : article;
  });
  return { articles: planted, having, words };
}

/** The longest word most titles share, so that the fact is one of the story. */
export function subjectOf(articles: readonly Article[]): string {
  const counts = new Map<string, number>();
  for (const { title } of articles)
    for (const word of new Set(title.toLowerCase().match(/\p{L}{5,}/gu) ?? []))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || b.length - a.length)[0]?.[0] ?? "event";
}

/** As a paragraph of its own after the third. */
export function insertFact(text: string, sentence: string): string {
  const paragraphs = text.split("\n");
  return [...paragraphs.slice(0, 3), sentence, ...paragraphs.slice(3)].join("\n");
}
