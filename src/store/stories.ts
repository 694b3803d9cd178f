import type { ArticleId } from "../model/article.ts";
import type { Assignment, StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { present } from "./rows.ts";

/** A story as lists and pages need it. What writing sets is absent until its page is written. */
export interface StoryRow {
  readonly id: StoryId;
  /** ISO 8601. */
  readonly firstSeenAt: string;
  readonly newestAt?: string;
  readonly headline?: string;
  readonly slug?: string;
  readonly standfirst?: string;
  readonly language?: string;
  readonly subject?: string;
  readonly rank?: number;
  readonly articles: number;
  readonly outlets: number;
  readonly origins: number;
  readonly writtenAt?: string;
  /** The language model that wrote any part of its page. */
  readonly writer?: string;
  /** Grows with every change of its articles. */
  readonly change: number;
}

/** What writing its page finds out about a story. */
export interface StoryFacts {
  readonly headline: string;
  readonly slug: string;
  readonly standfirst: string;
  readonly language: string;
  readonly subject: string;
  readonly rank: number;
  readonly articles: number;
  readonly outlets: number;
  readonly origins: number;
  readonly firstSeenAt: string;
  readonly newestAt: string;
  readonly writtenAt: string;
  readonly writer?: string;
  /** The change that was written: the story is stale again when it has moved on since. */
  readonly change: number;
}

export interface StoryQuery {
  readonly minArticles?: number;
  readonly minOrigins?: number;
  readonly subject?: string;
  readonly entityId?: string;
  readonly outletId?: string;
  readonly language?: string;
  readonly order?: "rank" | "newest";
  readonly limit: number;
  readonly offset?: number;
}

const columns = `id, first_seen_at as "firstSeenAt", newest_at as "newestAt", headline, slug, standfirst, language, subject, rank,
  articles, outlets, origins, written_at as "writtenAt", writer, change`;

/** Of an outlet, the stories of so many of its newest reports are listed: a year of a busy one. */
const reportsOfOutlet = 20_000;

/** Keeps which story each article belongs to; the stories they enter and leave become stale. */
export async function saveAssignments(db: Queryable, assignments: readonly Assignment[], at: string): Promise<void> {
  if (assignments.length === 0) return;
  const rows = JSON.stringify(
    assignments.map(({ articleId, storyId, copyOf }) => ({ id: articleId, story_id: storyId, copy_of: copyOf })),
  );
  const record = "jsonb_to_recordset($1::jsonb) as row (id text, story_id text, copy_of text)";
  await db.query(
    `update stories set change = change + 1 where id in
       (select articles.story_id from articles join ${record} using (id) where articles.story_id is distinct from row.story_id)`,
    [rows],
  );
  await db.query(
    `insert into stories (id, first_seen_at)
     select row.story_id, min(articles.published_at) from ${record} join articles on articles.id = row.id group by 1
     on conflict (id) do update set change = stories.change + 1,
       first_seen_at = least(stories.first_seen_at, excluded.first_seen_at)`,
    [rows],
  );
  await db.query(
    `update articles set story_id = row.story_id, copy_of = coalesce(row.copy_of, articles.copy_of), assigned_at = $2
     from ${record} where articles.id = row.id`,
    [rows, at],
  );
}

/** One story becomes part of another; its id goes on as a redirect. */
export async function mergeStory(db: Queryable, from: StoryId, into: StoryId): Promise<void> {
  if (from === into) return;
  await db.query("update articles set story_id = $2 where story_id = $1", [from, into]);
  await db.query("update stories set merged_into = $2, change = change + 1 where id = $1 or merged_into = $1", [
    from,
    into,
  ]);
  await db.query(
    `insert into stories (id, first_seen_at)
     select $1, coalesce(min(published_at), now()) from articles where story_id = $1
     on conflict (id) do update set change = stories.change + 1, merged_into = null,
       first_seen_at = least(stories.first_seen_at, excluded.first_seen_at)`,
    [into],
  );
  await db.query("delete from story_entities where story_id = $1", [from]);
}

/** Takes a merge back as far as addresses go: the story answers again, and those of `addresses` that led to `ledTo` lead to it. */
export async function reopenStory(
  db: Queryable,
  id: StoryId,
  addresses: readonly StoryId[],
  ledTo: StoryId,
): Promise<void> {
  await db.query("update stories set merged_into = null, change = change + 1 where id = $1", [id]);
  await db.query("update stories set merged_into = $1 where id = any($2::text[]) and merged_into = $3", [
    id,
    addresses,
    ledTo,
  ]);
}

/** The stories that became part of one: their addresses lead to it. */
export async function mergedStories(db: Queryable, id: StoryId): Promise<StoryId[]> {
  const rows = await db.query<{ id: StoryId }>("select id from stories where merged_into = $1 order by id", [id]);
  return rows.map((row) => row.id);
}

/** What the editor's desk calls stories, merged ones among them, and where their addresses lead. */
export async function storyNames(
  db: Queryable,
  ids: readonly StoryId[],
): Promise<Map<StoryId, { readonly headline?: string; readonly leadsTo: StoryId }>> {
  const rows = await db.query<{ id: StoryId; headline: string | null; leadsTo: StoryId }>(
    `select id, headline, coalesce(merged_into, id) as "leadsTo" from stories where id = any($1::text[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, headline, leadsTo }) => [id, { leadsTo, ...(headline !== null && { headline }) }]));
}

/** Stories by rank or by newest report. Merged and empty ones are left out. */
export async function listStories(db: Queryable, query: StoryQuery): Promise<StoryRow[]> {
  const where = ["merged_into is null", "articles > 0"];
  const values: unknown[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add((place) => `articles >= ${place}`, query.minArticles);
  add((place) => `origins >= ${place}`, query.minOrigins);
  add((place) => `subject = ${place}`, query.subject);
  add((place) => `language = ${place}`, query.language);
  add((place) => `id in (select story_id from story_entities where entity_id = ${place})`, query.entityId);
  // Without a limit PostgreSQL may go through all stories, looking into each for the outlet: seconds for one that rarely has a story.
  add(
    (place) =>
      `id in (select story_id from articles where outlet_id = ${place} order by published_at desc limit ${reportsOfOutlet})`,
    query.outletId,
  );
  values.push(query.limit, query.offset ?? 0);
  const order = query.order === "newest" ? "newest_at desc nulls last, id" : "rank desc nulls last, id";
  const rows = await db.query(
    `select ${columns} from stories where ${where.join(" and ")} order by ${order}
     limit $${values.length - 1} offset $${values.length}`,
    values,
  );
  return rows.map((row) => present<StoryRow>(row as never));
}

/** A story by its id; one that was merged leads to the one it is part of. */
export async function findStory(db: Queryable, id: StoryId): Promise<StoryRow | undefined> {
  // Merges are kept flat (mergeStory moves redirects along), so one step is enough.
  const [row] = await db.query(
    `select ${columns} from stories where id = coalesce((select merged_into from stories where id = $1), $1)`,
    [id],
  );
  return row && present<StoryRow>(row as never);
}

/** Several stories at once, by the ids they are asked by; merged ones as the story they became. Those without a page are left out. */
export async function findStories(db: Queryable, ids: readonly StoryId[]): Promise<Map<StoryId, StoryRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ asked: StoryId }>(
    `select asked.id as asked, found.* from stories as asked
     join (select ${columns} from stories where headline is not null and articles > 0) as found
       on found.id = coalesce(asked.merged_into, asked.id)
     where asked.id = any($1::text[])`,
    [ids],
  );
  return new Map(rows.map(({ asked, ...row }) => [asked, present<StoryRow>(row as never)]));
}

/** In order of publication. */
export async function storyArticleIds(db: Queryable, id: StoryId): Promise<ArticleId[]> {
  const rows = await db.query<{ id: ArticleId }>(
    "select id from articles where story_id = $1 order by published_at, id",
    [id],
  );
  return rows.map((row) => row.id);
}

/** Stories whose articles changed since their page was written, those with most articles first. One that lost its last article is last. */
export async function staleStories(db: Queryable, limit: number): Promise<StoryId[]> {
  const rows = await db.query<{ id: StoryId }>(
    `select stale.id from stories as stale left join articles on articles.story_id = stale.id
     where stale.change > stale.written_change and stale.merged_into is null
     group by stale.id order by count(articles.id) desc, stale.id limit $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

export async function setStoryFacts(db: Queryable, id: StoryId, facts: StoryFacts): Promise<void> {
  await db.query(
    `update stories set headline = $2, slug = $3, standfirst = $4, language = $5, subject = $6, rank = $7, articles = $8, outlets = $9,
       origins = $10, first_seen_at = $11, newest_at = $12, written_at = $13, written_change = $14, writer = $15,
       unwritten = null
     where id = $1`,
    [
      id,
      facts.headline,
      facts.slug,
      facts.standfirst,
      facts.language,
      facts.subject,
      facts.rank,
      facts.articles,
      facts.outlets,
      facts.origins,
      facts.firstSeenAt,
      facts.newestAt,
      facts.writtenAt,
      facts.change,
      facts.writer ?? null,
    ],
  );
}

/** A story that lost its last article has nothing to write and nothing to list. */
export async function emptyStory(db: Queryable, id: StoryId, change: number): Promise<void> {
  await db.query(
    "update stories set articles = 0, origins = 0, outlets = 0, written_change = $2, unwritten = null where id = $1",
    [id, change],
  );
}
