import type { Annotation, Mention, MentionType } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { personName } from "../text/person-name.ts";
import { linkMention } from "./link-mentions.ts";
import type { Facts } from "./load-facts.ts";
import { shortNames } from "./short-names.ts";

/*
 * What one article leaves open about a name another one tells: in ten articles of one story a name has one type and one span, and a surname is
 * whoever one of them names in full (voting beyond the document, after Krishnan & Manning 2006).
 */

export interface StoryNames {
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  readonly facts: Facts;
}

interface Read {
  readonly text: string;
  readonly annotation: Annotation;
}

/** A name of several words is found elsewhere where so many articles have it; of one word more, since it may be a name here and none there. */
const leastArticles = { severalWords: 2, oneWord: 3 } as const;

const typeMajority = 4;

/** The annotations of a story's articles, agreed on where its names stand, what each is, and whom a short one means. */
export function agreeOnNames({ articles, annotations, facts }: StoryNames): ReadonlyMap<ArticleId, Annotation> {
  const read = articles.flatMap(({ id, text }) => {
    const annotation = annotations.get(id);
    return annotation ? [{ text, annotation }] : [];
  });
  if (read.length < 2) return annotations;
  const spans = voteOnSpans(read);
  const respanned = read.map((one) => ({ ...one.annotation, mentions: agreedSpans(one, spans) }));
  const types = voteOnTypes(respanned);
  const textOf = new Map(read.map(({ text, annotation }) => [annotation.articleId, text]));
  const typed = respanned.map((annotation) => {
    const mentions = annotation.mentions.map((mention) =>
      retyped(mention, types.get(mention.name), facts, textOf.get(annotation.articleId) ?? ""),
    );
    return { ...annotation, mentions };
  });
  const short = shortNames(
    typed.map(({ mentions }) => mentions),
    facts,
    (word) => read.some(({ text }) => text.includes(` ${word.toLowerCase()} `)),
  );
  const full = typed.map((one) => short.resolve(one, textOf.get(one.articleId) ?? ""));
  return new Map([...annotations, ...full.map((one) => [one.articleId, one] as const)]);
}

/** How a story takes some words: in how many articles they stand, in how many they are one name, and what of, by how many. */
interface Words {
  standing: number;
  named: number;
  readonly as: Map<string, { readonly mention: Mention; count: number }>;
}

