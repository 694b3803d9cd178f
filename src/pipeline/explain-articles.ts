import { StoryStream } from "../cluster/story-stream.ts";
import { loadStoryWeights } from "../learned.ts";
import { UserError } from "../model/errors.ts";
import { assignedSince, findArticleByUrl } from "../store/articles.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** Says in words why two articles (by id or address) are, or are not, one story. Throws a UserError when one is not known. */
export async function explainArticles(context: PipelineContext, a: string, b: string): Promise<string> {
  const { db } = context.store;
  const rows = await assignedSince(db, new Date(0).toISOString());
  const find = async (name: string) => {
    const byId = rows.find(({ article }) => article.id === name);
    const id = byId?.article.id ?? (await findArticleByUrl(db, name));
    const found = byId ?? rows.find(({ article }) => article.id === id);
    if (found) return found;
    throw new UserError("not-found", `No article has the id or address "${name}".`);
  };
  const [first, second] = [await find(a), await find(b)];
  const stream = new StoryStream(loadStoryWeights());
  for (const row of rows) stream.restore(row, row.assignment);
  return stream.explainPair(first, second).words;
}
