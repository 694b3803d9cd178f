import type { Article } from "../model/article.ts";
import { scanWords, startsWithCapital } from "../text/scan-words.ts";
import { dotProduct, termId } from "../text/term-vector.ts";
import { terms } from "../text/terms.ts";
import { type ArticleVector, vectorFields } from "./article-vector.ts";
import type { LiveArticle } from "./live-article.ts";
import { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";
import { StoryLikeness } from "./story-likeness.ts";
import type { ClusterInput } from "./story-stream.ts";
import { canCompare, meaningLikeness } from "./text-meaning.ts";

/** Why two articles are, or are not, one story. */
export interface PairExplanation {
  readonly same: boolean;
  readonly words: string;
}

/** What is asked of the stream for an explanation. */
export interface PairContext {
  readonly same: boolean;
  readonly copy: boolean;
  readonly weigh: (input: Omit<ClusterInput, "annotation">) => LiveArticle;
}

const dayMs = 86_400_000;
const listed = 6;

/** Says in words how alike two articles are: in their words, titles and names, and in time. */
export function explainPair(a: ClusterInput, b: ClusterInput, context: PairContext): PairExplanation {
  const [first, second] = [context.weigh(a), context.weigh(b)];
  const words = dotProduct(first.vector, second.vector);
  const [titleA, titleB] = [a, b].map(({ article }) => context.weigh({ article: { ...article, text: "" } }).vector);
  const titles = titleA && titleB ? dotProduct(titleA, titleB) : 0;
  const days = Math.abs(first.at - second.at) / dayMs;
  const likeness = likenessAlone(first, second);
  const wouldJoin = likeness >= clusterParameters.joinAt;
  const sentences = [
    `${context.same ? "One story" : "Two stories"}: alone, the two are ${percent(likeness)} alike in the light of the time between them, and ${percent(clusterParameters.joinAt)} would make them one.`,
    ...(context.copy ? ["One prints the other's text."] : []),
    `Their texts are ${percent(words)} alike in words, their titles ${percent(titles)}; ${apart(days)}.`,
    ...meaningWords(first, second),
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

/** What an embedding model found, where one read both. */
function meaningWords({ meaning: a }: LiveArticle, { meaning: b }: LiveArticle): string[] {
  if (!canCompare(a, b)) return [];
  const cosine = meaningLikeness(a, b) / clusterParameters.meaningScale;
  return [`${a.model} finds them ${percent(cosine)} alike in meaning, beyond what all texts have in common.`];
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
  const wordOf = wordsAsWritten([a, b].map(({ article }) => article));
  const words = [...weightOf]
    .sort((x, y) => y[1] - x[1])
    .flatMap(([id]) => wordOf.get(id) ?? [])
    .slice(0, listed);
  return words.length === 0 ? "They share no telling word." : `The words that tell most are ${quoted(words)}.`;
}

/** Place of a term -> a word of it as it stands in the texts: written small where one is. */
function wordsAsWritten(articles: readonly Article[]): ReadonlyMap<number, string> {
  const wordOf = new Map<number, string>();
  for (const { title, text, language } of articles) {
    const read = `${title}\n${text}`;
    const { count, starts, ends } = scanWords(read);
    for (let at = 0; at < count; at++) {
      const word = read.slice(starts[at], ends[at]);
      const found = terms(word, language);
      // A run of a script without spaces is several terms, each as it stands.
      for (const term of found) {
        const [id, written] = [termId(term), found.length > 1 ? term : word.replace(/['’]s$/, "")];
        if (!wordOf.has(id) || !startsWithCapital(written, 0)) wordOf.set(id, written);
      }
    }
  }
  return wordOf;
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
