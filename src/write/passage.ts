import type { Quantity, Quote, TimeMention } from "../model/annotation.ts";
import type { Article, Span } from "../model/article.ts";
import type { Citation } from "../model/claim.ts";
import type { Cues } from "./cues/cues.ts";

/** One sentence of an article, with all that was read in it. Spans are into the article's text. */
export interface Passage extends Span {
  readonly index: number;
  readonly article: Article;
  readonly outlet: string;
  /** Whose words they are: the family of the outlet that first had the text. */
  readonly origin: string;
  /** Number of the sentence in its article. */
  readonly order: number;
  readonly text: string;
  readonly words: number;
  /** Names in full where the article gives them in full. */
  readonly names: readonly string[];
  /** Those of them that are people. */
  readonly people: ReadonlySet<string>;
  /** Those of them that are people or bodies. */
  readonly agents: readonly string[];
  /** Names a private person of a story that must not expose them: not in a headline, a question, or as what one outlet has alone. */
  readonly privateNames: boolean;
  /** A name stands here by a part of it only ("Marant"), or a pronoun speaks ("she said"), so a reader who starts here does not know who it is. */
  readonly shortNames: boolean;
  readonly numbers: readonly Quantity[];
  readonly quotes: readonly Quote[];
  readonly dates: readonly TimeMention[];
  readonly cues: Cues;
  /** Opinion and interview bear out nothing but their author's view. */
  readonly reported: boolean;
  /** Why it cannot stand alone on a page; absent where it can. */
  readonly flaw?: string;
}

/** True where both give one and the same number of one unit. */
export function shareNumber(a: Passage, b: Passage): boolean {
  return a.numbers.some((x) => b.numbers.some((y) => x.low === y.low && x.high === y.high && x.unit === y.unit));
}

/** The whole sentence as evidence. */
export function citationOf(passage: Passage): Citation {
  const { article, start, end } = passage;
  return { articleId: article.id, start, end, quote: article.text.slice(start, end) };
}
