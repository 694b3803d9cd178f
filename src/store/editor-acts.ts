import { randomUUID } from "node:crypto";
import type { ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** What an editor decided. It is kept, and never undone by the machine. */
export type EditorAct =
  | { readonly kind: "merge"; readonly from: StoryId; readonly into: StoryId; readonly at: string }
  | {
      readonly kind: "move";
      readonly articleIds: readonly ArticleId[];
      readonly storyId: StoryId;
      readonly at: string;
    };

export async function addEditorAct(db: Queryable, act: EditorAct): Promise<void> {
  await db.query("insert into editor_acts (id, at, doc) values ($1, $2, $3)", [randomUUID(), act.at, toJson(act)]);
}

/** In the order they were done. */
export async function listEditorActs(db: Queryable): Promise<EditorAct[]> {
  return (await db.query<{ doc: EditorAct }>("select doc from editor_acts order by at, id")).map(({ doc }) => doc);
}
