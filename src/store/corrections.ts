import type { Correction, ListedCorrection } from "../model/correction.ts";
import type { EditorAct } from "../model/editor-desk.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";

/** The acts that are corrections and stand. */
const standing = `act.doc ->> 'kind' = 'correct'
  and not exists (select from editor_acts as later where later.doc ->> 'undoes' = act.id)`;

function correctionOf({ id, at, text = "", sentence }: EditorAct): Correction {
  return { id, at, text, ...(sentence !== undefined && { sentence }) };
}

/** The corrections of stories by the story they stand on, the newest first. Those of a merged story are the one's it became. */
export async function correctionsOfStories(
  db: Queryable,
  ids: readonly StoryId[],
): Promise<ReadonlyMap<StoryId, readonly Correction[]>> {
  const rows = await db.query<{ doc: EditorAct; storyId: StoryId }>(
    `select act.doc, coalesce(story.merged_into, story.id) as "storyId"
     from editor_acts as act join stories as story on story.id = act.doc ->> 'into'
     where ${standing} and coalesce(story.merged_into, story.id) = any($1::text[]) order by act.at desc, act.id`,
    [[...ids]],
  );
  const found = new Map<StoryId, Correction[]>();
  for (const { doc, storyId } of rows) found.set(storyId, [...(found.get(storyId) ?? []), correctionOf(doc)]);
  return found;
}

export async function correctionsOf(db: Queryable, storyId: StoryId): Promise<readonly Correction[]> {
  return (await correctionsOfStories(db, [storyId])).get(storyId) ?? [];
}

/** Our corrections on any story, the newest first. */
export async function listOwnCorrections(db: Queryable, limit: number): Promise<ListedCorrection[]> {
  const rows = await db.query<{
    doc: EditorAct;
    storyId: StoryId;
    slug: string | null;
    headline: string | null;
    language: string | null;
  }>(
    `select act.doc, now.id as "storyId", now.slug, now.headline, now.language
     from editor_acts as act
       join stories as story on story.id = act.doc ->> 'into'
       join stories as now on now.id = coalesce(story.merged_into, story.id)
     where ${standing} order by act.at desc, act.id limit $1`,
    [limit],
  );
  return rows.map(({ doc, storyId, slug, headline, language }) => ({
    ...correctionOf(doc),
    storyId,
    ...(slug !== null && { slug }),
    ...(headline !== null && { headline }),
    ...(language !== null && { language }),
  }));
}
