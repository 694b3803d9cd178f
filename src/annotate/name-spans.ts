import type { MentionType } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { type Gazetteer, nameKinds } from "../text/name-gazetteer.ts";
import type { NameTagger } from "../text/name-tagger.ts";
import { titleWords } from "../text/title-words.ts";
import type { Token } from "../text/tokens.ts";

export type TypedSpan = Span & { readonly type: MentionType };

/** A name as tokens `from` to `to` (exclusive). */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly type: MentionType;
}

/** The names the tagger finds in one sentence, without titles and articles, adjectives of nations as MISC. */
export function taggedNames(tokens: readonly Token[], tagger: NameTagger): TypedSpan[] {
  const tags = tagger.tag(tokens);
  const names = runsOf(tags, tokens).flatMap((run) => {
    const trimmed = trim(run, tokens);
    const first = tokens[trimmed.from];
    const last = tokens[trimmed.to - 1];
    if (!first || !last || trimmed.from >= trimmed.to || !canBegin(first)) return [];
    return [{ start: first.start, end: last.end, type: typeOfRun(trimmed, tokens, tagger.gazetteer) }];
  });
  return [...names, ...missedCountries(tokens, tags, tagger.gazetteer)].sort((a, b) => a.start - b.start);
}

/** Countries the tagger passed by ("pro-Kestria" is rare in what it learned from), unless their name is a person's too. */
function missedCountries(tokens: readonly Token[], tags: readonly string[], gazetteer: Gazetteer): TypedSpan[] {
  const others = nameKinds.firstName | nameKinds.person | nameKinds.surname | nameKinds.demonym;
  return gazetteer.find(tokens).flatMap(({ start, end, kinds }): TypedSpan[] => {
    const first = tokens[start];
    const last = tokens[end - 1];
    const free = tags.slice(start, end).every((tag) => tag === "O");
    if (!first || !last || !free || !(kinds & nameKinds.country) || kinds & others) return [];
    return [{ start: first.start, end: last.end, type: "LOC" }];
  });
}

function runsOf(tags: readonly string[], tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let open: { from: number; to: number; type: MentionType } | undefined;
  for (const [i, tag] of tags.entries()) {
    const type = tag.slice(2) as MentionType;
    // A possessive ends a name: what follows is what it has ("Kestria's foreign minister").
    if (open && tag === `I-${open.type}` && !isPossessive(tokens[i])) open.to = i + 1;
    else {
      if (open) runs.push(open);
      open = tag === "O" || isPossessive(tokens[i]) ? undefined : { from: i, to: i + 1, type };
    }
  }
  if (open) runs.push(open);
  return runs;
}

function isPossessive(token: Token | undefined): boolean {
  return token?.lower === "'s" || token?.lower === "’s";
}

