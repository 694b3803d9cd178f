import type { Briefing } from "../model/briefing.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

export interface RevisionLine {
  readonly revision: number;
  /** ISO 8601. */
  readonly writtenAt: string;
  readonly headline: string;
  readonly sources: number;
}

/** Appends a revision; one that is there stays as it is. */
export async function appendBriefing(db: Queryable, briefing: Briefing): Promise<void> {
  await db.query(
    "insert into briefings (story_id, revision, written_at, doc) values ($1, $2, $3, $4) on conflict do nothing",
    [briefing.storyId, briefing.revision, briefing.writtenAt, toJson(briefing)],
  );
}

export async function latestBriefing(db: Queryable, id: StoryId): Promise<Briefing | undefined> {
  const [row] = await db.query<{ doc: Briefing }>(
    "select doc from briefings where story_id = $1 order by revision desc limit 1",
    [id],
  );
  return row?.doc;
}

/** The newest page of each story that has one. */
export async function latestBriefings(db: Queryable, ids: readonly StoryId[]): Promise<Map<StoryId, Briefing>> {
  const rows = await db.query<{ doc: Briefing }>(
    "select distinct on (story_id) doc from briefings where story_id = any($1) order by story_id, revision desc",
    [ids],
  );
  return new Map(rows.map(({ doc }) => [doc.storyId, doc]));
}

export async function briefingAt(db: Queryable, id: StoryId, revision: number): Promise<Briefing | undefined> {
  const [row] = await db.query<{ doc: Briefing }>("select doc from briefings where story_id = $1 and revision = $2", [
    id,
    revision,
  ]);
  return row?.doc;
}

/** Newest first. */
export async function listRevisions(db: Queryable, id: StoryId): Promise<RevisionLine[]> {
  return db.query<RevisionLine>(
    `select revision, written_at as "writtenAt", doc -> 'headline' ->> 'text' as headline, jsonb_array_length(doc -> 'sources') as sources
     from briefings where story_id = $1 order by revision desc`,
    [id],
  );
}

/** The number of a story's newest version; 0 where none is written. */
export async function newestRevision(db: Queryable, id: StoryId): Promise<number> {
  const [row] = await db.query<{ newest: number | null }>(
    "select max(revision) as newest from briefings where story_id = $1",
    [id],
  );
  return row?.newest ?? 0;
}

/** A version of a story's page, where it stands in the order of writing. */
export interface WrittenVersion {
  readonly storyId: StoryId;
  readonly slug: string | null;
  readonly revision: number;
  readonly writtenAt: string;
  readonly headline: string;
}

/** Versions written after a moment, or after a certain version of that moment, the oldest first. */
export async function briefingsWrittenSince(
  db: Queryable,
  {
    time,
    storyId = "",
    revision = 0,
    limit,
  }: { readonly time: string; readonly storyId?: string; readonly revision?: number; readonly limit: number },
): Promise<WrittenVersion[]> {
  return db.query<WrittenVersion>(
    `select story_id as "storyId", slug, revision, briefings.written_at as "writtenAt", doc -> 'headline' ->> 'text' as headline
     from briefings join stories on stories.id = story_id
     where (briefings.written_at, story_id, revision) > ($1::timestamptz, $2, $3::integer) and stories.merged_into is null
     order by briefings.written_at, story_id, revision limit $4`,
    [time, storyId, revision, limit],
  );
}
