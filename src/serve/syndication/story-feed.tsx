import type { Context } from "hono";
import { UserError } from "../../model/errors.ts";
import { latestBriefings } from "../../store/briefings.ts";
import { correctionsOfStories } from "../../store/corrections.ts";
import { findEntity } from "../../store/entities.ts";
import { findOutlet, listOutlets } from "../../store/outlets.ts";
import { searchStories } from "../../store/search.ts";
import { listStories, type StoryQuery, type StoryRow } from "../../store/stories.ts";
import { publicAddress } from "../public-address.ts";
import { readQuery, someText } from "../query.ts";
import { outletPath, questionPath, storyPath, subjectPath, topicPath } from "../site/addresses.ts";
import { datesFor } from "../site/dates.ts";
import { stringsFor } from "../site/strings/site-strings.ts";
import { writingStrings } from "../site/strings/writing-strings.ts";
import { subjectIn } from "../site/subject-page.tsx";
import type { SiteEdition } from "../site-edition.ts";
import { PageHtml } from "./page-html.tsx";

/** A list of stories for feed readers, before it takes a format. All addresses are absolute. */
export interface StoryFeed {
  readonly title: string;
  readonly description: string;
  /** The page the feed belongs to. */
  readonly homeUrl: string;
  readonly feedUrl: string;
  /** BCP 47. */
  readonly language: string;
  readonly version: string;
  /** The stories of the sample edition are invented, and every reader is told so. */
  readonly sample: boolean;
  /** When its newest page was written, ISO 8601; absent where there is none. */
  readonly updatedAt?: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Stays the same whatever the host, the headline and the story's later merges. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly figures: string;
  /** The whole page as HTML without style or script. */
  readonly html: string;
  /** The language model that wrote any part of its page, and the site's words for that. */
  readonly writer?: { readonly model: string; readonly words: string };
  readonly language: string;
  readonly subject?: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
}

/** Whole pages of 15 KB each, a twentieth of that compressed. */
const entries = 50;

/** What a feed is of: the front page, or the page of a subject, topic or outlet. */
export interface FeedScope {
  readonly title: string;
  readonly path: string;
  readonly query: Omit<StoryQuery, "limit" | "order">;
  /** The words that are searched for, in place of `query`. */
  readonly search?: string;
  /** What stands after the page's address: "?q=ferry". */
  readonly parameters?: string;
}

/** The front page's stories. */
export async function frontScope(_: Context, { edition }: SiteEdition): Promise<FeedScope> {
  return { title: edition.title, path: "/", query: thresholdOf(edition) };
}

export async function subjectScope(context: Context, { edition }: SiteEdition): Promise<FeedScope> {
  const subject = subjectIn(context);
  if (!subject) throw new UserError("not-found", "There is no such subject.");
  const name = stringsFor(edition.language).subjects[subject];
  return {
    title: `${edition.title}: ${name}`,
    path: subjectPath(subject),
    query: { ...thresholdOf(edition), subject },
  };
}

export async function topicScope(context: Context, { db, edition }: SiteEdition): Promise<FeedScope> {
  const entity = await findEntity(db, context.req.param("entity") ?? "");
  if (!entity) throw new UserError("not-found", "No story names that.");
  return {
    title: `${edition.title}: ${entity.name}`,
    path: topicPath(entity.entityId),
    query: { entityId: entity.entityId },
  };
}

export async function outletScope(context: Context, { db, edition }: SiteEdition): Promise<FeedScope> {
  const outlet = await findOutlet(db, context.req.param("outlet") ?? "");
  if (!outlet) throw new UserError("not-found", "There is no such outlet.");
  return {
    title: `${edition.title}: ${outlet.name}`,
    path: outletPath(outlet.id),
    query: { ...thresholdOf(edition), outletId: outlet.id },
  };
}

/** The stories a search finds, the best first, as the search has them. */
export async function searchScope(context: Context, { edition }: SiteEdition): Promise<FeedScope> {
  const { q } = readQuery(context, { q: someText(1, 300) });
  return {
    title: `${edition.title}: ${q}`,
    path: "/search",
    query: {},
    search: q,
    parameters: `?${new URLSearchParams({ q })}`,
  };
}

/** The newest stories of a scope. */
export async function readStoryFeed(
  context: Context,
  site: SiteEdition,
  { title, path, query, search, parameters = "" }: FeedScope,
  file: "feed.xml" | "atom.xml" | "feed.json",
): Promise<StoryFeed> {
  const { edition, sample, version } = site;
  const absolute = publicAddress(context, site);
  const strings = stringsFor(edition.language);
  const stories = (
    search === undefined
      ? await listStories(site.db, { ...query, order: "newest", limit: entries })
      : await searchStories(site.db, search, { language: edition.language, limit: entries })
  ).filter(isWritten);
  const pages = await latestBriefings(
    site.db,
    stories.map(({ id }) => id),
  );
  const corrections = await correctionsOfStories(
    site.db,
    stories.map(({ id }) => id),
  );
  const outlets = new Map((await listOutlets(site.db)).map((outlet) => [outlet.name, outlet]));
  const htmlOf = (story: WrittenStory) => {
    const briefing = pages.get(story.id);
    return briefing === undefined
      ? ""
      : (
          <PageHtml
            briefing={briefing}
            questionUrl={(slug) => absolute(questionPath(story, slug))}
            outletOf={(name) => outlets.get(name)}
            corrections={corrections.get(story.id) ?? []}
            strings={strings}
            dates={datesFor(edition.language, edition.timeZone)}
          />
        ).toString();
  };
  const updatedAt = stories
    .map(({ writtenAt }) => writtenAt)
    .sort()
    .at(-1);
  const { sampleTitle, sampleText, promise } = strings.frame;
  return {
    title,
    description: sample ? `${sampleTitle} ${sampleText}` : promise,
    homeUrl: absolute(path + parameters),
    feedUrl: absolute(`${path === "/" ? "" : path}/${file}${parameters}`),
    language: edition.language,
    version,
    sample,
    ...(updatedAt !== undefined && { updatedAt }),
    entries: stories.map((story) => ({
      id: `backstory:story:${story.id}`,
      url: absolute(storyPath(story)),
      title: story.headline,
      summary: story.standfirst ?? "",
      figures: figuresOf(story, strings.counts),
      html: htmlOf(story),
      ...(story.writer !== undefined && {
        writer: { model: story.writer, words: writingStrings(strings.tag).inFeeds(story.writer) },
      }),
      language: story.language ?? edition.language,
      ...(story.subject !== undefined && { subject: story.subject }),
      publishedAt: story.firstSeenAt,
      updatedAt: story.writtenAt,
    })),
  };
}

type WrittenStory = StoryRow & Required<Pick<StoryRow, "headline" | "writtenAt">>;

function isWritten(story: StoryRow): story is WrittenStory {
  return story.headline !== undefined && story.writtenAt !== undefined;
}

function figuresOf({ articles, outlets, origins }: StoryRow, counts: ReturnType<typeof stringsFor>["counts"]): string {
  const parts = [
    `${articles} ${counts.reports(articles)}`,
    `${outlets} ${counts.outlets(outlets)}`,
    origins === 1 ? counts.oneOrigin : `${origins} ${counts.origins(origins)}`,
  ];
  return parts.join(" · ");
}

function thresholdOf({ minArticles, minOrigins }: SiteEdition["edition"]) {
  return { minArticles, minOrigins };
}
