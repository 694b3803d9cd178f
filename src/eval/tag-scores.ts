import { loadLemmas, loadPartOfSpeechTagger } from "../learned.ts";
import type { Lemmatizer } from "../text/lemma.ts";
import { type PartOfSpeechTagger, partsOfSpeech } from "../text/part-of-speech.ts";
import { treebankTokens } from "../text/treebank-tokens.ts";
import type { EvalRow } from "./eval-table.ts";
import { readTreebanks, type TreebankSentence } from "./treebanks.ts";

/** Parts of speech and lemmas of treebanks the weights were not learned from: GUM's news, and the test part of UD English-EWT. */
export function scoreTags(dataDir: string): EvalRow[] {
  const banks = readTreebanks(dataDir);
  if (!banks) return [];
  const tagger = loadPartOfSpeechTagger();
  const lemmatizer = loadLemmas();
  return [
    ...rowsOf("GUM news", banks.gumNews, tagger, lemmatizer),
    ...rowsOf("UD-EWT test", banks.ewtTest, tagger, lemmatizer),
    speed(banks.web, tagger),
  ];
}

function rowsOf(
  set: string,
  sentences: readonly TreebankSentence[],
  tagger: PartOfSpeechTagger,
  lemmatizer: Lemmatizer,
): EvalRow[] {
  const counts = { words: 0, tags: 0, lemmas: 0, caseless: 0, goldTags: 0, ownFound: 0, ownRight: 0 };
  for (const { text, toks } of sentences) {
    const words = toks.map(({ f }) => f);
    const tags = tagger.tag(words);
    const lemmas = lemmatizer.lemmas(words, tags);
    const byGold = lemmatizer.lemmas(
      words,
      toks.map(({ u }) => partsOfSpeech.find((tag) => tag === u) ?? "X"),
    );
    for (const [at, { u, l }] of toks.entries()) {
      counts.words++;
      counts.tags += Number(tags[at] === u);
      counts.lemmas += Number(lemmas[at] === l);
      counts.caseless += Number(lemmas[at]?.toLowerCase() === l.toLowerCase());
      counts.goldTags += Number(byGold[at] === l);
    }
    const gold = taggedSpans(text, toks);
    const own = treebankTokens(text, { start: 0, end: text.length });
    const ownTags = tagger.tag(own.map(({ text: word }) => word));
    counts.ownFound += own.length;
    counts.ownRight += own.filter(({ start, end }, at) => gold.has(`${start}-${end}-${ownTags[at]}`)).length;
  }
  const { words, ownFound, ownRight } = counts;
  return [
    {
      set: `parts of speech ${set}`,
      measure: "UPOS",
      value: counts.tags / words,
      note: `${words} words as the treebank parts them`,
    },
    { set: `parts of speech ${set}`, measure: "UPOS F1, own tokens", value: (2 * ownRight) / (ownFound + words) },
    { set: `lemmas ${set}`, measure: "right", value: counts.lemmas / words, note: "with our tags" },
    { set: `lemmas ${set}`, measure: "right but for case", value: counts.caseless / words, note: "with our tags" },
    { set: `lemmas ${set}`, measure: "right, gold tags", value: counts.goldTags / words },
  ];
}

/** Each gold word as "start-end-tag"; words are found in the text in turn. */
function taggedSpans(text: string, toks: TreebankSentence["toks"]): Set<string> {
  const spans = new Set<string>();
  let from = 0;
  for (const { f, u } of toks) {
    const start = text.indexOf(f, from);
    if (start < 0) continue;
    from = start + f.length;
    spans.add(`${start}-${from}-${u}`);
  }
  return spans;
}

/** Processor time, not the clock's, of words tagged after as many were tagged before. */
function speed(sentences: readonly TreebankSentence[], tagger: PartOfSpeechTagger): EvalRow {
  const parted = sentences.slice(0, 4000).map(({ toks }) => toks.map(({ f }) => f));
  const tagAll = () => parted.reduce((sum, words) => sum + tagger.tag(words).length, 0);
  tagAll();
  const before = process.cpuUsage();
  const words = tagAll();
  const { user, system } = process.cpuUsage(before);
  return { set: "speed parts of speech", measure: "words/s", value: words / ((user + system) / 1e6), note: "one core" };
}
