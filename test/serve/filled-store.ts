import { emptyAnnotation } from "../../src/model/annotation.ts";
import type { Article } from "../../src/model/article.ts";
import type { EntityCard } from "../../src/model/entity.ts";
import type { Outlet } from "../../src/model/outlet.ts";
import type { SiteEdition } from "../../src/serve/site-edition.ts";
import { saveArticle } from "../../src/store/articles.ts";
import { appendBriefing } from "../../src/store/briefings.ts";
import { saveStoryEntities } from "../../src/store/entities.ts";
import { recordPoll, saveFeed } from "../../src/store/feeds.ts";
import { saveItems, skipItem } from "../../src/store/items.ts";
import type { Store } from "../../src/store/open-store.ts";
import { saveOutlet } from "../../src/store/outlets.ts";
import { indexStory } from "../../src/store/search.ts";
import { mergeStory, saveAssignments, setStoryFacts } from "../../src/store/stories.ts";
import { briefing, outlets, sources } from "./site/invented-story.ts";

/** An outlet, an article and a story as nobody's friend would name them. */
export const hostileName = '<script>alert("x")</script> & "Sons"';
export const hostileId = "script-alert-x-script-sons";

const at = (day: number, time = "09:00") => `2026-11-${String(day).padStart(2, "0")}T${time}:00.000Z`;

const hostileOutlet: Outlet = {
  id: hostileId,
  name: hostileName,
  site: "javascript:alert(1)",
  family: hostileId,
  kind: "unknown",
  use: "text",
};

const harbourMaster: EntityCard = {
  entityId: "local:ada-renn",
  name: "Ada Renn",
  type: "PER",
  description: "The harbour master of Corvale",
  source: {
    kind: "articles",
    citations: [{ articleId: "a4", start: 0, end: 30, quote: "the harbour master Ada Renn told" }],
  },
};

