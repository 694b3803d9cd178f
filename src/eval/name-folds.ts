import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { taggedNames } from "../annotate/name-spans.ts";
import { findMentions } from "../annotate/names.ts";
import type { Span } from "../model/article.ts";
import { Gazetteer, nameKinds } from "../text/name-gazetteer.ts";
import { type NameTagger, nameTaggerOf, unpackNameWeights } from "../text/name-tagger.ts";
import { nameTokens } from "../text/name-tokens.ts";
import { splitSentences } from "../text/sentences.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";
import { f1, type SpanCounts } from "./mention-scores.ts";
import { readNameSets } from "./name-sets.ts";
import type { GoldName, TaggedText } from "./tagged-text.ts";
import { type NameLists, trainNames } from "./train-names.ts";

const folds = 3;
const epochs = 4;

type Finder = (text: string) => (Span & { readonly type: string })[];

/**
 * The open recipe by cross-validation on UNER-EWT, WikiGold and GUM news, beside the plain tagger in the same folds: the same features and
 * data, without the list of bodies, the word classes and the vote of the document. Trains six taggers: about ten minutes.
 */
export async function scoreNameFolds(dataDir: string): Promise<EvalTable> {
  const name = "name-folds";
  if (!existsSync(join(dataDir, "tagging"))) return { name, rows: [], skipped: "the tagged sets are absent" };
  const lists = unpackNameWeights(readFileSync(new URL("../../weights/names.bin.gz", import.meta.url)));
  const plainLists: NameLists = {
    phrases: lists.phrases,
    kinds: lists.kinds.map((kinds) => kinds & ~nameKinds.organization),
    words: new Uint32Array(),
    classes: new Uint16Array(),
  };
  const sets = readNameSets(dataDir, new Gazetteer(lists.phrases, lists.kinds));
  const ours = new Map<string, SpanCounts>();
  const plain = new Map<string, SpanCounts>();
  for (let fold = 0; fold < folds; fold++) {
    const parts = Object.entries(sets.news).map(([set, texts]) => ({
      set,
      test: texts.filter((_, i) => i % folds === fold),
      train: texts.filter((_, i) => i % folds !== fold),
    }));
    const training = [...sets.rest, ...parts.flatMap(({ train }) => train)];
    const tagger = nameTaggerOf(trainNames(training, lists, { epochs }));
    const plainTagger = nameTaggerOf(trainNames(training, plainLists, { epochs }));
    for (const { set, test } of parts) {
      count(ours, set, test, (text) => findMentions(text, splitSentences(text, "en"), "en", tagger));
      count(plain, set, test, (text) => sentenceBySentence(text, plainTagger));
    }
  }
  return { name, rows: rowsOf(ours, plain) };
}

function sentenceBySentence(text: string, tagger: NameTagger): (Span & { readonly type: string })[] {
  return splitSentences(text, "en").flatMap((sentence) => taggedNames(nameTokens(text, sentence), tagger));
}

const key = ({ start, end, type }: GoldName) => `${start}-${end}-${type}`;
const scored = ({ type }: { readonly type: string }) => type !== "MISC";

function count(into: Map<string, SpanCounts>, set: string, texts: readonly TaggedText[], find: Finder): void {
  const counts = into.get(set) ?? { gold: 0, found: 0, right: 0 };
  into.set(set, counts);
  for (const { text, names } of texts) {
    const gold = new Set(names.filter(scored).map(key));
    const found = find(text).filter(scored);
    counts.gold += gold.size;
    counts.found += found.length;
    counts.right += found.filter((one) => gold.has(key(one))).length;
  }
}

function rowsOf(ours: ReadonlyMap<string, SpanCounts>, plain: ReadonlyMap<string, SpanCounts>): EvalRow[] {
  const total = (counts: ReadonlyMap<string, SpanCounts>) =>
    [...counts.values()].reduce((sum, one) => ({
      gold: sum.gold + one.gold,
      found: sum.found + one.found,
      right: sum.right + one.right,
    }));
  const rows = [...ours].map(([set, counts]) => ({
    set,
    measure: "F1",
    value: f1(counts),
    note: `plain tagger ${f1(plain.get(set) ?? { gold: 0, found: 0, right: 0 }).toFixed(4)}`,
  }));
  return [
    ...rows,
    { set: "all three", measure: "F1", value: f1(total(ours)), note: `exact span and type, ${folds} folds` },
    { set: "all three", measure: "over the plain tagger", value: f1(total(ours)) - f1(total(plain)) },
  ];
}
