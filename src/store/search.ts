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

/** Stories whose page has all the words, in the manner of a web search ("quoted phrase", -without); the best first. */
export async function searchStories(
  db: Queryable,
  words: string,
  {
    limit,
    offset = 0,
    language = "en",
  }: { readonly limit: number; readonly offset?: number; readonly language?: string },
): Promise<StoryRow[]> {
  // Ranked by the words that must be there: ts_rank gives almost 0 to any query with a negation.
  const positive = words.replace(/(?:^|\s)-\S+/g, " ");
  const rows = await db.query(
    `with asked as (
       select websearch_to_tsquery('simple', $1) || websearch_to_tsquery($2::regconfig, $1) as wanted,
         websearch_to_tsquery('simple', $3) || websearch_to_tsquery($2::regconfig, $3) as positive
     )
     select id, first_seen_at as "firstSeenAt", newest_at as "newestAt", headline, slug, standfirst, language, subject, rank, articles,
       outlets, origins, written_at as "writtenAt", change
     from stories, asked where merged_into is null and words @@ wanted
     order by ts_rank(words, positive) desc, rank desc nulls last, id limit $4 offset $5`,
    [words, dictionaryOf(language), positive, limit, offset],
  );
  return rows.map((row) => present<StoryRow>(row as never));
}

function dictionaryOf(language: string): string {
  return dictionaries[language.split("-")[0] ?? ""] ?? "simple";
}
