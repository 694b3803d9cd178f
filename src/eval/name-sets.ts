import type { Gazetteer } from "../text/name-gazetteer.ts";
import { toNewsConventions } from "./name-conventions.ts";
import { documentsOf, readTaggedSentences, type TaggedText, writeOut } from "./tagged-text.ts";

/** The openly licensed sets of names: those that stand for news, and what else there is to learn from. */
export interface NameSets {
  readonly news: Readonly<Record<string, readonly TaggedText[]>>;
  readonly rest: readonly TaggedText[];
}

/** The genres of GUM whose annotations may be shipped. */
export const openGenres = new Set(["academic", "bio", "court", "interview", "speech", "voyage", "textbook"]);

/** Reads the sets NOTICE lists, as running text under one set of rules (toNewsConventions). */
export function readNameSets(dataDir: string, gazetteer: Gazetteer): NameSets {
  const texts = (...names: string[]) =>
    names
      .flatMap((name) => documentsOf(readTaggedSentences(dataDir, name)))
      .map((document) => toNewsConventions(writeOut(document), gazetteer));
  const gum = readTaggedSentences(dataDir, "gum-ner");
  const ofGum = (chosen: (genre: string) => boolean) =>
    documentsOf(gum.filter(({ genre }) => genre !== undefined && chosen(genre))).map((document) =>
      toNewsConventions(writeOut(document), gazetteer),
    );
  return {
    news: {
      "UNER-EWT": texts("uner-dev", "uner-test"),
      WikiGold: texts("wikigold"),
      "GUM news": ofGum((genre) => genre === "news"),
    },
    rest: [...texts("open"), ...ofGum((genre) => openGenres.has(genre))],
  };
}
