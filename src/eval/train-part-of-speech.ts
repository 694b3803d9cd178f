import { bestTag, type PartOfSpeechWeights, partsOfSpeech } from "../text/part-of-speech.ts";
import {
  historyFeatures,
  isShouted,
  noTag,
  pairFeatures,
  reach,
  sentenceEnd,
  sentenceStart,
  type TaggedWord,
  taggedWord,
  wordFeatures,
} from "../text/part-of-speech-features.ts";
import type { WordClasses } from "../text/word-classes.ts";
import { AveragedWeights } from "./averaged-weights.ts";
import { randomNumbers } from "./random-numbers.ts";
import type { TreebankSentence } from "./treebanks.ts";

/*
 * Training of the tagger of parts of speech: a perceptron with averaged weights (Collins 2002), tagging as it will tag. The same sentences
 * give the same weights.
 */

const tagCount = partsOfSpeech.length;
const tagNumber = new Map<string, number>(partsOfSpeech.map((tag, number) => [tag, number]));
/** Rarer features are not learned. */
const leastCount = 2;
/** Weights below it are dropped: the file is half as large, and held-out news at most .0005 worse. */
const rounding = { smallest: 1, largest: 25 };

interface Example {
  readonly words: readonly TaggedWord[];
  readonly gold: readonly number[];
  /** For each word the features that no tag changes, as hashes and then as rows. */
  readonly fixed: readonly (readonly number[])[];
}

/** Learns weights from sentences of a treebank. Takes a minute for a third of a million words. */
export function trainPartOfSpeech(
  sentences: readonly TreebankSentence[],
  classes: WordClasses,
  { epochs = 6, log = (_: string) => {} } = {},
): PartOfSpeechWeights {
  const { examples, rowOf } = prepare(sentences, classes);
  log(`${examples.length} sentences, ${rowOf.size} features`);
  const averaged = new AveragedWeights(rowOf, tagCount);
  const { weights } = averaged;
  const scores = new Float64Array(tagCount);
  const random = randomNumbers(7);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let wrong = 0;
    const order = examples.map((example) => ({ example, at: random() })).sort((a, b) => a.at - b.at);
    for (const { example } of order) {
      let last = noTag;
      let beforeLast = noTag;
      for (const [at, right] of example.gold.entries()) {
        averaged.step++;
        const rows = [
          ...(example.fixed[at] ?? []),
          ...rowsOf(historyFeatures(example.words, at, last, beforeLast), rowOf),
        ];
        scores.fill(0);
        for (const row of rows)
          for (let tag = 0; tag < tagCount; tag++)
            scores[tag] = (scores[tag] ?? 0) + (weights[row * tagCount + tag] ?? 0);
        const found = bestTag(scores);
        if (found !== right) {
          wrong++;
          averaged.learn(rows, right, found);
        }
        beforeLast = last;
        last = found;
      }
    }
    log(`epoch ${epoch}: ${wrong} words wrong`);
  }
  return { ...averaged.rounded(rounding), classes: classes.fingerprint };
}

function prepare(
  sentences: readonly TreebankSentence[],
  classes: WordClasses,
): { examples: Example[]; rowOf: Map<number, number> } {
  const counts = new Map<number, number>();
  const count = (feature: number) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const known = new Map<string, TaggedWord>();
  const wordOf = (text: string): TaggedWord => {
    const word = known.get(text) ?? taggedWord(text, classes);
    known.set(text, word);
    return word;
  };
  const examples = sentences.map(({ toks }): Example => {
    const words = toks.map(({ f }) => wordOf(f));
    const gold = toks.map(({ u }) => tagNumber.get(u) ?? 0);
    const shouted = isShouted(words);
    const fixed = words.map((_, at) => {
      const found = pairFeatures(words, at, shouted);
      for (let step = -reach; step <= reach; step++) {
        const near = words[at + step] ?? (at + step < 0 ? sentenceStart : sentenceEnd);
        found.push(...wordFeatures(near, step));
      }
      return found;
    });
    for (const [at, features] of fixed.entries()) {
      features.forEach(count);
      historyFeatures(words, at, gold[at - 1] ?? noTag, gold[at - 2] ?? noTag).forEach(count);
    }
    return { words, gold, fixed };
  });
  const rowOf = new Map<number, number>();
  for (const [feature, times] of counts) if (times >= leastCount) rowOf.set(feature, rowOf.size);
  return {
    examples: examples.map((example) => ({ ...example, fixed: example.fixed.map((found) => rowsOf(found, rowOf)) })),
    rowOf,
  };
}

function rowsOf(features: readonly number[], rowOf: ReadonlyMap<number, number>): number[] {
  return features.flatMap((feature) => rowOf.get(feature) ?? []);
}