/** A store with two stories that stand, one below the threshold, one that was merged, feeds in every state and skips. */
export async function fill({ db }: Store): Promise<void> {
  for (const outlet of [...outlets, hostileOutlet]) await saveOutlet(db, outlet, "edition");
  const outletId = (name: string) => outlets.find((outlet) => outlet.name === name)?.id ?? "the-upland-mail";
  for (const { articleId, outlet, title, url, publishedAt, language, genre } of sources)
    await addArticle({
      id: articleId,
      outlet,
      title,
      text: title,
      publishedAt: publishedAt ?? at(24),
      language,
      genre,
      ...(url !== undefined && { url }),
    });
  await addArticle({
    id: "c1",
    outlet: "Radio Nessa",
    title: "Correction: nine, not eleven",
    text: "We gave the wrong number.",
    publishedAt: at(23),
    language: "en",
    genre: "correction",
    url: "https://radio-nessa.example/c1",
  });
  await addArticle({
    id: "h1",
    outlet: hostileName,
    title: `${hostileName} says`,
    text: "Nothing of this runs.",
    publishedAt: at(24, "10:00"),
    language: "en",
    url: "javascript:alert(document.domain)",
  });

  async function addArticle(article: Article): Promise<void> {
    const annotation = emptyAnnotation(article.id, article.language);
    const id = article.outlet === hostileName ? hostileId : outletId(article.outlet);
    await saveArticle(db, { article, annotation, outletId: id }, article.publishedAt);
  }

  await saveAssignments(
    db,
    [
      ...sources.map(({ articleId, copyOf }) => ({
        articleId,
        storyId: "merle1",
        ...(copyOf !== undefined && { copyOf }),
      })),
      { articleId: "c1", storyId: "pilots9" },
      { articleId: "h1", storyId: "hostile1" },
    ],
    at(24, "11:00"),
  );
  await appendBriefing(db, briefing);
  await setStoryFacts(db, "merle1", {
    headline: briefing.headline.text,
    slug: "car-ferry-merle-runs-aground-off-corvale",
    standfirst: briefing.standfirst.text,
    language: "en",
    subject: "world",
    rank: 9,
    articles: 9,
    outlets: 8,
    origins: 6,
    firstSeenAt: at(24, "05:31"),
    newestAt: at(24, "11:20"),
    writtenAt: briefing.writtenAt,
    change: 1,
  });
  await setStoryFacts(db, "pilots9", {
    headline: "Corvale pilots vote to strike <em>again</em> & again",
    slug: "corvale-pilots-vote-to-strike",
    standfirst: "Three outlets report this.",
    language: "en",
    subject: "business",
    rank: 7,
    articles: 3,
    outlets: 3,
    origins: 2,
    firstSeenAt: at(23),
    newestAt: at(23, "12:00"),
    writtenAt: at(23, "12:30"),
    change: 1,
  });
  await setStoryFacts(db, "hostile1", {
    headline: `${hostileName} says`,
    slug: "hostile",
    standfirst: hostileName,
    language: "en",
    subject: "world",
    rank: 3,
    articles: 1,
    outlets: 1,
    origins: 1,
    firstSeenAt: at(24, "10:00"),
    newestAt: at(24, "10:00"),
    writtenAt: at(24, "10:10"),
    change: 1,
  });
  await indexStory(db, "merle1", "The car ferry Merle ran aground off Corvale", "en");
  await indexStory(db, "pilots9", "Corvale pilots vote to strike", "en");
  await saveStoryEntities(db, "merle1", [harbourMaster], new Map([["Corvale/Harbour", "Corvale Harbour"]]));
  await db.query("insert into stories (id, first_seen_at, articles) values ('twin1', now(), 1)");
  await mergeStory(db, "twin1", "merle1");
  await db.query("update stories set written_change = change");

  await addFeed("f-ok", "pinnace-wire", "https://pinnace-wire.example/feed", { outcome: "ok" });
  await addFeed("f-gone", "radio-nessa", "https://radio-nessa.example/rss", {
    outcome: "http-404",
    detail: "The server answered 404.",
    failures: 4,
  });
  await addFeed("f-new", "kestrel-daily", "https://kestrel-daily.example/feed");
  await addFeed("f-mal", "voice-of-ostrana", "https://voice-of-ostrana.example/feed", undefined, "pt");
  await addFeed("f-rest", "brightwater-post", "https://brightwater-post.example/feed", undefined, "en", "paused");

  async function addFeed(
    id: string,
    outlet: string,
    url: string,
    poll?: { outcome: string; detail?: string; failures?: number },
    language = "en",
    status: "active" | "paused" = "active",
  ): Promise<void> {
    await saveFeed(db, { id, outletId: outlet, url, language, status });
    if (poll)
      await recordPoll(db, id, {
        failures: 0,
        delayMs: 600_000,
        newItems: 3,
        polledAt: at(24, "11:50"),
        nextPollAt: at(24, "13:00"),
        ...poll,
      });
  }

  const item = (id: string, title: string, url: string) => ({
    id,
    feedId: "f-ok",
    outletId: "pinnace-wire",
    seenAt: at(24),
    url,
    item: { id, title, authors: [], tags: [] },
  });
  await saveItems(db, [
    item("s1", "Gone by the time we came", "https://pinnace-wire.example/s1"),
    item("s2", hostileName, "javascript:alert(2)"),
    item("s3", "Also gone", "https://pinnace-wire.example/s3"),
  ]);
  for (const id of ["s1", "s3"])
    await skipItem(db, id, { stage: "fetch", reason: "http-404", detail: "Not found." }, at(24, "11:00"));
  await skipItem(db, "s2", { stage: "extract", reason: "too-little-text" }, at(24, "11:01"));
}

/** A site over a store, with its clock at noon of the stories' day. */
export function siteOver({ db, changes }: Store, rest: Partial<SiteEdition> = {}): SiteEdition {
  return {
    db,
    changes,
    edition: {
      title: "The Strait",
      language: "en",
      languages: ["en", "de"],
      subjects: ["world", "business", "sport"],
      timeZone: "UTC",
      minArticles: 3,
      minOrigins: 2,
      contact: "desk@the-strait.example",
    },
    sample: false,
    version: "0.0.0",
    now: () => new Date(at(24, "12:00")),
    checkClaim: () => ({}),
    stage: () => "up to date",
    ...rest,
  };
}