interface SpanVotes {
  readonly byWords: ReadonlyMap<string, Words>;
  /** The names by their first word, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
}

const capital = /\p{Lu}[\p{L}\p{M}\p{N}]*/gu;

function voteOnSpans(read: readonly Read[]): SpanVotes {
  const byWords = new Map<string, Words>();
  for (const { text, annotation } of read) {
    const here = new Map(annotation.mentions.map((mention) => [text.slice(mention.start, mention.end), mention]));
    for (const [words, mention] of here) {
      const known = byWords.get(words) ?? { standing: 0, named: 0, as: new Map() };
      byWords.set(words, known);
      known.named++;
      const key = `${mention.type} ${mention.name}`;
      known.as.set(key, { mention, count: (known.as.get(key)?.count ?? 0) + 1 });
    }
  }
  const byFirst = new Map<string, string[]>();
  for (const words of byWords.keys()) {
    const [first] = words.match(capital) ?? [];
    if (first !== undefined && words.startsWith(first)) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.length - a.length);
  for (const { text } of read) {
    const here = new Set<string>();
    eachStanding(text, byFirst, (words) => here.add(words));
    for (const words of here) (byWords.get(words) as Words).standing++;
  }
  return { byWords, byFirst };
}

/** Calls `visit` with each of the names where it stands in a text, as whole words. */
function eachStanding(
  text: string,
  byFirst: SpanVotes["byFirst"],
  visit: (words: string, start: number) => void,
): void {
  for (const { 0: first, index } of text.matchAll(capital)) {
    if (/[\p{L}\p{N}]/u.test(text.charAt(index - 1))) continue;
    for (const words of byFirst.get(first) ?? [])
      if (text.startsWith(words, index) && !/[\p{L}\p{N}]/u.test(text.charAt(index + words.length)))
        visit(words, index);
  }
}

/**
 * An article's mentions with those that most of the others have at the same words: a name that was missed, the whole of one that was cut ("the East
 * Coast" of the East Coast Trust), and a person without his office. What only one article has stays as it is.
 */
function agreedSpans({ text, annotation }: Read, { byWords, byFirst }: SpanVotes): Mention[] {
  let mentions: readonly Mention[] = annotation.mentions;
  const agreed: Mention[] = [];
  let until = 0;
  eachStanding(text, byFirst, (words, start) => {
    const end = start + words.length;
    const vote = byWords.get(words);
    if (start < until || !vote || !stands(words, vote)) return;
    const as = mostCommon(vote);
    const crossed = mentions.filter((mention) => mention.start < end && start < mention.end);
    if (crossed.length === 0 && !canBeAdded(words, as)) return;
    const same = crossed.some((mention) => mention.start === start && mention.end === end);
    const yields = ({ start: from, end: to }: Mention) =>
      (start <= from && to <= end && isWhole(words)) ||
      (as.type === "PER" && to === end && isOffice(text.slice(from, start)));
    if (same || crossed.every(yields)) until = end;
    if (same || !crossed.every(yields)) return;
    mentions = mentions.filter((mention) => !crossed.includes(mention));
    agreed.push({ ...as, start, end });
  });
  return [...mentions, ...agreed].sort((a, b) => a.start - b.start);
}

/** A name of several words, or one word that is short for one; other single words are names here and none there. */
function canBeAdded(words: string, as: Mention): boolean {
  return as.type !== "MISC" && !officeAlone.test(words) && (words.includes(" ") || as.name !== words);
}

/** "Prime Minister", "Secretary of Defense": nobody by name. */
const officeAlone =
  /^(?:\p{Lu}[\p{L}-]*\s)?(?:President|Minister|Chancellor|Governor|Mayor|Senator|Secretary|Speaker|Counsel|Attorney|General|Judge|Justice|Commissioner|Chief)(?:\sof\s.*)?$/u;

function stands(words: string, { standing, named }: Words): boolean {
  return words.includes(" ")
    ? named >= leastArticles.severalWords && named * 2 > standing
    : named >= leastArticles.oneWord && named * 3 > standing * 2;
}

function mostCommon({ as }: Words): Mention {
  return [...as.values()].reduce((best, one) => (one.count > best.count ? one : best)).mention;
}

/** "Puri district", "The Beacon" and "Mr Venn" are longer than the names in them. */
function isWhole(words: string): boolean {
  return /\s\p{Lu}\S*$/u.test(words) && !/^The\s/.test(words) && personName(words) === words;
}

const isOffice = (words: string) => personName(`${words}Mara Venn`) === "Mara Venn";

/**
 * The type that four articles, and four times as many as give another, give a name: of 22 such names of newscope it was right for 17, of 17 where it
 * is three times as many for 8. Where tagged articles disagree the name is a hard one.
 */
function voteOnTypes(annotations: readonly Annotation[]): ReadonlyMap<string, MentionType> {
  const votes = new Map<string, Map<MentionType, number>>();
  for (const { mentions } of annotations) {
    // An article gives a name one type already.
    const here = new Map(mentions.map(({ name, type }) => [name, type]));
    for (const [name, type] of here) {
      const of = votes.get(name) ?? new Map<MentionType, number>();
      of.set(type, (of.get(type) ?? 0) + 1);
      votes.set(name, of);
    }
  }
  return new Map(
    [...votes].flatMap(([name, of]) => {
      const [best, next] = [...of].sort((a, b) => b[1] - a[1]);
      return best && next && best[1] >= typeMajority * next[1] ? [[name, best[0]] as const] : [];
    }),
  );
}

function retyped(mention: Mention, type: MentionType | undefined, facts: Facts, text: string): Mention {
  // What the base of facts knows is what it is there.
  const isKnown = mention.entityId !== undefined && !mention.entityId.startsWith("local:");
  if (type === undefined || type === mention.type || isKnown) return mention;
  const { entityId: _, ...plain } = mention;
  return linkMention({ ...plain, type }, facts, text);
}
