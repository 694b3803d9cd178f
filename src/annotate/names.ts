import { languageFor } from "../languages/registry.ts";
import type { Mention } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import type { NameTagger } from "../text/name-tagger.ts";
import { nameTokens } from "../text/name-tokens.ts";
import type { Token } from "../text/tokens.ts";
import { listedNames, taggedNames } from "./name-spans.ts";
import { type FoundName, fullNames, voteTypes } from "./name-votes.ts";
import { repeatedNames } from "./repeated-names.ts";

/** Longer sentences are lists or broken markup; their rest is not read for names, so that the tagger's cost stays bounded. */
const maxTokens = 400;

/**
 * The names in a text. English is tagged sentence by sentence; in other languages the lists of names decide, which find less and err less.
 * Then the whole article votes: one name has one type in it and is a name wherever it stands, a surname is the person named in full before,
 * "(IMF)" after a name is short for it.
 */
export function findMentions(
  text: string,
  sentences: readonly Span[],
  language: string,
  tagger: NameTagger,
): Mention[] {
  const english = languageFor(language).tag === "en";
  const read: Token[][] = sentences.map((sentence) => nameTokens(text, sentence).slice(0, maxTokens));
  const first: FoundName[] = read.flatMap((tokens) =>
    (english ? taggedNames(tokens, tagger) : listedNames(tokens, tagger.gazetteer)).map((span) => ({
      ...span,
      text: text.slice(span.start, span.end),
    })),
  );
  const found = english ? repeatedNames(first, read, text) : first;
  const full = fullNames(found, text);
  const types = voteTypes(found, full, tagger.gazetteer);
  return found.map(({ start, end, text: name, type }) => ({
    start,
    end,
    type: types.get(name) ?? type,
    name: full.get(name) ?? name,
  }));
}
