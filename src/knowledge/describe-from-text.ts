import type { Annotation, Mention } from "../model/annotation.ts";
import type { Article, ArticleId, Span } from "../model/article.ts";
import type { Citation } from "../model/claim.ts";
import type { EntityId } from "../model/entity.ts";
import { personName } from "../text/person-name.ts";
import { isOfKind } from "./description-heads.ts";
import { officeBefore } from "./office-before.ts";
import { unfit } from "./unfit-words.ts";

/*
 * Descriptions that articles give of their own accord: an apposition after the name ("Mara Venn, a hydrologist at Lindmar University,")
 * or a title before it ("Foreign Minister Mara Venn"), after Fleischman, Hovy & Echihabi (2003).
 */

export interface ToldDescription {
  readonly text: string;
  readonly citation: Citation;
}

/** Longer appositions have run into the sentence. In words. */
const mostWords = 16;
/** An apposition begins as these do, in the languages we read; anything else after a comma is the sentence going on. */
const opening =
  /^(?:an?|the|one of|who is|chief|head|president|minister|director|professor|spokes\w+|former|ex-\w+|leader|founder|chair\w*|mayor|governor|senator|secretary|ein|eine|der|die|das|chef|chefin|präsident\w*|minister\w*|sprecher\w*|un|une|le|la|l['’]|el|los|directeur|directrice|ministre|président\w*|director\w*|ministr\w*|presidente|portavoz)\b/i;
/** A verb in it means that it is a clause. */
const clause =
  /\b(?:said|says|told|added|was|were|is|are|has|have|had|will|would|sagte|hat|ist|war|wird|dit|est|était|dijo|es|fue)\b/i;
/**
 * What the articles themselves say somebody or something is: the words most articles agree on, else the earliest, cited to their sentence.
 * Undefined where none says it.
 */
export function describeFromText(
  name: string,
  id: EntityId,
  articles: readonly Article[],
  annotations: ReadonlyMap<ArticleId, Annotation>,
): ToldDescription | undefined {
  // "President" alone, or "Former minister", does not say of what.
  const told = offersOf(name, id, articles, annotations).filter(({ text }) =>
    text.replace(/^Former /, "").includes(" "),
  );
  const votes = (one: ToldDescription) => told.filter(({ text }) => alike(text, one.text)).length;
  return told.reduce<ToldDescription | undefined>(
    (best, one) => (best === undefined || votes(one) > votes(best) ? one : best),
    undefined,
  );
}

/** Every description the articles give of somebody or something, in their order, each cited to its sentence. */
export function offersOf(
  name: string,
  id: EntityId,
  articles: readonly Article[],
  annotations: ReadonlyMap<ArticleId, Annotation>,
): ToldDescription[] {
  const told: ToldDescription[] = [];
  for (const article of articles) {
    const annotation = annotations.get(article.id);
    const people = annotation?.mentions.filter(({ type }) => type === "PER") ?? [];
    for (const mention of annotation?.mentions ?? []) {
      if (mention.entityId !== id && !(mention.type === "PER" && personName(mention.name) === name)) continue;
      const sentence = annotation?.sentences.find(({ start, end }) => start <= mention.start && mention.end <= end);
      const text =
        sentence && !tellsOfThePast(article, sentence)
          ? (apposition(article.text, mention, sentence, people) ??
            officeBefore(article.text, mention, sentence, people))
          : undefined;
      if (!sentence || text === undefined || saysNothing(text)) continue;
      const words = mention.type === "PER" ? withoutDeeds(text) : text;
      if (words !== undefined && !(mention.type === "PER" && isUnfit(words, people, annotation?.mentions ?? [])))
        told.push({ text: capitalised(words), citation: cite(article, sentence) });
    }
  }
  return told;
}

/**
 * What is told of a person is what he does, is and belongs to, in words that have not run over two people or bodies: "the minister by a head of
 * department", "Kestria and Chancellor of Senn", "the board and its director". "Navy General and Interior Secretary" are two offices of one.
 */
function isUnfit(words: string, people: readonly Mention[], mentions: readonly Mention[]): boolean {
  const others = new Set(people.map(({ name }) => name).filter((name) => name.includes(" ") && words.includes(name)));
  return (
    unfit.test(words) ||
    others.size > 1 ||
    /\sby (?:an?|the)\s|\sand (?:its|his|her|their)\s/i.test(words) ||
    mentions.some(({ name }) => words.startsWith(`${name} and `) && !isOfKind(name, "PER"))
  );
}

/** "The company", "a man"; "a pilot" says something. */
function saysNothing(words: string): boolean {
  return /^(?:the\s\S+|an?\s(?:man|woman|person|company|group|body|place))$/i.test(words);
}

/**
 * What somebody is, without what he did: "the harbour pilot | who ran the ferry aground". Undefined where too little is left, or another did it ("the
 * lawyer of the pilot who ran it aground").
 */
function withoutDeeds(words: string): string | undefined {
  const [own = ""] = words.split(/,?\s(?:who|whose|whom)\s/);
  if (own === words) return words;
  return own.split(/\s+/).length > 2 && !/\s(?:of|for|to|with)\s/.test(own) ? own : undefined;
}

function apposition(text: string, mention: Mention, sentence: Span, people: readonly Span[]): string | undefined {
  const after = text.slice(mention.end, sentence.end);
  const match =
    /^(?:\s\([^)]{1,15}\))?,\s([^,;:.!?“”"()\n]{4,160}?(?:,\s(?=(?:and|or)\s)[^,;:.]{2,60})?)(?:,\s|;|\.$|\.["”]?$)/u.exec(
      after,
    );
  const words = withoutNext(match?.[1]?.trim(), mention, after, people);
  if (words === undefined || !opening.test(words) || clause.test(words) || !isOfKind(words, mention.type))
    return undefined;
  // "the Ministry of Health, the Ministry of Education, and ..." is a list.
  if (mention.type !== "PER" && /^(?:the )?\p{Lu}/u.test(words)) return undefined;
  const count = words.split(/\s+/).length;
  // After a place, only "a wool town on the Orrel" describes it; other words are mostly of what is there.
  if (mention.type === "LOC" && !/^(?:an?|eine?|une?|una)\s/i.test(words)) return undefined;
  if (absolute(words) || /^the (?:\p{L}+est|most \p{L}+|only|first|last) (?:in|of|for)\b/iu.test(words))
    return undefined;
  const end = after.indexOf(words) + words.length;
  // "asked about Venn, the chair of the board, Anselm Ruyk, said": it stands between two, and may be of the second.
  if (
    people.some(
      ({ start }) =>
        start > mention.end + end && /^, (?:\p{Lu}\p{L}*\.? )?$/u.test(text.slice(mention.end + end, start)),
    )
  )
    return undefined;
  const rest = after.slice(end);
  return count < 2 || count > mostWords ? undefined : words + domainsIn(words, rest);
}

/** "Venn, head of the board, and Isolde Tarn, ...": the next of a list is no part of it. */
function withoutNext(words: string | undefined, { end }: Span, after: string, people: readonly Span[]) {
  const tail = words?.search(/,\s(?:and|or)\s/) ?? -1;
  if (words === undefined || tail < 0) return words;
  const from = end + after.indexOf(words);
  return people.some(({ start }) => start >= from + tail && start < from + words.length) ? words.slice(0, tail) : words;
}

/** "Minister for Culture, Community and Youth" has commas within the office. */
function domainsIn(words: string, rest: string): string {
  if (!/\b(?:Minister|Secretary|Ministry|Department) (?:for|of) (?:the )?\p{Lu}[\p{L} ]*$/u.test(words)) return "";
  return /^(?:, \p{Lu}\p{L}+)+,? and \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*/u.exec(rest)?.[0] ?? "";
}

/** "the talks over", "the door open": no description, but a clause without its verb. One with "the" is "the mayor" or says of what. */
function absolute(words: string): boolean {
  return (
    /^the\b/i.test(words) &&
    words.split(/\s+/).length > 2 &&
    !/\s(?:of|for|in|at|on|to|from|behind|who|with)\s/.test(words)
  );
}

/** "in 1998": who held an office then need not hold it now. "The rules of 1998" tell of no time. */
const year = /(?<!\bof )\b(?:1[89]|20)\d\d\b/gi;

function tellsOfThePast({ text, publishedAt }: Article, { start, end }: Span): boolean {
  const lastYear = Number(publishedAt.slice(0, 4)) - 1;
  return (text.slice(start, end).match(year) ?? []).some((one) => Number(one) < lastYear);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Half of the shorter one's longer words stand in the other. */
export function alike(a: string, b: string): boolean {
  const longer = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const [small, large] = [longer(a), longer(b)].sort((x, y) => x.size - y.size);
  if (!small || !large || small.size === 0) return a === b;
  return [...small].filter((word) => large.has(word)).length * 2 >= small.size;
}

function cite(article: Article, { start, end }: Span): Citation {
  return { articleId: article.id, start, end, quote: article.text.slice(start, end) };
}