function trim({ from, to, type }: Run, tokens: readonly Token[]): Run {
  const lower = (i: number) => tokens[i]?.lower ?? "";
  if (type === "PER") {
    for (let i = to - 2; i >= from; i--) {
      if (!titleWords.has(lower(i))) continue;
      from = i + 1;
      break;
    }
    while (from < to - 1 && /^[-.,]$/.test(lower(from))) from++;
    // "Minister for Home Affairs and Law K Shan": the last word of the office is none of the name.
    if (to - from > 2 && /^(?:and|of|for|&)$/.test(lower(from - 1)) && offices.test(lower(from))) from++;
    // "Frederick Fung of the League": the name is before the "of".
    for (let i = from + 1; i < to; i++) if (lower(i) === "of") to = i;
  }
  while (from < to && /^(?:the|a|an)$/.test(lower(from))) from++;
  // "Many Singaporeans" at the start of a sentence, where every word has a capital.
  while (from < to - 1 && /^(?:many|some|most|several|few|both|these|those|every|other|another|up)$/.test(lower(from)))
    from++;
  while (to > from && /^(?:[-,'’"“”(]|and|of|the|in|for)$/.test(lower(to - 1))) to--;
  // "The Hague", "The Korea Herald": in running text a capital article is part of the name.
  if (type !== "PER" && from > 1 && tokens[from - 1]?.text === "The" && /^[\p{L},]/u.test(tokens[from - 2]?.text ?? ""))
    from--;
  return { from, to, type };
}

/** What ministers are of, at the end of a list of it. */
const offices =
  /^(?:law|industry|trade|commerce|finance|defen[cs]e|education|health|transport|energy|environment|labou?r|justice|interior|affairs|development|agriculture|tourism|housing|technology|culture|sports?|youth|manpower|communications|sustainability|infrastructure)$/;

function typeOfRun({ from, to, type }: Run, tokens: readonly Token[], gazetteer: Gazetteer): MentionType {
  const kinds = gazetteer.kindsOf(tokens.slice(from, to).map((token) => token.lower));
  return kinds & nameKinds.demonym && !(kinds & (nameKinds.country | nameKinds.organization)) ? "MISC" : type;
}

/** A name begins with a capital or a digit ("11 Squadron") or an Arabic article ("al-Damazin"), never with a pronoun. */
function canBegin({ text, lower }: Token): boolean {
  return (
    /^(?:[\p{Lu}\p{N}]|al$|el$|de$|bin$|van$|von$|[a-z]\p{Lu})/u.test(text) &&
    !/^(?:i|we|he|she|it|they|you|but|and|in|on|at|this|that|there|a|an|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|july|september|october|november|december)$/.test(
      lower,
    )
  );
}

/** Towns and smaller cities are also common nouns ("Ende"); alone, only larger places count. */
const aloneBits =
  nameKinds.country | nameKinds.largeCity | nameKinds.region | nameKinds.organization | nameKinds.person;
const placeBits = nameKinds.country | nameKinds.largeCity | nameKinds.city | nameKinds.town | nameKinds.region;

/**
 * Names for languages the tagger has not learned: those on the lists, and a first name with the capitalised words behind it. Fewer are found,
 * and fewer wrongly.
 */
export function listedNames(tokens: readonly Token[], gazetteer: Gazetteer): TypedSpan[] {
  const found: TypedSpan[] = [];
  let free = 0;
  const hits = new Map(gazetteer.find(tokens).map((hit) => [hit.start, hit]));
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i];
    if (!first || i < free) continue;
    const person = personEnd(tokens, i, gazetteer);
    const hit = hits.get(i);
    const type =
      person > i ? "PER" : hit && (hit.end - i > 1 || hit.kinds & aloneBits) ? typeOfKinds(hit.kinds) : undefined;
    const end = person > i ? Math.max(person, hit?.end ?? 0) : (hit?.end ?? i);
    const last = tokens[end - 1];
    // A single word at the start of a sentence may only be capitalised for that.
    if (!type || !last || (i === 0 && end === 1)) continue;
    found.push({ start: first.start, end: last.end, type });
    free = end;
  }
  return found;
}

/** Where "Ilse Varn" or "Jan van Osk" ends; `from` where no person begins. */
function personEnd(tokens: readonly Token[], from: number, gazetteer: Gazetteer): number {
  const word = (i: number) => tokens[i]?.text ?? "";
  if (!/^\p{Lu}\p{Ll}+$/u.test(word(from)) || !(gazetteer.kindsOf([word(from).toLowerCase()]) & nameKinds.firstName))
    return from;
  let end = from + 1;
  while (/^(?:van|von|de|del|der|di|da)$/.test(word(end)) && /^\p{Lu}/u.test(word(end + 1))) end++;
  if (!/^\p{Lu}\p{Ll}+/u.test(word(end))) return from;
  return end + 1;
}

function typeOfKinds(kinds: number): MentionType | undefined {
  if (kinds & nameKinds.organization) return "ORG";
  if (kinds & nameKinds.person) return "PER";
  return kinds & placeBits ? "LOC" : undefined;
}
