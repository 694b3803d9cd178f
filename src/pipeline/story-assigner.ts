import { StoryStream } from "../cluster/story-stream.ts";
import type { Assignment } from "../model/story.ts";
import { assignedSince, type StoredArticle, unassignedArticles } from "../store/articles.ts";
import { type EditorAct, listEditorActs } from "../store/editor-acts.ts";
import { listOutlets } from "../store/outlets.ts";
import { mergeStory, saveAssignments } from "../store/stories.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** How far back the index reaches when it is rebuilt; older stories are closed for new articles anyway. */
const rebuiltDays = 45;
const batchSize = 200;

/** The one ordered consumer that gives articles to stories, an index in memory for each language, rebuilt from the store. */
export interface StoryAssigner {
  /** Assigns all that wait, oldest publication first, and returns how many. */
  assignWaiting(): Promise<number>;
  /** Follows an editor's act at once. */
  follow(act: EditorAct): void;
}

/** Rebuilds the index from the store and returns the assigner. */
export async function openStoryAssigner(context: PipelineContext): Promise<StoryAssigner> {
  const { db } = context.store;
  const outlets = new Map((await listOutlets(db)).map((outlet) => [outlet.id, outlet]));
  const streams = new Map<string, StoryStream>();
  const streamFor = (language: string): StoryStream => {
    const key = String(language.split("-")[0]);
    const known = streams.get(key);
    if (known) return known;
    const stream = new StoryStream();
    streams.set(key, stream);
    return stream;
  };
  const inputOf = ({ article, annotation, outletId }: StoredArticle) => {
    const outlet = outlets.get(outletId);
    return { article, annotation, ...(outlet && { outlet }) };
  };
  // Counted back from the oldest article that waits, not from today: old news read in one go groups as it would have live.
  const [oldest] = await unassignedArticles(db, 1);
  const from = Math.min(
    context.now().getTime(),
    Date.parse(oldest?.article.publishedAt ?? context.now().toISOString()),
  );
  const since = new Date(from - rebuiltDays * 86_400_000).toISOString();
  for (const row of await assignedSince(db, since))
    streamFor(row.article.language).restore(inputOf(row), row.assignment);
  const follow = (act: EditorAct) => {
    for (const stream of streams.values()) {
      if (act.kind === "merge") stream.pinMerge(act.from, act.into);
      else if (act.kind === "move") for (const id of act.articleIds) stream.pinMove(id, act.storyId);
    }
  };
  for (const act of await listEditorActs(db)) follow(act);

  return {
    follow,
    async assignWaiting() {
      let assigned = 0;
      for (;;) {
        const waiting = await unassignedArticles(db, batchSize);
        if (waiting.length === 0) return assigned;
        const missing = waiting.some(({ outletId }) => !outlets.has(outletId));
        if (missing) for (const outlet of await listOutlets(db)) outlets.set(outlet.id, outlet);
        const assignments = waiting.map((row) => streamFor(row.article.language).assign(inputOf(row)));
        const changes = [...streams.values()].map((stream) => stream.takeChanges());
        await db.transaction(async (tx) => {
          const now = context.now().toISOString();
          await saveAssignments(tx, latest([...assignments, ...changes.flatMap(({ moved }) => moved)]), now);
          for (const { from, into } of changes.flatMap(({ merged }) => merged)) await mergeStory(tx, from, into);
        });
        assigned += waiting.length;
      }
    },
  };
}

/** One assignment an article, the last one said. */
function latest(assignments: readonly Assignment[]): Assignment[] {
  return [...new Map(assignments.map((assignment) => [assignment.articleId, assignment])).values()];
}
