import { readSources } from "./read-sources.ts";
import { readWords } from "./read-words.ts";

/** A country and its people share so many letters ("Velmara", "Velmaran"). */
const sharedLetters = 5;

/**
 * A name in a sentence that none of the passages has in any form; undefined where there is none. One strange name among many right words is too
 * little to tell by weighing, and the worst of what a model brings along.
 */
export function unseenName(text: string, passages: readonly string[]): string | undefined {
  const { places, language } = readSources(passages);
  const stems = [...places.keys()];
  const isKnown = (stem: string) =>
    places.has(stem) ||
    (stem.length >= sharedLetters && stems.some((other) => other.startsWith(stem.slice(0, sharedLetters))));
  return readWords(text, { start: 0, end: text.length }, 0, language).find(
    ({ kind, stem }) => kind === "name" && stem.length > 2 && !isKnown(stem),
  )?.text;
}
