import type { Reading } from "./read-sources.ts";
import type { Word } from "./read-words.ts";
import type { SentenceMatch } from "./sentence-match.ts";
import { isHedge, isNegator, isPronoun } from "./turning-words.ts";

/** A run of the claim's words that a source has in the same order. `at` is its place in the words of the reading. */
interface Piece {
  readonly from: number;
  readonly length: number;
  readonly at: number;
  readonly sentence: number;
}

/** Where a source makes a cut itself. */
const cut = /[,;:.!?()—–"“”`]|--| - /;
/** What stands before a piece in its own sentence, as far as its subject is looked for. */
const subjectReach = 6;

/**
 * The claim as a patchwork of pieces copied from the sources, the longest at each place (Grusky et al. 2018). Sentences shortened with care have few
 * seams, at the marks of the source; careless ones join the subject of one sentence to the predicate of another.
 */
export function pieceSignals({ words, reading }: SentenceMatch): Record<string, number> {
  const pieces = findPieces(words, reading);
  const copied = pieces.reduce((sum, { length }) => sum + length, 0);
  const squares = pieces.reduce((sum, { length }) => sum + length * length, 0);
  const telling = pieces.filter(({ from, length }) => length > 1 || (words[from]?.weight ?? 0) > 0);
  return {
    copied: copied / words.length,
    density: Math.log(1 + squares / words.length),
    denseShare: squares / (words.length * words.length),
    pieces: telling.length,
    sentencesUsed: new Set(telling.map(({ sentence }) => sentence)).size,
    ...seamSignals(telling, words, reading),
    ...endSignals(telling, words, reading),
    ...runSignals(words, reading),
  };
}

function findPieces(words: readonly Word[], reading: Reading): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < words.length; ) {
    let best: Piece | undefined;
    const last = pieces.at(-1);
    for (const at of reading.places.get(words[from]?.stem ?? "") ?? []) {
      const sentence = reading.words[at]?.sentence ?? 0;
      let length = 0;
      while (from + length < words.length && sameAt(reading, at + length, words[from + length], sentence)) length++;
      const follows = last !== undefined && sentence === last.sentence && at > last.at;
      if (length > (best?.length ?? 0) || (length === best?.length && follows)) best = { from, length, at, sentence };
    }
    // A number joined from two tokens stands at the first of them and is matched by none.
    if (best && best.length > 0) pieces.push(best);
    from += Math.max(1, best?.length ?? 0);
  }
  return pieces;
}

function sameAt({ words }: Reading, at: number, word: Word | undefined, sentence: number): boolean {
  const there = words[at];
  return there !== undefined && there.sentence === sentence && there.stem === word?.stem;
}

/** What happens between one piece and the next. */
function seamSignals(pieces: readonly Piece[], words: readonly Word[], reading: Reading): Record<string, number> {
  const found = { jumps: 0, foreignSubjects: 0, backSteps: 0, cleanCuts: 0, roughCuts: 0, cautionLost: 0, lost: 0 };
  for (const [index, piece] of pieces.entries()) {
    const last = pieces[index - 1];
    if (!last) continue;
    if (piece.sentence !== last.sentence) {
      found.jumps++;
      if (hasForeignSubject(piece, words, reading)) found.foreignSubjects++;
    } else if (piece.at <= last.at) found.backSteps++;
    else {
      const end = last.at + last.length;
      const lost = reading.words.slice(end, piece.at);
      const whole = cut.test(between(reading, end - 1, end)) && cut.test(between(reading, piece.at - 1, piece.at));
      const added = piece.from > last.from + last.length || lost.length === 0;
      if (!added && whole) found.cleanCuts++;
      else if (added || lost.length > 2 || lost.some(({ kind }) => kind === "name")) found.roughCuts++;
      found.cautionLost += lost.filter((word) => isHedge(word) || isNegator(word)).length;
      found.lost += lost.length;
    }
  }
  return { ...found, lost: Math.log(1 + found.lost), jumpShare: found.jumps / Math.max(1, pieces.length) };
}

/** True where a piece had a subject of its own before it that is neither in the claim so far nor a pronoun. */
function hasForeignSubject({ at, from, sentence }: Piece, words: readonly Word[], reading: Reading): boolean {
  const before = reading.words.slice(Math.max(0, at - subjectReach), at).filter((word) => word.sentence === sentence);
  const own = new Set(words.slice(0, from).map(({ stem }) => stem));
  return (
    before.some(({ weight }) => weight > 0) &&
    !before.some((word) => (word.weight > 0 && own.has(word.stem)) || isPronoun(word))
  );
}

/** Whether the claim begins and ends where its source makes a cut. */
function endSignals(pieces: readonly Piece[], words: readonly Word[], reading: Reading): Record<string, number> {
  const first = pieces[0];
  const last = pieces.at(-1);
  const end = last ? last.at + last.length : 0;
  const begins = first !== undefined && first.from <= 1 && cut.test(between(reading, first.at - 1, first.at));
  const ends =
    last !== undefined && last.from + last.length >= words.length && cut.test(between(reading, end - 1, end));
  return { beginsAtCut: begins ? 1 : 0, endsAtCut: ends ? 1 : 0 };
}

/** The text between two words; a full stop where they are not of one sentence. */
function between(reading: Reading, one: number, other: number): string {
  const [before, after] = [reading.words[one], reading.words[other]];
  if (!before || !after || before.sentence !== after.sentence) return ".";
  const source = reading.sentences[before.sentence]?.source ?? 0;
  return reading.sources[source]?.slice(before.end, after.start) ?? ".";
}

/** Runs of two and three words that the sources have or have not. */
function runSignals(words: readonly Word[], { runs }: Reading): Record<string, number> {
  let two = 0;
  let three = 0;
  let longest = 1;
  let current = 1;
  let newWeight = 0;
  let newTelling = 0;
  for (const [at, word] of words.entries()) {
    const [next, after] = [words[at + 1], words[at + 2]];
    if (!next) break;
    if (runs.has(`${word.stem} ${next.stem}`)) {
      two++;
      current++;
    } else {
      current = 1;
      newWeight += Math.min(word.weight, next.weight);
      if (word.weight > 0 && next.weight > 0) newTelling++;
    }
    longest = Math.max(longest, current);
    if (after && runs.has(`${word.stem} ${next.stem} ${after.stem}`)) three++;
  }
  const [pairs, triples] = [Math.max(1, words.length - 1), Math.max(1, words.length - 2)];
  return {
    runsOfTwo: two / pairs,
    runsOfThree: three / triples,
    longestRun: longest / words.length,
    newPairs: pairs - two,
    newTriples: triples - three,
    newPairWeight: newWeight,
    newTellingPairs: newTelling,
  };
}
