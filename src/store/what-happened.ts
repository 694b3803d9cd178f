import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";

/** The sentences of some stories that say what happened, as their newest pages have them. Reads each page whole, so ask for few. */
export async function whatHappened(
  db: Queryable,
  ids: readonly StoryId[],
): Promise<ReadonlyMap<StoryId, readonly string[]>> {
  const rows = await db.query<{ id: StoryId; sentences: readonly string[] }>(
    `select wanted.id, jsonb_path_query_array(page.doc, '$.sections[*] ? (@.kind == "what-happened").claims[*].text') as sentences
     from unnest($1::text[]) as wanted (id),
       lateral (select doc from briefings where story_id = wanted.id order by revision desc limit 1) as page`,
    [ids],
  );
  return new Map(rows.map(({ id, sentences }) => [id, sentences]));
}
