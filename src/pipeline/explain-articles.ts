import { setImmediate as others } from "node:timers/promises";
import { type ClusterInput, StoryStream } from "../cluster/story-stream.ts";
import { loadStoryWeights } from "../learned.ts";
import { UserError } from "../model/errors.ts";
import { assignedSince, findArticleByUrl, getArticles } from "../store/articles.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import { rebuiltDays, withEmbeddings } from "./story-assigner.ts";

/** Between so many articles that are read into the index, the site has its turn. */
const restoredAtOnce = 50;

/**
 * Says in words why two articles (by id or address) are, or are not, one story, in the light of what was read from the assigner's days before
 * them on. Throws a UserError when one is not known, or in no story yet.
 */
export async function explainArticles(context: PipelineContext, a: string, b: string): Promise<string> {
  const { db } = context.store;
  const find = async (name: string) => {
    const [byId] = await getArticles(db, [name]);
    const id = byId?.id ?? (await findArticleByUrl(db, name));
    const [found] = byId ? [byId] : id === undefined ? [] : await getArticles(db, [id]);
    if (found) return found;
    throw new UserError("not-found", `No article has the id or address "${name}".`);
  };
  const [first, second] = [await find(a), await find(b)];
  if (first.id === second.id) return `Both are one article: ${first.outlet}, “${first.title}”.`;
  const earliest = Math.min(...[first, second].map(({ publishedAt }) => Date.parse(publishedAt)));
  const rows = await assignedSince(db, new Date(earliest - rebuiltDays * 86_400_000).toISOString());
  const stream = new StoryStream(loadStoryWeights());
  const read: ClusterInput[] = [];
  for (let from = 0; from < rows.length; from += restoredAtOnce) {
    await others();
    for (const row of await withEmbeddings(rows.slice(from, from + restoredAtOnce), context.embeddings?.known)) {
      stream.restore(row, row.assignment);
      if (row.article.id === first.id || row.article.id === second.id) read.push(row);
    }
  }
  const inStory = (id: string, name: string) => {
    const row = read.find(({ article }) => article.id === id);
    if (row) return row;
    throw new UserError("not-found", `The article "${name}" is in no story yet.`);
  };
  return stream.explainPair(inStory(first.id, a), inStory(second.id, b)).words;
}
