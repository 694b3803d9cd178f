import type { StoryStream } from "../cluster/story-stream.ts";
import type { EditorAct } from "../model/editor-desk.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "../store/database.ts";
import { storyNames } from "../store/stories.ts";

/** Does in the index what an editor has just done in the store, and holds the second look to it. */
export function followAct(stream: StoryStream, act: EditorAct): void {
  if (act.ends) {
    stream.pinMerge(act.from, act.into);
    return;
  }
  if (act.reopens) stream.reopen(act.into);
  stream.keepApart(act.from, act.into);
  for (const id of act.articleIds) stream.pinMove(id, act.into);
}

/**
 * Holds the second look of an index that was rebuilt from the store to all acts that stand. The store has their outcome, so nothing is moved:
 * what an editor parted stays apart, what was made one stays together.
 */
export async function restoreActs(stream: StoryStream, acts: readonly EditorAct[], db: Queryable): Promise<void> {
  const undone = new Set(acts.map(({ undoes }) => undoes));
  const names = await storyNames(
    db,
    acts.flatMap(({ from, into }) => [from, into]),
  );
  // The machine may have merged either story since.
  const now = (id: StoryId) => names.get(id)?.leadsTo ?? id;
  for (const act of acts) {
    if (undone.has(act.id)) continue;
    if (act.ends) stream.pinMerge(act.from, now(act.into));
    else {
      stream.keepApart(now(act.from), now(act.into));
      for (const id of act.articleIds) stream.pinInPlace(id);
    }
  }
}
