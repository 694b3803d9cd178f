import type { MentionType } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { EncyclopaediaArticle, NameArticles } from "../model/encyclopaedia.ts";
import { terms } from "../text/terms.ts";
import { isOfKind } from "./description-heads.ts";
import { unfit } from "./unfit-words.ts";

/*
 * Which of the articles an encyclopaedia has under a name is about the one of the story: the one whose words are the story's own (context overlap,
 * Milne & Witten 2008). A namesake shares its country and some common words too, so a country counts half, and what is shared has to be more than
 * chance gives.
 */

/**
 * Least weight of what an encyclopaedia's article shares with the story. Of 5,700 pairs of an article of WikiGold and a story of newscope that have
 * nothing to do with each other 1.0% reach it (4: 5.1%, 8: 0.3%).
 */
const leastShared = 6;
/** The next best must share less than this part of it. */
const rivalShare = 0.5;
/** A word is the story's own where so many of its articles have it, and two of them at least. */
const ownShare = 0.1;
/** Longer ones are no description. In words. */
const mostWords = 16;

/**
 * What the encyclopaedia says of the one of the story, as a card may give it, with the article it stands in; undefined where none of its articles,
 * or more than one, fits.
 *
 * @param isCountry whether a lower-case word names a country
 */
export function describeFromEncyclopaedia(
  { name, type, language, articles: found }: NameArticles,
  articles: readonly Article[],
  isCountry: (word: string) => boolean,
): EncyclopaediaArticle | undefined {
  const texts = articles.map(({ title, text }) => `${title}\n${text}`);
  const story: StoryWords = {
    all: ownWords(texts.map((text) => new Set(terms(text, language)))),
    names: ownWords(texts.map((text) => new Set(namesWithin(text).flatMap((word) => terms(word, language))))),
    except: new Set(terms(name, language)),
    language,
    isCountry,
  };
  const [best, next] = found
    .map((one) => ({ one, shared: weightOfShared(one, story) }))
    .sort((a, b) => b.shared - a.shared);
  if (!best || best.shared < leastShared || (next && next.shared >= rivalShare * best.shared)) return undefined;
  const description = fitDescription(best.one, type, language);
  return description === undefined ? undefined : { ...best.one, description };
}

interface StoryWords {
  readonly all: ReadonlySet<string>;
  /** Of words with a capital alone. */
  readonly names: ReadonlySet<string>;
  /** The terms of the name itself. */
  readonly except: ReadonlySet<string>;
  readonly language: string;
  readonly isCountry: (word: string) => boolean;
}

/** Names within its first paragraph count 2, countries and the words of its description 1; each once. */
function weightOfShared({ description, extract }: EncyclopaediaArticle, story: StoryWords): number {
  const weights = new Map<string, number>();
  const add = (word: string, among: ReadonlySet<string>, weight: number) => {
    for (const term of terms(word, story.language))
      if (among.has(term) && !story.except.has(term)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  };
  add(description, story.all, 1);
  for (const word of namesWithin(extract)) add(word, story.names, story.isCountry(word.toLowerCase()) ? 1 : 2);
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Words with a capital that begin no sentence. */
function namesWithin(text: string): string[] {
  return (text.match(/(?<=[\p{L}\p{N},;)] )\p{Lu}[\p{L}'’-]{2,}/gu) ?? []).filter((word) => !calendar.test(word));
}

function ownWords(texts: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = Math.max(Math.min(2, texts.length), ownShare * texts.length);
  return new Set([...counts].flatMap(([word, count]) => (count >= least ? [word] : [])));
}

/** What ended is told with its years or not at all. */
const ended =
  /\b(?:was|were|former|formerly|until \d{4}|from \d{4} to \d{4}|fut|war|ehemalig\w*|ancien(?:ne)?|fue|ex)\b/i;
const tellsItEnded =
  /\b(?:former|ex-|ehemalig\w*|ancien(?:ne)?)|\d{4}\s?[–-]\s?\d{2,4}|from \d{4} (?:to|until) \d{4}|\(\d{4}/i;
/** When and where somebody was born is neither office nor affiliation. */
const birth = /\s*\((?:born|b\.|né[e]?|geboren|\*|nacid[oa])\b[^)]*\)/i;

/**
 * The encyclopaedia's description as a card gives it; undefined where it says something else than what it is, holds a word that stands in no card of a
 * person, or calls somebody by an office of the past as if it were of today.
 */
function fitDescription(
  { description, extract }: EncyclopaediaArticle,
  type: MentionType,
  language: string,
): string | undefined {
  const words = description
    .replace(birth, "")
    .replace(/[.;,\s]+$/, "")
    .trim();
  const count = words.split(/\s+/).length;
  if (count < 2 || count > mostWords) return undefined;
  if (
    language === "en" &&
    !isOfKind(words.replace(/\s*\([^)]*\)/g, "").replace(/\s(?:since|from|until) \d{4}.*$/, ""), type)
  )
    return undefined;
  if (type === "PER" && unfit.test(words)) return undefined;
  const [first = ""] = extract.split(/(?<=\p{Ll}{3}[.!?])\s/u);
  if (type === "PER" && ended.test(first) && !tellsItEnded.test(words)) return undefined;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
