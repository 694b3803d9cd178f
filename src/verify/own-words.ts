import { languageFor } from "../languages/registry.ts";
import { findQuantities } from "../text/quantities.ts";
import { tokenize } from "../text/tokens.ts";
import type { StoryFacts } from "./story-facts.ts";

interface Borne {
  readonly facts: StoryFacts;
  readonly language: string;
  /** Names and words that are borne out already, to the letter. */
  readonly known: readonly string[];
  /** Numbers that are borne out beside the story's counts. */
  readonly numbers: ReadonlySet<number>;
}

/**
 * Why words of our own (an attribution, a counted sentence) may not be published: a number that nothing counts, or a name that neither the
 * outlets nor what is known to stand in the passages have. Undefined where all is borne out.
 */
export function ownWordsFault(text: string, { facts, language, known, numbers }: Borne): string | undefined {
  const rest = without(text, [...facts.outlets, ...known]);
  for (const { start, end, low, high } of findQuantities(rest, [{ start: 0, end: rest.length }], language)) {
    const digits = rest.slice(start, end);
    if (!facts.counts.has(low) && !numbers.has(low) && !numbers.has(high) && !isTime(digits, facts))
      return "number-not-counted";
  }
  for (const { text: digits, kind } of tokenize(rest))
    if (
      kind === "number" &&
      !isTime(digits, facts) &&
      !facts.counts.has(Number(digits)) &&
      !numbers.has(Number(digits))
    )
      return "number-not-counted";
  if (languageFor(language).capitalNouns) return undefined;
  const names = [...rest.matchAll(/(?<=[\p{L}\p{N},;:)”»"]\s)\p{Lu}[\p{L}'’-]*/gu)].map(([name]) => name);
  // Right after a colon a sentence of ours may begin.
  const stray = names.filter((name) => !facts.times.has(name) && !rest.includes(`: ${name}`));
  return stray.length > 0 ? "name-not-in-story" : undefined;
}

function isTime(digits: string, { times }: StoryFacts): boolean {
  const parts = digits.match(/\d+/g) ?? [];
  return parts.length > 0 && parts.every((part) => times.has(part));
}

/** The text with what is known blanked out, the longest first, so that a part of a name never hides the rest of it. */
function without(text: string, known: readonly string[]): string {
  let rest = text;
  for (const words of [...known].sort((a, b) => b.length - a.length))
    if (words !== "") rest = rest.replaceAll(words, "…");
  return rest;
}
