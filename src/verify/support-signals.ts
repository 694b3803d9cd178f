import type { SentenceMatch } from "./sentence-match.ts";

/** Neighbours in the claim that a word is looked for with, on either side, and how far from it they may stand in a source. */
const neighbours = 4;
const reach = 14;
const pairReach = 8;
/** A word with less of its neighbours around it anywhere stands in the source in another connection. */
const weakBelow = 0.3;

/**
 * Whether the claim's words stand in the sources in the same company: for each word the best share of its neighbours found around one of its
 * places. The weakest link tells a word put in from elsewhere; pairs tell who did what to whom by their order.
 */
export function supportSignals(match: SentenceMatch): Record<string, number> {
  const { words, content, weight } = match;
  const places = placesBySentence(match);
  const supports = content.map((at, index) => supportOf(at, index, match, places));
  const sorted = [...supports].sort((a, b) => a - b);
  const weakestOf = (named: boolean) =>
    content.reduce(
      (least, at, index) => ((words[at]?.kind !== "word") === named ? Math.min(least, supports[index] ?? 1) : least),
      1,
    );
  const weak = supports.filter((support) => support < weakBelow).length;
  const total = content.reduce((sum, at, index) => sum + (supports[index] ?? 0) * (words[at]?.weight ?? 0), 0);
  return {
    support: total / weight,
    weakest: sorted[0] ?? 0,
    secondWeakest: sorted[Math.min(1, sorted.length - 1)] ?? 0,
    weakestName: weakestOf(true),
    weakestWord: weakestOf(false),
    weakWords: weak,
    weakShare: weak / Math.max(1, supports.length),
    firstSupport: supports[0] ?? 1,
    openingSupport: Math.min(supports[0] ?? 1, supports[1] ?? 1),
    lastSupport: supports.at(-1) ?? 1,
    ...pairSignals(match, places),
  };
}

type Places = ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;

/** By sentence of the sources, where each word of the claim stands in it. */
function placesBySentence({ content, matches, reading }: SentenceMatch): Places {
  const bySentence = new Map<number, Map<number, number[]>>();
  for (const word of content) {
    for (const { at } of matches[word] ?? []) {
      const sentence = reading.words[at]?.sentence ?? 0;
      const places = bySentence.get(sentence) ?? new Map<number, number[]>();
      bySentence.set(sentence, places);
      places.set(word, [...(places.get(word) ?? []), at]);
    }
  }
  return bySentence;
}

function supportOf(word: number, index: number, match: SentenceMatch, places: Places): number {
  const { content, words, matches, reading } = match;
  const company = content
    .slice(Math.max(0, index - neighbours), index + neighbours + 1)
    .filter((other) => other !== word);
  if (company.length === 0) return (matches[word] ?? []).length > 0 ? 1 : 0;
  const whole = company.reduce((sum, other) => sum + (words[other]?.weight ?? 0), 0);
  let best = 0;
  for (const { at, near } of matches[word] ?? []) {
    const there = places.get(reading.words[at]?.sentence ?? 0);
    let found = 0;
    for (const other of company)
      if (there?.get(other)?.some((place) => place !== at && Math.abs(place - at) <= reach))
        found += words[other]?.weight ?? 0;
    best = Math.max(best, (near * found) / whole);
  }
  return best;
}

/** Neighbouring words found near each other, and pairs within three words found in the same and in the other order. */
function pairSignals({ content, matches, reading }: SentenceMatch, places: Places): Record<string, number> {
  const found = (one: number, other: number, holds: (distance: number) => boolean) =>
    (matches[one] ?? []).some(({ at }) =>
      places
        .get(reading.words[at]?.sentence ?? 0)
        ?.get(other)
        ?.some((place) => place !== at && holds(place - at)),
    );
  let neighbourPairs = 0;
  let pairs = 0;
  let ordered = 0;
  let reversed = 0;
  for (const [index, one] of content.entries()) {
    const next = content[index + 1];
    if (next !== undefined && found(one, next, (distance) => Math.abs(distance) <= pairReach)) neighbourPairs++;
    for (const other of content.slice(index + 1, index + 4)) {
      pairs++;
      const span = Math.max(6, 2 * (other - one) + 3);
      if (found(one, other, (distance) => distance > 0 && distance <= span)) ordered++;
      else if (found(one, other, (distance) => distance < 0 && -distance <= span)) reversed++;
    }
  }
  return {
    pairs: content.length > 1 ? neighbourPairs / (content.length - 1) : 1,
    ordered: pairs > 0 ? ordered / pairs : 1,
    reversed: pairs > 0 ? reversed / pairs : 0,
  };
}
