import { StoryStream } from "../cluster/story-stream.ts";
import type { ArticleId } from "../model/article.ts";
import { UserError } from "../model/errors.ts";
import { assignedSince, findArticleByUrl } from "../store/articles.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** Says in words why two articles (by id or address) are, or are not, one story. Throws a UserError when one is not known. */
export async function explainArticles(context: PipelineContext, a: string, b: string): Promise<string> {
  const { db } = context.store;
  const rows = await assignedSince(db, new Date(0).toISOString());
  const find = async (name: string): Promise<ArticleId> => {
    const id = rows.find(({ article }) => article.id === name)?.article.id ?? (await findArticleByUrl(db, name));
    if (id !== undefined) return id;
    throw new UserError("not-found", `No article has the id or address "${name}".`);
  };
  const [first, second] = [await find(a), await find(b)];
  const language = rows.find(({ article }) => article.id === first)?.article.language.split("-")[0];
  const stream = new StoryStream();
  for (const row of rows)
    if (row.article.language.split("-")[0] === language || row.article.id === second)
      stream.restore({ article: row.article, annotation: row.annotation }, row.assignment);
  return stream.explainPair(first, second).words;
}
