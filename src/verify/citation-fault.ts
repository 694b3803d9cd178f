import type { Citation } from "../model/claim.ts";
import type { StoryFacts } from "./story-facts.ts";

/** Why a citation does not hold: its article is not of the story, or the words do not stand there to the letter. Undefined where it holds. */
export function citationFault(citation: Citation, { articles }: StoryFacts): string | undefined {
  const article = articles.get(citation.articleId);
  if (!article) return "article-not-in-story";
  if (citation.quote.trim() === "") return "empty-citation";
  return article.text.slice(citation.start, citation.end) === citation.quote ? undefined : "citation-not-verbatim";
}
