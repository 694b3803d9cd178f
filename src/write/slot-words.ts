import { languageFor } from "../languages/registry.ts";
import type { Span } from "../model/article.ts";
import type { Passage } from "./passage.ts";
import { withoutDateline } from "./trim-sentence.ts";

/** The stems of meaning around a place in a sentence, so many on each side, the nearest first. */
export interface Slot {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const word = /\p{L}{2,}/gu;

export function slotOf({ text, start: from, article }: Passage, { start, end }: Span, reach = 2): Slot {
  const { stem, stopWords } = languageFor(article.language);
  const wordsOf = (part: string) =>
    (part.toLowerCase().match(word) ?? []).filter((own) => !stopWords.has(own)).map(stem);
  return {
    before: wordsOf(text.slice(text.length - withoutDateline(text).length, start - from))
      .slice(-reach)
      .reverse(),
    after: wordsOf(text.slice(end - from)).slice(0, reach),
  };
}

/** How many of the words on the one side and on the other are the same, in [0, 4]; to open the sentence counts as one. */
export function alike(a: Slot, b: Slot): number {
  const opening = Number(a.before.length === 0 && b.before.length === 0);
  return opening + shared(a.before, b.before) + shared(a.after, b.after);
}

/** How many words are by the place in both, on whichever side: "committee member Ilse Varn said", "Ilse Varn, a member of the committee". */
export function alikeAround(a: Slot, b: Slot): number {
  return shared([...a.before, ...a.after], [...b.before, ...b.after]);
}

/** True where the nearest word on one side is the same, or both open the sentence. */
export function touchAlike(a: Slot, b: Slot): boolean {
  const same = (x: readonly string[], y: readonly string[]) => x[0] === y[0];
  return same(a.before, b.before) || (a.after.length > 0 && same(a.after, b.after));
}

const shared = (x: readonly string[], y: readonly string[]) => x.filter((word) => y.includes(word)).length;

/** Words that both sentences have, and where the place is from there: they lead up to it, follow it, or stand beside it. */
export interface SlotContext {
  readonly words: string;
  readonly side: "before" | "behind" | "beside";
}

const mostContext = 5;

/** The longest run of whole words that leads up to both places, else that follows both; undefined where no word of meaning is in it. */
export function contextOf(a: Passage, inA: Span, b: Passage, inB: Span): SlotContext | undefined {
  const ahead = (passage: Passage, { start }: Span) =>
    wordsIn(passage.article.text.slice(passage.start, start)).reverse();
  const behind = (passage: Passage, { end }: Span) => wordsIn(passage.article.text.slice(end, passage.end));
  const { stopWords } = languageFor(a.article.language);
  const before = withoutStops(commonStart(ahead(a, inA), ahead(b, inB), mostContext), stopWords).reverse();
  if (says(before, stopWords)) return { words: before.join(" "), side: "before" };
  const after = withoutStops(commonStart(behind(a, inA), behind(b, inB), mostContext), stopWords);
  return says(after, stopWords) ? { words: after.join(" "), side: "behind" } : undefined;
}

const wordsIn = (text: string) => text.trim().split(/\s+/);

/** Equal words from the first on, up to the first mark, so that what is quoted of them is one piece of the sentence. */
function commonStart(a: readonly string[], b: readonly string[], most: number): string[] {
  let length = 0;
  while (length < most && a[length] === b[length] && /^[\p{L}\p{N}'’-]+$/u.test(a[length] ?? "")) length++;
  return a.slice(0, length);
}

function says(words: readonly string[], stopWords: ReadonlySet<string>): boolean {
  return words.some((word) => word.length > 3 && !stopWords.has(word.toLowerCase()));
}

/** The longest run of whole words that both sentences have, at most so many; undefined where it holds no two words of meaning. */
export function sharedRun(a: Passage, b: Passage, most = 7): string | undefined {
  const [own, theirs] = [wordsIn(a.text), wordsIn(b.text)];
  const places = new Map<string, number[]>();
  for (const [at, word] of theirs.entries()) places.set(word, [...(places.get(word) ?? []), at]);
  let best: readonly string[] = [];
  for (const [at, word] of own.entries())
    for (const there of places.get(word) ?? []) {
      const run = commonStart(own.slice(at, at + most), theirs.slice(there), most);
      if (run.length > best.length) best = run;
    }
  const { stopWords } = languageFor(a.article.language);
  const telling = best.filter((word) => word.length > 3 && !stopWords.has(word.toLowerCase()));
  if (telling.length < 2) return undefined;
  return withoutStops(withoutStops(best, stopWords).reverse(), stopWords).reverse().join(" ");
}

/** Without the words at its far end that lead elsewhere. */
function withoutStops(words: readonly string[], stopWords: ReadonlySet<string>): string[] {
  const end = words.findLastIndex((word) => !stopWords.has(word.toLowerCase()));
  return words.slice(0, end + 1);
}
