import { type BoostedTrees, probability, treesScore } from "../text/boosted-trees.ts";
import { dotProduct, termId } from "../text/term-vector.ts";
import { terms } from "../text/terms.ts";
import { JoinComparison } from "./join-features.ts";
import type { LiveArticle } from "./live-article.ts";
import { OpenStory } from "./open-story.ts";
import type { ClusterInput } from "./story-stream.ts";

/** Why two articles are, or are not, one story. */
export interface PairExplanation {
  readonly same: boolean;
  readonly words: string;
  /** What weighed: cosines from 0 to 1, the days between them, and the likelihood that one would join the other alone. */
  readonly parts: readonly { readonly name: string; readonly value: number }[];
}

/** What is asked of the stream for an explanation. */
export interface PairContext {
  readonly same: boolean;
  readonly copy: boolean;
  readonly weigh: (input: ClusterInput) => LiveArticle;
  readonly join: BoostedTrees;
}

const dayMs = 86_400_000;
const listed = 6;

/** Says in words how alike two articles are: in their words, names and numbers, and in time. */
export function explainPair(a: ClusterInput, b: ClusterInput, context: PairContext): PairExplanation {
  const [first, second] = [context.weigh(a), context.weigh(b)];
  const cosine = (field: "body" | "title" | "names" | "numbers") =>
    dotProduct(first.vectors[field], second.vectors[field]);
  const days = Math.abs(first.at - second.at) / dayMs;
  const likely = probability(scoreAlone(first, second, context.join));
  const sentences = [
    `${context.same ? "One story" : "Two stories"}: alone, one would join the other with a likelihood of ${percent(likely)}.`,
    ...(context.copy ? ["One prints the other's text."] : []),
    `Their texts are ${percent(cosine("body"))} alike in words, their titles ${percent(cosine("title"))}, their names ${percent(cosine("names"))}; ${apart(days)}.`,
    sharedWords(a, b, first, second),
    sharedNames(a, b),
    ...(context.same === likely >= 0.5
      ? []
      : [
          context.same
            ? "What holds them together is the rest of their story, whose articles stand between them."
            : "Each fits the rest of its own story better than the other.",
        ]),
  ];
  return {
    same: context.same,
    words: sentences.filter(Boolean).join(" "),
    parts: [
      { name: "words", value: cosine("body") },
      { name: "titles", value: cosine("title") },
      { name: "names", value: cosine("names") },
      { name: "numbers", value: cosine("numbers") },
      { name: "days", value: days },
      { name: "likelihood", value: likely },
    ],
  };
}

/** The log-odds that the later one joins a story of which the earlier is the only article, were there no other story. */
function scoreAlone(a: LiveArticle, b: LiveArticle, join: BoostedTrees): number {
  const [earlier, later] = a.at <= b.at ? [a, b] : [b, a];
  const story = new OpenStory("alone");
  story.add(earlier, () => 1);
  const comparison = new JoinComparison();
  comparison.load(later);
  const [candidate] = comparison.compare(later, [story]);
  return candidate ? treesScore(join, candidate.row) : Number.NEGATIVE_INFINITY;
}

function sharedWords(a: ClusterInput, b: ClusterInput, first: LiveArticle, second: LiveArticle): string {
  const weightOf = new Map<number, number>();
  for (const [at, id] of first.vectors.body.ids.entries()) {
    const other = second.vectors.body.ids.indexOf(id);
    if (other >= 0) weightOf.set(id, (first.vectors.body.weights[at] ?? 0) * (second.vectors.body.weights[other] ?? 0));
  }
  const wordOf = new Map<number, string>();
  for (const { article } of [a, b])
    for (const word of terms(`${article.title}\n${article.text}`, article.language)) wordOf.set(termId(word), word);
  const words = [...weightOf]
    .sort((x, y) => y[1] - x[1])
    .flatMap(([id]) => wordOf.get(id) ?? [])
    .slice(0, listed);
  return words.length === 0 ? "They share no telling word." : `The words that tell most are ${quoted(words)}.`;
}

function sharedNames(a: ClusterInput, b: ClusterInput): string {
  const names = (input: ClusterInput) => new Set(input.annotation.mentions.map(({ name }) => name));
  const inB = names(b);
  const shared = [...names(a)].filter((name) => inB.has(name)).slice(0, listed);
  return shared.length === 0 ? "They name nobody and no place in common." : `Both name ${shared.join(", ")}.`;
}

function apart(days: number): string {
  if (days < 1) return "they appeared within a day of each other";
  return `they appeared ${Math.round(days)} ${Math.round(days) === 1 ? "day" : "days"} apart`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
