import { annotateArticle } from "../annotate/annotate-article.ts";
import { linkMentions } from "../knowledge/link-mentions.ts";
import type { Facts } from "../knowledge/load-facts.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { NameTagger } from "../text/name-tagger.ts";
import type { NounPhraseReader } from "../text/noun-phrase.ts";

/** What is learned once and read by every reader: the name tagger's weights, the base of facts, and what tells noun phrases. */
export interface Learned {
  readonly nameTagger: NameTagger;
  readonly facts: Facts;
  /** Its weights are read when it is first asked. */
  readonly isNounPhrase: NounPhraseReader;
}

/** Reads an article and links its names to the base of facts. Pure. */
export function annotate(article: Article, learned: Pick<Learned, "nameTagger" | "facts">): Annotation {
  return linkMentions(annotateArticle(article, learned), learned.facts, article.text);
}
