import type { Article } from "../model/article.ts";
import { dotProduct, termId } from "../text/term-vector.ts";
import { terms } from "../text/terms.ts";
import { type ArticleVector, vectorFields } from "./article-vector.ts";
import type { LiveArticle } from "./live-article.ts";
import { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";
import { StoryLikeness } from "./story-likeness.ts";
import type { ClusterInput } from "./story-stream.ts";

/** Why two articles are, or are not, one story. */
export interface PairExplanation {
  readonly same: boolean;
  readonly words: string;
}

/** What is asked of the stream for an explanation. */
export interface PairContext {
  readonly same: boolean;
  readonly copy: boolean;
  readonly weigh: (article: Article) => LiveArticle;
}

const dayMs = 86_400_000;
const listed = 6;

/** Says in words how alike two articles are: in their words, titles and names, and in time. */
export function explainPair(a: ClusterInput, b: ClusterInput, context: PairContext): PairExplanation {
  const [first, second] = [context.weigh(a.article), context.weigh(b.article)];
  const words = dotProduct(first.vector, second.vector);
  const [titleA, titleB] = [a, b].map(({ article }) => context.weigh({ ...article, text: "" }).vector);
  const titles = titleA && titleB ? dotProduct(titleA, titleB) : 0;
  const days = Math.abs(first.at - second.at) / dayMs;
  const likeness = likenessAlone(first, second);
  const wouldJoin = likeness >= clusterParameters.joinAt;
  const sentences = [
    `${context.same ? "One story" : "Two stories"}: alone, the two are ${percent(likeness)} alike in the light of the time between them, and ${percent(clusterParameters.joinAt)} would make them one.`,
    ...(context.copy ? ["One prints the other's text."] : []),
    `Their texts are ${percent(words)} alike in words, their titles ${percent(titles)}; ${apart(days)}.`,
    sharedWords(a, b, first, second),
    sharedNames(a, b),
    ...(nameOthers(first.vector, second.vector)
      ? ["No telling name stands in both, as in two events of one kind, so that their words count for less."]
      : []),
    ...(context.same === wouldJoin
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
  };
}

/** How much the one is like a story of which the other is the only article. */
function likenessAlone(a: LiveArticle, b: LiveArticle): number {
  const story = new OpenStory("alone");
  story.add(a);
  const likeness = new StoryLikeness();
  likeness.load(b);
  return likeness.of(story);
}

function sharedWords(a: ClusterInput, b: ClusterInput, first: LiveArticle, second: LiveArticle): string {
  const weightOf = new Map<number, number>();
  for (const [at, id] of first.vector.ids.entries()) {
    const other = second.vector.ids.indexOf(id);
    if (other >= 0) weightOf.set(id, (first.vector.weights[at] ?? 0) * (second.vector.weights[other] ?? 0));
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

function nameOthers(a: ArticleVector, b: ArticleVector): boolean {
  if (a.namesLength === 0 || b.namesLength === 0) return false;
  const namesOf = ({ ids, fields }: ArticleVector) =>
    ids.filter((_, at) => ((fields[at] as number) & vectorFields.names) !== 0);
  const inB = new Set(namesOf(b));
  return !namesOf(a).some((id) => inB.has(id));
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
