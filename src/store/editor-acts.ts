import type { EditorAct } from "../model/editor-desk.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** An act in a list. */
export interface ListedAct extends EditorAct {
  readonly undone: boolean;
}

/** Acts of two machines may be out of order by what their clocks differ. */
const clockSkew = "1 hour";

/**
 * Until the transaction ends, nobody else gives articles to stories in an editor's name or assigns new ones: of an act and an assignment at
 * the same moment, one sees all of the other.
 */
export async function holdStories(tx: Queryable): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('backstory.stories'))::text as held");
}

export async function addEditorAct(db: Queryable, act: EditorAct): Promise<void> {
  await db.query("insert into editor_acts (id, at, doc) values ($1, $2, $3)", [act.id, act.at, toJson(act)]);
}

/** What moved articles between stories, in the order it was done: all of it, or what was done since a moment and a little before it. */
export async function listEditorActs(db: Queryable, since?: string): Promise<EditorAct[]> {
  const rows = await db.query<{ doc: EditorAct }>(
    `select doc from editor_acts
     where doc ->> 'from' <> doc ->> 'into' and ($1::timestamptz is null or at >= $1::timestamptz - interval '${clockSkew}')
     order by at, id`,
    [since ?? null],
  );
  return rows.map(({ doc }) => doc);
}

/** The newest first; of one story where its id is given. */
export async function latestEditorActs(db: Queryable, limit: number, storyId?: StoryId): Promise<ListedAct[]> {
  const rows = await db.query<{ doc: EditorAct; undone: boolean }>(
    `select doc, exists (select from editor_acts as later where later.doc ->> 'undoes' = act.id) as undone from editor_acts as act
     where $2::text is null or doc ->> 'from' = $2 or doc ->> 'into' = $2 order by at desc, id limit $1`,
    [limit, storyId ?? null],
  );
  return rows.map(({ doc, undone }) => ({ ...doc, undone }));
}

export async function findEditorAct(db: Queryable, id: string): Promise<ListedAct | undefined> {
  const [row] = await db.query<{ doc: EditorAct; undone: boolean }>(
    `select doc, exists (select from editor_acts where doc ->> 'undoes' = $1) as undone from editor_acts where id = $1`,
    [id],
  );
  return row && { ...row.doc, undone: row.undone };
}
