import type { ClusterInput } from "../src/cluster/story-stream.ts";
import { randomNumbers } from "../src/eval/random-numbers.ts";
import type { Annotation } from "../src/model/annotation.ts";
import type { Article } from "../src/model/article.ts";

/** Real articles of one story, read and annotated: what grown ones are made of. */
export type SeedStory = readonly ClusterInput[];

/** How many articles a grown story has; drawn evenly from these: most stories are small. */
const sizes = [1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 10, 20];
const hourMs = 3_600_000;
/** How long a grown story goes on, and how many begin an hour. */
const storyHours = 72;
const storiesAnHour = 40;

/**
 * Grows a stream from real articles, as long as one likes. Each grown story is a real one in other words: every name and every
 * longer word is exchanged for another of the seeds, by a shift of the story's own, and the numbers changed, so that two stories share the common
 * words of the language only, and the vocabulary stays that of news. Each of its articles is one of the real ones with a fifth of its
 * sentences taken from another. The stories begin one after the other and overlap, as news does.
 */
export function* grownArticles(seeds: readonly SeedStory[], count: number): Generator<ClusterInput> {
  const random = randomNumbers(7);
  const vocabulary = vocabularyOf(seeds);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const waiting: { at: number; make: () => ClusterInput }[] = [];
  let begun = 0;
  for (let given = 0; given < count; ) {
    const now = (begun / storiesAnHour) * hourMs;
    const seed = pick(seeds);
    const story = begun++;
    for (let size = pick(sizes), n = 0; n < size; n++) {
      const [base, other] = [pick(seed), pick(seed)];
      const at = now + random() ** 2 * storyHours * hourMs;
      const draw = random();
      waiting.push({ at, make: () => grown(base, other, exchange(vocabulary, story), story, n, at, draw) });
    }
    if (begun % 200 !== 0) continue;
    waiting.sort((a, b) => b.at - a.at);
    for (let last = waiting.at(-1); last && last.at <= now && given < count; last = waiting.at(-1)) {
      waiting.pop();
      given++;
      yield last.make();
    }
  }
}

interface Vocabulary {
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

const name = /\p{Lu}\p{Ll}{2,}/gu;
const longWord = /\b\p{Ll}{4,}\b/gu;

function vocabularyOf(seeds: readonly SeedStory[]): Vocabulary {
  const texts = seeds.flat().map(({ article }) => `${article.title} ${article.text}`);
  const distinct = (pattern: RegExp) => [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))];
  const [names, words] = [distinct(name), distinct(longWord)];
  const places = new Map([...names.entries(), ...words.entries()].map(([at, word]) => [word, at]));
  return { names, words, places };
}

/** The exchange of words that makes a story another one. */
function exchange({ names, words, places }: Vocabulary, story: number): (text: string) => string {
  const shift = 1 + story * 7919;
  return (text) =>
    text
      .replace(name, (found) => names[((places.get(found) ?? 0) + shift) % names.length] ?? found)
      .replace(longWord, (found) => {
        return words[((places.get(found) ?? 0) + shift) % words.length] ?? found;
      })
      .replace(/\d{2,}/g, (digits) =>
        String((Number(digits.slice(0, 9)) * 7 + story) % 10 ** Math.min(9, digits.length)),
      );
}

function grown(
  base: ClusterInput,
  other: ClusterInput,
  rename: (text: string) => string,
  story: number,
  n: number,
  at: number,
  draw: number,
): ClusterInput {
  const borrowed = other.article.text.split(/(?<=[.!?])\s+/);
  const text = base.article.text
    .slice(0, 6000)
    .split(/(?<=[.!?])\s+/)
    .map((sentence, index) =>
      (index * 7 + Math.floor(draw * 10)) % 5 === 0 ? (borrowed[index] ?? sentence) : sentence,
    )
    .join(" ");
  const id = `grown-${story}-${n}`;
  const article: Article = {
    id,
    outlet: `Outlet ${Math.floor(draw * 97)}`,
    title: rename(base.article.title),
    text: rename(text),
    publishedAt: new Date(at).toISOString(),
    language: "en",
  };
  const annotation: Annotation = {
    ...base.annotation,
    articleId: id,
    mentions: base.annotation.mentions.map(({ entityId: _, ...mention }) => ({
      ...mention,
      name: rename(mention.name),
    })),
    numbers: base.annotation.numbers.map((number) => ({
      ...number,
      low: number.low * 7 + story,
      high: number.high * 7 + story,
    })),
  };
  return { article, annotation };
}
