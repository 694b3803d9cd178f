import { languageFor } from "../languages/registry.ts";
import type { Mention, MentionType } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { nameKinds } from "../text/name-gazetteer.ts";
import type { NameTagger } from "../text/name-tagger.ts";
import { type Token, tokensWithin } from "../text/tokens.ts";

interface Found extends Span {
  readonly type: MentionType;
  readonly text: string;
}

/** Longer sentences are lists or broken markup; their rest is not read for names, so that the tagger's cost stays bounded. */
const maxTokens = 400;

/**
 * The names in a text. English is tagged sentence by sentence; in other languages the lists of names decide, which find less and err less.
 * Then the whole article votes: one name has one type in it, a surname is the person named in full before, "(IMF)" after a name is short for it.
 */
export function findMentions(
  text: string,
  sentences: readonly Span[],
  language: string,
  tagger: NameTagger,
): Mention[] {
  const read = languageFor(language).tag === "en" ? taggedNames : listedNames;
  const found: Found[] = sentences.flatMap((sentence) =>
    read(tokensWithin(text, sentence).slice(0, maxTokens), tagger).map((span) => ({
      ...span,
      text: text.slice(span.start, span.end),
    })),
  );
  const types = votedTypes(found);
  const full = fullNames(found, types, text);
  return found.map(({ start, end, text: name, type }) => ({
    start,
    end,
    type: types.get(name) ?? type,
    name: full.get(name) ?? name,
  }));
}

type TypedSpan = Span & { readonly type: MentionType };

function taggedNames(tokens: readonly Token[], tagger: NameTagger): TypedSpan[] {
  const spans: TypedSpan[] = [];
  const tags = tagger.tag(tokens);
  let open: { start: number; end: number; type: MentionType } | undefined;
  for (const [i, token] of tokens.entries()) {
    const tag = tags[i] ?? "O";
    const type = tag.slice(2) as MentionType;
    // A possessive ends a name: what follows is what it has ("Kestria's foreign minister").
    if (open && tag === `I-${open.type}` && token.lower !== "'s" && token.lower !== "’s") open.end = token.end;
    else {
      if (open) spans.push(open);
      open = tag === "O" || !canBegin(token) ? undefined : { start: token.start, end: token.end, type };
    }
  }
  if (open) spans.push(open);
  return spans;
}

/** A name begins with a capital or a digit ("11 Squadron"), and never with an article or a pronoun. */
function canBegin({ text, lower }: Token): boolean {
  return (
    /^[\p{Lu}\p{N}]/u.test(text) &&
    !/^(?:the|a|an|i|we|he|she|it|they|you|but|and|in|on|at|this|that|there)$/.test(lower)
  );
}

const placeBits = nameKinds.country | nameKinds.largeCity | nameKinds.city | nameKinds.town | nameKinds.region;

function listedNames(tokens: readonly Token[], { gazetteer }: NameTagger): TypedSpan[] {
  return gazetteer.find(tokens).flatMap(({ start, end, kinds }): TypedSpan[] => {
    const first = tokens[start];
    const last = tokens[end - 1];
    const type = typeOf(kinds);
    // A single word at the start of a sentence may only be capitalised for that.
    if (!first || !last || !type || (start === 0 && end === 1)) return [];
    return [{ start: first.start, end: last.end, type }];
  });
}

function typeOf(kinds: number): MentionType | undefined {
  if (kinds & nameKinds.organization) return "ORG";
  if (kinds & nameKinds.person) return "PER";
  return kinds & placeBits ? "LOC" : undefined;
}

/** One type a name, the one most of its mentions have; full names of persons vote for their surnames too. */
function votedTypes(found: readonly Found[]): Map<string, MentionType> {
  const votes = new Map<string, Map<MentionType, number>>();
  const vote = (name: string, type: MentionType, weight: number) => {
    const of = votes.get(name) ?? new Map<MentionType, number>();
    of.set(type, (of.get(type) ?? 0) + weight);
    votes.set(name, of);
  };
  for (const { text, type } of found) vote(text, type, 1);
  const surnames = new Map<string, number>();
  for (const { text, type } of found) {
    const last = text.split(" ").at(-1);
    if (type === "PER" && last !== undefined && last !== text) surnames.set(last, (surnames.get(last) ?? 0) + 1);
  }
  // A full name outvotes one stray tag of its surname; beyond that, measured on tagged news, its vote counts .6 of a mention.
  for (const [name, count] of surnames) if (votes.has(name)) vote(name, "PER", Math.max(1.1, count * 0.6));
  return new Map(
    [...votes].map(([name, of]) => [
      name,
      [...of].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? "MISC",
    ]),
  );
}

/** Short forms and what they are short for: "Varn" -> "Ilse Varn", "IMF" -> "International Monetary Fund" where the text says so. */
function fullNames(
  found: readonly Found[],
  types: ReadonlyMap<string, MentionType>,
  text: string,
): Map<string, string> {
  const full = new Map<string, string>();
  const taken = new Set<string>();
  for (const { text: name, end } of found) {
    if (types.get(name) === "PER") {
      const parts = name.split(" ");
      const last = parts.at(-1);
      if (parts.length < 2 || last === undefined || full.get(last) === name) continue;
      // Two persons of one surname: then the surname alone is nobody's short form.
      if (full.has(last)) taken.add(last);
      else full.set(last, name);
    }
    const short = text.slice(end, end + 14).match(/^ \((\p{Lu}[\p{Lu}.&-]{1,9})\)/u)?.[1];
    if (short !== undefined && name.includes(" ")) full.set(short, name);
  }
  for (const name of taken) full.delete(name);
  return full;
}
