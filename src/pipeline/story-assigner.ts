import { storyIdOf } from "../cluster/story-id.ts";
import { type ClusterInput, type StoryChanges, StoryStream } from "../cluster/story-stream.ts";
import { loadStoryWeights } from "../learned.ts";
import type { Assignment } from "../model/story.ts";
import { assignedSince, type StoredArticle, unassignedArticles } from "../store/articles.ts";
import type { Queryable } from "../store/database.ts";
import { holdStories, listEditorActs } from "../store/editor-acts.ts";
import { mergeStory, saveAssignments } from "../store/stories.ts";
import { addStoryChanges, type StoryChange } from "../store/story-changes.ts";
import type { EmbeddingAccount } from "./embedding-account.ts";
import { followAct, restoreActs } from "./follow-acts.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** How far back the index reaches when it is rebuilt; older stories are closed for new articles anyway. */
export const rebuiltDays = 45;
const batchSize = 200;

/** The one ordered consumer that gives articles of all languages to stories, its index in memory, rebuilt from the store. */
export interface StoryAssigner {
  /**
   * Assigns all that wait, oldest publication first, and returns how many. What editors did meanwhile, in this process or another, is followed
   * before and after each batch.
   */
  assignWaiting(): Promise<number>;
}

/** Rebuilds the index from the store and returns the assigner. */
export async function openStoryAssigner(context: PipelineContext): Promise<StoryAssigner> {
  const { db } = context.store;
  const stream = new StoryStream(loadStoryWeights());
  // Counted back from the oldest article that waits, not from today: old news read in one go groups as it would have live.
  const [oldest] = await unassignedArticles(db, 1);
  const from = Math.min(
    context.now().getTime(),
    Date.parse(oldest?.article.publishedAt ?? context.now().toISOString()),
  );
  const since = new Date(from - rebuiltDays * 86_400_000).toISOString();
  // Read before the articles are: an act in between is followed below.
  const acts = await listEditorActs(db);
  const assigned = (await assignedSince(db, since)).filter((row) => !isLink(row));
  for (let from = 0; from < assigned.length; from += batchSize)
    for (const row of await withEmbeddings(assigned.slice(from, from + batchSize), context.embeddings?.known))
      stream.restore(row, row.assignment);
  await restoreActs(stream, acts, db);
  // What editors did is in the store already.
  stream.takeChanges();

  const followed = new Set(acts.map(({ id }) => id));
  let newest = acts.at(-1)?.at;
  const followNew = async (queryable: Queryable): Promise<boolean> => {
    const fresh = (await listEditorActs(queryable, newest)).filter(({ id }) => !followed.has(id));
    for (const act of fresh) {
      followAct(stream, act);
      followed.add(act.id);
      newest = act.at;
    }
    return fresh.length > 0;
  };

  return {
    async assignWaiting() {
      let assigned = 0;
      for (;;) {
        if (await followNew(db)) stream.takeChanges();
        const waiting = await unassignedArticles(db, batchSize);
        if (waiting.length === 0) return assigned;
        const links = waiting.filter(isLink).map(alone);
        const told = await withEmbeddings(
          waiting.filter((row) => !isLink(row)),
          context.embeddings?.embed,
        );
        const assignments = [...links, ...told.map((row) => stream.assign(row))];
        stream.lookAtLatest();
        const changes = stream.takeChanges();
        await db.transaction(async (tx) => {
          await holdStories(tx);
          const now = context.now().toISOString();
          await saveChanges(tx, assignments, changes, now);
          await addStoryChanges(tx, changesOf(changes), now);
          // An act that came while the batch was weighed: where the two disagree, the editor's word is the last.
          if (await followNew(tx)) await saveChanges(tx, [], stream.takeChanges(), now);
        });
        assigned += waiting.length;
      }
    },
  };
}

/** Articles with what an embedding model made of them, where one is configured and did. */
export async function withEmbeddings<Row extends ClusterInput>(
  rows: readonly Row[],
  embed: EmbeddingAccount["embed"] = async () => new Map(),
): Promise<(Row & ClusterInput)[]> {
  const found = await embed(rows.map(({ article }) => article));
  return rows.map((row) => {
    const embedding = found.get(row.article.id);
    return embedding ? { ...row, embedding } : row;
  });
}

async function saveChanges(
  tx: Queryable,
  assignments: readonly Assignment[],
  { moved, merged }: StoryChanges,
  now: string,
): Promise<void> {
  await saveAssignments(tx, latest([...assignments, ...moved]), now);
  for (const { from, into } of merged) await mergeStory(tx, from, into);
}

/** Of an outlet that is only linked to there is no text that could stand beside others: its report stands alone, as a link. */
function isLink({ article }: StoredArticle): boolean {
  return article.textFrom === "title";
}

function alone({ article }: StoredArticle): Assignment {
  return { articleId: article.id, storyId: storyIdOf(article.id) };
}

/** One assignment an article, the last one said. */
function latest(assignments: readonly Assignment[]): Assignment[] {
  return [...new Map(assignments.map((assignment) => [assignment.articleId, assignment])).values()];
}

function changesOf({ moved, merged }: StoryChanges): StoryChange[] {
  return [
    ...merged.map(({ from, into, reason }) => ({ kind: "merge" as const, from, into, reason })),
    ...moved.map(({ articleId, from, storyId, reason }) => ({
      kind: "move" as const,
      articleId,
      from,
      into: storyId,
      reason,
    })),
  ];
}
