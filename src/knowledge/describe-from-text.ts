import type { Annotation, Mention } from "../model/annotation.ts";
import type { Article, ArticleId, Span } from "../model/article.ts";
import type { Citation } from "../model/claim.ts";
import type { EntityId } from "../model/entity.ts";
import { personName } from "../text/person-name.ts";
import { isOfKind } from "./description-heads.ts";

/*
 * Descriptions that articles give of their own accord: an apposition after the name ("Mara Venn, a hydrologist at Lindmar University,")
 * or a title before it ("Foreign Minister Mara Venn"), after Fleischman, Hovy & Echihabi (2003).
 */

export interface ToldDescription {
  readonly text: string;
  readonly citation: Citation;
}

/** An office before a name, with a comma: "the interior minister, Anselm Ruyk". */
const roleBefore =
  /(?:^|[\s“"])((?:the|\p{Lu}[\p{L}’']+['’]s)\s+(?:[\p{L}'’-]+\s+){0,4}?(?:president|prime minister|minister|chancellor|governor|mayor|chair(?:man|woman)?|leader|head|director|chief executive|secretary|captain|coach|manager|speaker|ambassador|commissioner|editor|founder)(?:\s+of\s+[^,;.:“”"]{2,50})?),\s+$/iu;
/** Longer appositions have run into the sentence. In words. */
const mostWords = 16;
/** An apposition begins as these do, in the languages we read; anything else after a comma is the sentence going on. */
const opening =
  /^(?:an?|the|one of|who is|chief|head|president|minister|director|professor|spokes\w+|former|ex-\w+|leader|founder|chair\w*|mayor|governor|senator|secretary|ein|eine|der|die|das|chef|chefin|präsident\w*|minister\w*|sprecher\w*|un|une|le|la|l['’]|el|los|directeur|directrice|ministre|président\w*|director\w*|ministr\w*|presidente|portavoz)\b/i;
/** A verb in it means that it is a clause. */
const clause =
  /\b(?:said|says|told|added|was|were|is|are|has|have|had|will|would|sagte|hat|ist|war|wird|dit|est|était|dijo|es|fue)\b/i;
/** Offices that stand before a name. */
const titles =
  /(?:^|[\s"“(])((?:(?:[A-Z][\p{L}-]+|the|of|for|and)\s+){0,4}?(?:President|Prime Minister|Chancellor|Minister|Secretary|Mayor|Governor|Senator|Judge|Justice|General|Admiral|Colonel|Commissioner|Ambassador|Spokes(?:man|woman|person)|Director|Professor|Archbishop|Bishop|Pope|King|Queen|Prince|Princess|Coach|Captain|Chief Executive|Präsident(?:in)?|Kanzler(?:in)?|Minister(?:in)?|Bürgermeister(?:in)?|Sprecher(?:in)?|Professor(?:in)?))\s+$/u;

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
  const told: ToldDescription[] = [];
  for (const article of articles) {
    const annotation = annotations.get(article.id);
    for (const mention of annotation?.mentions ?? []) {
      if (mention.entityId !== id && !(mention.type === "PER" && personName(mention.name) === name)) continue;
      const sentence = annotation?.sentences.find(({ start, end }) => start <= mention.start && mention.end <= end);
      const text =
        sentence &&
        (apposition(article.text, mention, sentence) ??
          role(article.text, mention, sentence) ??
          office(article.text, mention, sentence));
      if (sentence && text !== undefined) told.push({ text, citation: cite(article, sentence) });
    }
  }
  const votes = (one: ToldDescription) => told.filter(({ text }) => alike(text, one.text)).length;
  return told.reduce<ToldDescription | undefined>(
    (best, one) => (best === undefined || votes(one) > votes(best) ? one : best),
    undefined,
  );
}

function apposition(text: string, mention: Mention, sentence: Span): string | undefined {
  const after = text.slice(mention.end, sentence.end);
  const match =
    /^(?:\s\([^)]{1,15}\))?,\s([^,;:.!?“”"()\n]{4,160}?(?:,\s(?=(?:and|or)\s)[^,;:.]{2,60})?)(?:,\s|;|\.$|\.["”]?$)/u.exec(
      after,
    );
  const words = match?.[1]?.trim();
  if (words === undefined || !opening.test(words) || clause.test(words) || !isOfKind(words, mention.type))
    return undefined;
  // "the Ministry of Health, the Ministry of Education, and ..." is a list.
  if (mention.type !== "PER" && /^(?:the )?\p{Lu}/u.test(words)) return undefined;
  const count = words.split(/\s+/).length;
  // After a place, only "a wool town on the Orrel" describes it; other words are mostly of what is there.
  if (mention.type === "LOC" && !/^(?:an?|eine?|une?|una)\s/i.test(words)) return undefined;
  if (absolute(words) || /^the (?:\p{L}+est|most \p{L}+|only|first|last) (?:in|of|for)\b/iu.test(words))
    return undefined;
  const rest = match?.index === undefined ? "" : after.slice(after.indexOf(words) + words.length);
  return count < 2 || count > mostWords ? undefined : capitalised(words + domainsIn(words, rest));
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

function office(text: string, mention: Mention, sentence: Span): string | undefined {
  if (mention.type !== "PER" || !text.slice(mention.start, mention.end).includes(" ")) return undefined;
  const behind =
    /^ of (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/u.exec(text.slice(mention.end, sentence.end))?.[0] ?? "";
  const within = /\s(of (?:the )?\p{Lu}.*)$/u.exec(text.slice(mention.start, mention.end))?.[1];
  const title = titles
    .exec(text.slice(sentence.start, mention.start))?.[1]
    ?.replace(/^(?:The|the|And|But|In|On)\s+/, "")
    .trim();
  if (title === undefined || title === "") return undefined;
  const whole = `${title}${within === undefined ? behind : ` ${within}`}`;
  // "President" alone, or "Dr", does not say of what.
  return whole.includes(" ") ? capitalised(whole) : undefined;
}

function role(text: string, mention: Mention, sentence: Span): string | undefined {
  const words =
    mention.type === "PER" ? roleBefore.exec(text.slice(sentence.start, mention.start))?.[1]?.trim() : undefined;
  return words === undefined || words.split(/\s+/).length < 3 ? undefined : capitalised(words);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Half of the shorter one's longer words stand in the other. */
function alike(a: string, b: string): boolean {
  const longer = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const [small, large] = [longer(a), longer(b)].sort((x, y) => x.size - y.size);
  if (!small || !large || small.size === 0) return a === b;
  return [...small].filter((word) => large.has(word)).length * 2 >= small.size;
}

function cite(article: Article, { start, end }: Span): Citation {
  return { articleId: article.id, start, end, quote: article.text.slice(start, end) };
}
