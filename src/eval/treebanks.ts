import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { openGenres } from "./name-sets.ts";

/** A word of a treebank: form, lemma, universal part of speech, and whether a space stands behind it. */
export interface TreebankWord {
  readonly f: string;
  readonly l: string;
  readonly u: string;
  readonly sp: boolean;
}

export interface TreebankSentence {
  readonly text: string;
  readonly toks: readonly TreebankWord[];
}

/** English treebanks whose weights may be shipped. Nothing of the news of GUM or of the test part of EWT is learned from. */
export interface Treebanks {
  /** Edited text of GUM, in the genres under open licences. */
  readonly edited: readonly TreebankSentence[];
  /** UD English-EWT, training and development parts: web logs, mail, questions, reviews. */
  readonly web: readonly TreebankSentence[];
  readonly gumNews: readonly TreebankSentence[];
  readonly ewtTest: readonly TreebankSentence[];
}

/** Reads the treebanks; undefined where the data are absent. */
export function readTreebanks(dataDir: string): Treebanks | undefined {
  const file = (name: string) => join(dataDir, "tagging", `${name}.json.gz`);
  if (!existsSync(file("gum")) || !existsSync(file("ewt-train"))) return undefined;
  const read = <T>(name: string): T[] => JSON.parse(gunzipSync(readFileSync(file(name))).toString("utf8"));
  const gum = read<{ readonly genre: string; readonly S: readonly TreebankSentence[] }>("gum");
  const ofGum = (chosen: (genre: string) => boolean) =>
    gum.filter(({ genre }) => chosen(genre)).flatMap(({ S: sentences }) => sentences);
  return {
    edited: ofGum((genre) => openGenres.has(genre)),
    web: [...read<TreebankSentence>("ewt-train"), ...read<TreebankSentence>("ewt-dev")],
    gumNews: ofGum((genre) => genre === "news"),
    ewtTest: read<TreebankSentence>("ewt-test"),
  };
}
