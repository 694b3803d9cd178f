import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { present } from "./rows.ts";
import type { StoryRow } from "./stories.ts";

/** From how many articles, of how many independent origins, a story stands in the lists. */
export interface StoryThreshold {
  readonly minArticles: number;
  readonly minOrigins: number;
}

/** A story below the threshold, shown by its newest report. */
export interface SingleReport {
  readonly storyId: StoryId;
  readonly slug?: string;
  /** How many articles the story has. */
  readonly articles: number;
  readonly outletId: string;
  readonly outlet: string;
  readonly title: string;
  readonly url?: string;
  readonly language: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** How many stories of a subject stand in the lists, and how many are below the threshold. */
export interface SubjectCount {
  readonly subject: string;
  readonly standing: number;
  readonly below: number;
}

/** The most important stories of each subject, in the order of the subjects, by rank within each. An index serves each subject's head. */
export async function headsOfSubjects(
  db: Queryable,
  subjects: readonly string[],
  { minArticles, minOrigins, each }: StoryThreshold & { readonly each: number },
): Promise<StoryRow[]> {
  const rows = await db.query(
    `select head.* from unnest($1::text[]) with ordinality as wanted (subject, place),
       lateral (
         select id, first_seen_at as "firstSeenAt", newest_at as "newestAt", headline, slug, standfirst, language, subject, rank,
           articles, outlets, origins, written_at as "writtenAt", change
         from stories where stories.subject = wanted.subject and merged_into is null and articles >= $2 and origins >= $3
         order by rank desc nulls last, id limit $4
       ) as head
     order by wanted.place, head.rank desc nulls last, head.id`,
    [subjects, minArticles, minOrigins, each],
  );
  return rows.map((row) => present<StoryRow>(row as never));
}

/** Subjects without any story are absent. */
export async function countSubjects(
  db: Queryable,
  subjects: readonly string[],
  { minArticles, minOrigins }: StoryThreshold,
): Promise<SubjectCount[]> {
  return db.query<SubjectCount>(
    `select subject, count(*) filter (where articles >= $2 and origins >= $3) as standing,
       count(*) filter (where articles < $2 or origins < $3) as below
     from stories where subject = any($1::text[]) and merged_into is null and articles > 0 group by subject`,
    [subjects, minArticles, minOrigins],
  );
}

/** Stories below the threshold, those with the newest report first. */
export async function singleReports(
  db: Queryable,
  {
    minArticles,
    minOrigins,
    subject,
    limit,
    offset = 0,
  }: StoryThreshold & { readonly subject?: string; readonly limit: number; readonly offset?: number },
): Promise<SingleReport[]> {
  const rows = await db.query(
    `select stories.id as "storyId", slug, stories.articles, report.* from (
       select id, slug, articles, newest_at from stories
       where merged_into is null and articles > 0 and (articles < $1 or origins < $2) and ($3::text is null or subject = $3)
       order by newest_at desc nulls last, id limit $4 offset $5
     ) as stories,
       lateral (
         select outlet_id as "outletId", doc ->> 'outlet' as outlet, doc ->> 'title' as title, doc ->> 'url' as url, language,
           published_at as "publishedAt"
         from articles where story_id = stories.id order by published_at desc, id limit 1
       ) as report
     order by stories.newest_at desc nulls last, stories.id`,
    [minArticles, minOrigins, subject ?? null, limit, offset],
  );
  return rows.map((row) => present<SingleReport>(row as never));
}
