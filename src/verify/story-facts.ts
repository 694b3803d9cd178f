import type { Article, ArticleId } from "../model/article.ts";
import type { StoryMaterial } from "../model/draft.ts";
import { slugOf } from "../model/outlet.ts";
import { wholeNamesIn } from "./short-names.ts";
import { stateMediaNamed } from "./state-media.ts";

/** What verification knows of a story, counted again from its articles and not taken over from whoever wrote the drafts. */
export interface StoryFacts {
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly outlets: ReadonlySet<string>;
  /** Article -> whose words they are. */
  readonly origins: ReadonlyMap<ArticleId, string>;
  /** Every count a sentence of ours may give: articles, outlets, origins and countries of the story, articles of each outlet. */
  readonly counts: ReadonlySet<number>;
  /** Those whose words an article gives, its author included. */
  readonly speakers: ReadonlyMap<ArticleId, ReadonlySet<string>>;
  /** The numbers in the times of the reports and of the writing ("2026", "23", "14", "05"), and the months' names. */
  readonly times: ReadonlySet<string>;
  /** Names of state media that its sentences may hold. */
  readonly stateMedia: readonly string[];
  /** The whole names of its people by last name. */
  readonly wholeNames: ReadonlyMap<string, string>;
}

/** Reads the counts, names and times of a story. Total. */
export function readStoryFacts(material: StoryMaterial): StoryFacts {
  const { articles, origins, outlets } = material;
  const perOutlet = new Map<string, number>();
  for (const { outlet } of articles) perOutlet.set(outlet, (perOutlet.get(outlet) ?? 0) + 1);
  const originOf = new Map(articles.map(({ id, outlet }) => [id, origins.get(id) ?? outlet]));
  let wholeNames: ReadonlyMap<string, string> | undefined;
  const countries = articles.flatMap(({ outlet }) => outlets(outlet).country ?? []);
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    outlets: new Set(perOutlet.keys()),
    origins: originOf,
    counts: new Set([
      articles.length,
      perOutlet.size,
      new Set(originOf.values()).size,
      new Set(countries).size,
      ...perOutlet.values(),
    ]),
    speakers: new Map(articles.map((article) => [article.id, speakersIn(article, material)])),
    stateMedia: stateMediaNamed(material),
    // Only what a model wrote asks for them.
    get wholeNames() {
      wholeNames ??= wholeNamesIn(material);
      return wholeNames;
    },
    times: timesIn([...articles.map(({ publishedAt }) => publishedAt), material.now], material.language),
  };
}

function speakersIn(article: Article, { annotations }: StoryMaterial): ReadonlySet<string> {
  const quotes = annotations.get(article.id)?.quotes ?? [];
  const named = quotes.flatMap(({ speaker }) =>
    speaker ? [speaker.name, article.text.slice(speaker.start, speaker.end)] : [],
  );
  return new Set(article.byline === undefined ? named : [...named, article.byline]);
}

function timesIn(moments: readonly string[], language: string): ReadonlySet<string> {
  const months = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const found = new Set<string>(["UTC"]);
  for (const moment of moments) {
    for (const digits of moment.match(/\d+/g) ?? []) found.add(digits).add(String(Number(digits)));
    const time = new Date(moment);
    if (!Number.isNaN(time.getTime())) found.add(months.format(time));
  }
  return found;
}

/** A name as it is compared: without case, accents and marks. */
export function plainName(name: string): string {
  return slugOf(name, 200);
}
