import type { Annotation, Mention, TimeMention } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { NameTagger } from "../text/name-tagger.ts";
import { findQuantities } from "../text/quantities.ts";
import { splitSentences } from "../text/sentences.ts";
import { findMentions } from "./names.ts";
import { findQuotes } from "./quotes.ts";
import { findTimes } from "./times.ts";

/** A text is read up to here; what follows in a longer one (a book, a log) has sentences too, but no names, quotes, numbers or dates. */
const readLength = 200_000;

/** What a machine reads in an article: sentences, names, quotations, numbers and dates, with offsets into `article.text`. Pure; linear in its length. */
export function annotateArticle(article: Article, reading: { readonly nameTagger: NameTagger }): Annotation {
  const { text, language } = article;
  const sentences = splitSentences(text, language);
  const read = text.length > readLength ? sentences.filter(({ end }) => end <= readLength) : sentences;
  const dates = findTimes(text, read, article.publishedAt, language);
  const named = findMentions(text, read, language, reading.nameTagger);
  const mentions = named.filter((mention) => !isDate(mention, dates));
  return {
    articleId: article.id,
    language,
    sentences,
    mentions,
    quotes: findQuotes(text, read, mentions, language),
    numbers: findQuantities(text, read, language),
    dates,
  };
}

/** "May" in "from May" is no name; where it is short for one, its mention bears the whole. */
function isDate({ start, end, name }: Mention, dates: readonly TimeMention[]): boolean {
  return !name.includes(" ") && dates.some((date) => date.start <= start && end <= date.end);
}
