import { existsSync } from "node:fs";
import { join } from "node:path";
import { findMentions } from "../annotate/names.ts";
import type { NameTagger } from "../text/name-tagger.ts";
import { splitSentences } from "../text/sentences.ts";
import type { EvalRow } from "./eval-table.ts";
import { documentsOf, type GoldName, readTaggedSentences, type TaggedSentence, writeOut } from "./tagged-text.ts";

/** Counts for exact-span F1 of persons, bodies and places. */
export interface SpanCounts {
  gold: number;
  found: number;
  right: number;
}

const scored = new Set(["PER", "LOC", "ORG"]);

/** Names in news the tagger was never trained on: exact span and type, over running text as an article has it. */
export function scoreMentions(dataDir: string, tagger: NameTagger): EvalRow[] {
  if (!existsSync(join(dataDir, "tagging", "nc", "ww-dev.json.gz"))) return [];
  const counts = countSpans(documentsOf(readTaggedSentences(dataDir, "nc/ww-dev")), tagger);
  return [
    { set: "mentions ww-dev", measure: "F1", value: f1(counts), note: "exact span and type, PER LOC ORG; test only" },
    { set: "mentions ww-dev", measure: "precision", value: counts.right / Math.max(1, counts.found) },
    { set: "mentions ww-dev", measure: "recall", value: counts.right / Math.max(1, counts.gold) },
  ];
}

/** Reads each text whole, as `article annotate` does, and compares the names. */
export function countSpans(documents: readonly (readonly TaggedSentence[])[], tagger: NameTagger): SpanCounts {
  const counts: SpanCounts = { gold: 0, found: 0, right: 0 };
  for (const document of documents) {
    const { text, names } = writeOut(document);
    const key = ({ start, end, type }: GoldName) => `${start}-${end}-${type}`;
    const gold = new Set(names.filter(({ type }) => scored.has(type)).map(key));
    const found = findMentions(text, splitSentences(text, "en"), "en", tagger).filter(({ type }) => scored.has(type));
    counts.gold += gold.size;
    counts.found += found.length;
    counts.right += found.filter((mention) => gold.has(key(mention))).length;
  }
  return counts;
}

export function f1({ gold, found, right }: SpanCounts): number {
  return (2 * right) / Math.max(1, gold + found);
}
