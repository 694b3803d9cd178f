import type { Span } from "../model/article.ts";
import { nameFeatures } from "../text/name-features.ts";
import { Gazetteer } from "../text/name-gazetteer.ts";
import { bestTags, type NameWeights, nameTags } from "../text/name-tagger.ts";
import { nameTokens } from "../text/name-tokens.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";
import { WordClasses } from "../text/word-classes.ts";
import { AveragedWeights } from "./averaged-weights.ts";
import type { GoldName, TaggedText } from "./tagged-text.ts";

/*
 * Training of the name tagger: a structured perceptron with averaged weights (Collins 2002). It reads running text through our own sentences
 * and tokens, so that it learns from what it will see. The same texts give the same weights.
 */

/** The lists the tagger looks words up in: phrase hashes and kinds, word hashes and classes. */
export interface NameLists {
  readonly phrases: Uint32Array;
  readonly kinds: Uint16Array;
  readonly words: Uint32Array;
  readonly classes: Uint16Array;
}

export interface TrainingOptions {
  readonly epochs?: number;
  readonly log?: (line: string) => void;
}

const tagCount = nameTags.length;
const tagNumber = new Map(nameTags.map((tag, index) => [tag, index]));
/** Weights below this share of the largest are dropped: at 1 of 25 the size halves for a loss of .003 F1 on held-out text. */
const rounding = { smallest: 0.5, largest: 25 };
const longestSentence = 150;

interface Example {
  readonly rows: readonly Int32Array[];
  readonly gold: readonly number[];
}

/** Learns weights from tagged texts. Takes a minute for a quarter of a million tokens. */
export function trainNames(texts: readonly TaggedText[], lists: NameLists, options: TrainingOptions = {}): NameWeights {
  const { epochs = 6, log = () => {} } = options;
  const { examples, rowOf } = prepare(texts, lists);
  log(`${examples.length} sentences, ${rowOf.size} features`);
  const averaged = new AveragedWeights(rowOf, tagCount);
  const transitions = new Float32Array(tagCount * tagCount);
  const transitionTotals = new Float64Array(tagCount * tagCount);
  const changeTransition = (from: number, to: number, by: number): void => {
    const at = from * tagCount + to;
    transitions[at] = (transitions[at] ?? 0) + by;
    // Summed as if it had changed at the start of time: what it missed before `step` is taken off.
    transitionTotals[at] = (transitionTotals[at] ?? 0) + by * averaged.step;
  };
  const random = randomNumbers();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let wrong = 0;
    const order = examples.map((example) => ({ example, at: random() })).sort((a, b) => a.at - b.at);
    for (const { example } of order) {
      averaged.step++;
      const { rows, gold } = example;
      const found = bestTags(scoresOf(rows, averaged.weights), transitions, gold.length);
      if (found.every((tag, i) => tag === gold[i])) continue;
      wrong++;
      for (const [i, tag] of found.entries()) {
        const right = gold[i] ?? 0;
        if (tag !== right) averaged.learn(rows[i] ?? [], right, tag);
        if (i > 0 && (tag !== right || found[i - 1] !== gold[i - 1])) {
          changeTransition(gold[i - 1] ?? 0, right, 1);
          changeTransition(found[i - 1] ?? 0, tag, -1);
        }
      }
    }
    log(`epoch ${epoch}: ${wrong} sentences wrong`);
  }
  const scale = 127 / rounding.largest;
  return {
    ...lists,
    ...averaged.rounded(rounding),
    transitions: transitions.map((value, at) => (value - (transitionTotals[at] ?? 0) / averaged.step) * scale),
  };
}

function prepare(texts: readonly TaggedText[], lists: NameLists): { examples: Example[]; rowOf: Map<number, number> } {
  const gazetteer = new Gazetteer(lists.phrases, lists.kinds);
  const classes = new WordClasses(lists.words, lists.classes);
  const counts = new Map<number, number>();
  const prepared: { features: Int32Array[]; gold: number[] }[] = [];
  const seen = new Set<string>();
  for (const { text, names } of texts) {
    let next = 0;
    for (const sentence of splitSentences(text, "en")) {
      while (next < names.length && (names[next]?.end ?? 0) <= sentence.start) next++;
      const words = text.slice(sentence.start, sentence.end);
      const tokens = nameTokens(text, sentence);
      if (seen.has(words) || tokens.length === 0 || tokens.length > longestSentence) continue;
      seen.add(words);
      const features = nameFeatures(tokens, gazetteer, classes);
      for (const token of features) for (const feature of token) counts.set(feature, (counts.get(feature) ?? 0) + 1);
      prepared.push({ features, gold: goldTags(tokens, sentence, names, next) });
    }
  }
  const rowOf = new Map<number, number>();
  for (const [feature, count] of counts) if (count >= 2) rowOf.set(feature, rowOf.size);
  const examples = prepared.map(({ features, gold }) => ({
    gold,
    rows: features.map((token) => Int32Array.from([...token].flatMap((feature) => rowOf.get(feature) ?? []))),
  }));
  return { examples, rowOf };
}

/** BIOES tag numbers of tokens; a name that cuts a token in two tags it whole, a type we do not keep is O. */
function goldTags(tokens: readonly Token[], sentence: Span, names: readonly GoldName[], from: number): number[] {
  const tags = tokens.map(() => 0);
  for (let at = from; at < names.length; at++) {
    const name = names[at];
    if (!name || name.start >= sentence.end) break;
    const inside = tokens.flatMap((token, i) => (token.start < name.end && name.start < token.end ? [i] : []));
    const first = inside[0];
    const last = inside.at(-1);
    if (first === undefined || last === undefined) continue;
    const tag = (part: string) => tagNumber.get(`${part}-${name.type}`) ?? 0;
    for (const i of inside) tags[i] = first === last ? tag("S") : tag(i === first ? "B" : i === last ? "E" : "I");
  }
  return tags;
}

function scoresOf(rows: readonly Int32Array[], weights: Float32Array): Float32Array {
  const scores = new Float32Array(rows.length * tagCount);
  for (let i = 0; i < rows.length; i++) {
    const token = rows[i] ?? new Int32Array();
    const into = i * tagCount;
    for (let k = 0; k < token.length; k++) {
      const from = (token[k] ?? 0) * tagCount;
      for (let tag = 0; tag < tagCount; tag++)
        scores[into + tag] = (scores[into + tag] ?? 0) + (weights[from + tag] ?? 0);
    }
  }
  return scores;
}

/** A fixed sequence of pseudo-random numbers (Park & Miller 1988), so that every training is the same. */
function randomNumbers(): () => number {
  let seed = 20260211;
  return () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
}
