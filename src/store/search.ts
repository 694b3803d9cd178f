import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { present } from "./rows.ts";
import type { StoryRow } from "./stories.ts";

/** The dictionaries of PostgreSQL, by language; the others are searched by whole words. */
const dictionaries: Readonly<Record<string, string>> = { en: "english", de: "german", fr: "french", es: "spanish" };

/** Makes a story's page findable: its words as they stand, and by their stems. */
export async function indexStory(db: Queryable, id: StoryId, text: string, language: string): Promise<void> {
  await db.query(
    "update stories set words = to_tsvector('simple', $2) || to_tsvector($3::regconfig, $2) where id = $1",
    [id, text, dictionaryOf(language)],
  );
}

export interface SearchOptions {
  readonly limit: number;
  readonly offset?: number;
  /** The language the words are asked in, by whose stems they are found. */
  readonly language?: string;
  readonly subject?: string;
  /** Only pages in this language. */
  readonly written?: string;
  /** ISO 8601: only stories with a report since. */
  readonly since?: string;
}

/** Stories whose page has all the words, in the manner of a web search ("quoted phrase", -without); the best first. */
export async function searchStories(
  db: Queryable,
  words: string,
  { limit, offset = 0, language = "en", subject, written, since }: SearchOptions,
): Promise<StoryRow[]> {
  const rows = await db.query(
    `with asked as (
       select websearch_to_tsquery('simple', $1) || websearch_to_tsquery($2::regconfig, $1) as wanted,
         websearch_to_tsquery('simple', $3) || websearch_to_tsquery($2::regconfig, $3) as positive
     )
     select id, first_seen_at as "firstSeenAt", newest_at as "newestAt", headline, slug, standfirst, language, subject, rank, articles,
       outlets, origins, written_at as "writtenAt", change
     from stories, asked where merged_into is null and words @@ wanted
       and ($6::text is null or subject = $6) and ($7::text is null or stories.language = $7)
       and ($8::timestamptz is null or newest_at >= $8::timestamptz)
     order by ts_rank(words, positive) desc, rank desc nulls last, id limit $4 offset $5`,
    [words, dictionaryOf(language), wordsWanted(words), limit, offset, subject ?? null, written ?? null, since ?? null],
  );
  return rows.map((row) => present<StoryRow>(row as never));
}

/** The words that must be there, without those that must not: by them a find is ranked and marked, since ts_rank gives almost 0 to any query with a negation. */
export function wordsWanted(words: string): string {
  return words.replace(/(?:^|\s)-\S+/g, " ");
}

/** The dictionary of a language; one there is none for is searched by whole words. */
export function dictionaryOf(language: string): string {
  return dictionaries[language.split("-")[0] ?? ""] ?? "simple";
}
