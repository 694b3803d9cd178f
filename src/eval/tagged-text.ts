import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Span } from "../model/article.ts";

/** A sentence of a tagged set: words and BIO tags; `doc` where the set says which text it is from. */
export interface TaggedSentence {
  readonly w: readonly string[];
  readonly t: readonly string[];
  readonly doc?: string;
  readonly genre?: string;
}

export interface GoldName extends Span {
  readonly type: string;
}

/** A tagged text written out, one sentence a line, with the gold names as offsets. */
export interface TaggedText {
  readonly text: string;
  readonly names: readonly GoldName[];
}

/** Reads one set of `tagging/`, by its name without ".json.gz". */
export function readTaggedSentences(dataDir: string, name: string): TaggedSentence[] {
  return JSON.parse(gunzipSync(readFileSync(join(dataDir, "tagging", `${name}.json.gz`))).toString("utf8"));
}

/** Sentences that stand next to each other and are of one `doc`; where the set names no texts, runs of `size` sentences stand for them. */
export function documentsOf(sentences: readonly TaggedSentence[], size = 20): TaggedSentence[][] {
  const documents: TaggedSentence[][] = [];
  for (const sentence of sentences) {
    const open = documents.at(-1);
    const same = open && (sentence.doc === undefined ? open.length < size : open[0]?.doc === sentence.doc);
    if (same) open.push(sentence);
    else documents.push([sentence]);
  }
  return documents;
}

const noSpaceBefore = /^(?:[.,;:!?%)\]}”’]|['’](?:s|re|ve|ll|d|m|t|S)$|n['’]t$|'')/;
const noSpaceAfter = /^[([{“‘$£€#]$|^``$/;

/** Treebanks part "al-Bashir" in three; a dash between clauses is longer, or stands beside a number. */
function joins(w: readonly string[], i: number): boolean {
  const [left = "", mark, right = ""] = w.slice(i - 1, i + 2);
  if (mark === "’" || mark === "'") return /^(?:s|t|re|ve|ll|d|m)$/.test(right) && /\p{L}$/u.test(left);
  return mark === "-" && /\p{L}$/u.test(left) && /^\p{L}/u.test(right);
}

/** Writes treebank words as a newspaper prints them, and keeps where each name came to stand. */
export function writeOut(sentences: readonly TaggedSentence[]): TaggedText {
  let text = "";
  const names: GoldName[] = [];
  for (const { w, t } of sentences) {
    let straightOpen = false;
    let glue = true;
    let name: { start: number; end: number; type: string } | undefined;
    for (const [i, word] of w.entries()) {
      const closing = word === '"' && straightOpen;
      if (!glue && !closing && !noSpaceBefore.test(word) && !joins(w, i)) text += " ";
      const start = text.length;
      text += word;
      const tag = t[i] ?? "O";
      if (name && tag === `I-${name.type}`) name.end = text.length;
      else {
        if (name) names.push(name);
        name = tag === "O" ? undefined : { start, end: text.length, type: tag.slice(2) };
      }
      glue = noSpaceAfter.test(word) || (word === '"' && !straightOpen) || joins(w, i);
      if (word === '"') straightOpen = !straightOpen;
    }
    if (name) names.push(name);
    text += "\n";
  }
  return { text, names };
}
