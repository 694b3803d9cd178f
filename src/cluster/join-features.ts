import { dotProduct, FlatVector, sharedMass, sharedTerms, type TermVector } from "../text/term-vector.ts";
import type { Field } from "./article-fields.ts";
import type { LiveArticle } from "./live-article.ts";
import type { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";

/** What the same-story score knows of an article beside a story, in the order of the row of numbers. */
export const joinFeatures = [
  "bodyCentre",
  "bodyBest",
  "bodyNearest",
  "bodySecond",
  "bodyMean",
  "leadBest",
  "leadNearest",
  "titleBest",
  "titleNearest",
  "pairsBest",
  "namesBest",
  "namesNearest",
  "numbersBest",
  "gapLast",
  "gapNearest",
  "span",
  "size",
  "cohesion",
  "lead",
  "rank",
  "density",
  "leadOverNext",
  "sharedRare",
  "names",
  "numbers",
  "length",
  "sameOutlet",
  "otherLanguage",
  "titleInStory",
  "storyTitleInArticle",
  "leadInStory",
  "nearestLength",
] as const;

/** A story an article may join, with its row of features. */
export interface Candidate {
  readonly story: OpenStory;
  readonly row: Float32Array;
  /** Its articles that are most like the new one, the likest first. */
  readonly nearest: readonly Likeness[];
}

/** An article and the cosine of its body with another's. */
export interface Likeness {
  readonly article: LiveArticle;
  readonly likeness: number;
}

const dayMs = 86_400_000;
/** Terms in fewer than one article in twenty tell something when two beginnings share them. */
const rareIdf = 3;

/** Compares an article with the stories it may belong to. Made once a stream, because it lays the body's vector out flat. */
export class JoinComparison {
  readonly #body = new FlatVector();

  /** Lays out the article that the calls below are about. */
  load(article: LiveArticle): void {
    this.#body.load(article.vectors.body);
  }

  /** The cosine of the loaded article's body with another's. */
  readonly likeness = (other: LiveArticle): number => this.#body.dot(other.vectors.body);

  /** The loaded article beside each of the stories that came up for it. */
  compare(article: LiveArticle, stories: readonly OpenStory[]): Candidate[] {
    const seen = stories.map((story) => this.#against(story)).filter((one) => sharesEnough(article, one));
    const centres = seen.map(({ centre }) => centre);
    const bests = seen.map(({ likest }) => likest[0]?.likeness ?? 0);
    const order = [...centres.keys()].sort((a, b) => (centres[b] ?? 0) - (centres[a] ?? 0));
    return seen.map((one, at) => {
      const others = order.filter((other) => other !== at).slice(0, 8);
      let density = 0;
      for (const other of others) density += (centres[other] ?? 0) / 8;
      return {
        story: one.story,
        nearest: one.likest.slice(0, clusterParameters.nearestArticles),
        row: this.#row(article, one, {
          lead: one.centre - highest(centres, at),
          leadOverNext: (bests[at] ?? 0) - highest(bests, at),
          rank: Math.min(4, order.indexOf(at)),
          density,
        }),
      };
    });
  }

  #against(story: OpenStory): Seen {
    const likest = story.recent.map((article) => ({ article, likeness: this.likeness(article) }));
    let sum = 0;
    for (const { likeness } of likest) sum += likeness;
    likest.sort((a, b) => b.likeness - a.likeness);
    return { story, likest, mean: sum / likest.length, centre: sum / story.length };
  }

  #row(
    article: LiveArticle,
    { story, likest, mean, centre }: Seen,
    among: { readonly lead: number; readonly leadOverNext: number; readonly rank: number; readonly density: number },
  ): Float32Array {
    const nearest = likest.slice(0, clusterParameters.nearestArticles);
    const best = nearest[0];
    if (!best) return new Float32Array(joinFeatures.length);
    const of = (value: (other: LiveArticle) => number) => nearest.map(({ article: other }) => value(other));
    const dot = (field: Field) => of((other) => dotProduct(article.vectors[field], other.vectors[field]));
    const lead = dot("lead");
    const title = dot("title");
    const names = dot("names");
    return Float32Array.of(
      centre,
      best.likeness,
      average(nearest.map(({ likeness }) => likeness)),
      likest[1]?.likeness ?? best.likeness,
      mean,
      Math.max(...lead),
      average(lead),
      Math.max(...title),
      average(title),
      Math.max(...dot("pairs")),
      Math.max(...names),
      average(names),
      Math.max(...dot("numbers")),
      Math.log1p(Math.abs(article.at - story.lastAt) / dayMs),
      Math.log1p(Math.abs(article.at - best.article.at) / dayMs),
      Math.log1p((story.lastAt - story.firstAt) / dayMs),
      Math.log(story.articles.length),
      story.cohesion,
      among.lead,
      among.rank,
      among.density,
      among.leadOverNext,
      Math.log1p(sharedRarity(article, best.article.vectors.lead)),
      Math.min(6, article.vectors.names.ids.length),
      Math.min(4, article.vectors.numbers.ids.length),
      Math.log1p(article.vectors.body.ids.length),
      likest.some(({ article: other }) => other.outlet === article.outlet) ? 1 : 0,
      best.article.language === article.language ? 0 : 1,
      Math.max(...of((other) => sharedMass(article.vectors.title, other.vectors.body))),
      Math.max(...of((other) => sharedMass(other.vectors.title, article.vectors.body))),
      Math.max(...of((other) => sharedMass(article.vectors.lead, other.vectors.body))),
      Math.log1p(best.article.vectors.body.ids.length),
    );
  }
}

interface Seen {
  readonly story: OpenStory;
  readonly likest: readonly Likeness[];
  readonly mean: number;
  readonly centre: number;
}

/** One word in common, be it ever so rare, is a coincidence: two banks and a dam may bear one name. */
function sharesEnough({ vectors: { lead } }: LiveArticle, { likest }: Seen): boolean {
  return likest
    .slice(0, clusterParameters.nearestArticles)
    .some(({ article }) => sharedTerms(lead, article.vectors.body) >= clusterParameters.leastShared);
}

function sharedRarity({ vectors: { lead }, leadRarity }: LiveArticle, other: TermVector): number {
  let sum = 0;
  let at = 0;
  for (let i = 0; i < lead.ids.length; i++) {
    const id = lead.ids[i] as number;
    while (at < other.ids.length && (other.ids[at] as number) < id) at++;
    if (other.ids[at] === id) sum += Math.max(0, (leadRarity[i] as number) - rareIdf);
  }
  return sum;
}

function highest(values: readonly number[], except: number): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) if (at !== except) most = Math.max(most, values[at] ?? 0);
  return most;
}

function average(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
