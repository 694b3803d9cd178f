import { annotateArticle } from "../annotate/annotate-article.ts";
import { linkMentions } from "../knowledge/link-mentions.ts";
import type { Facts } from "../knowledge/load-facts.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { NameTagger } from "../text/name-tagger.ts";

/** What is learned once and read by every reader: the name tagger's weights and the base of facts. */
export interface Learned {
  readonly nameTagger: NameTagger;
  readonly facts: Facts;
}

/** Reads an article and links its names to the base of facts. Pure. */
export function annotate(article: Article, learned: Learned): Annotation {
  return linkMentions(annotateArticle(article, learned), learned.facts);
}
