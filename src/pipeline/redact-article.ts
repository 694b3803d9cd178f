import { UserError } from "../model/errors.ts";
import { findArticleByUrl } from "../store/articles.ts";
import { type RedactedArticle, removeArticle } from "../store/redactions.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import { writeStory } from "./write-story.ts";

/** Takes an article (by id or address) out of the edition and writes its story's page without it. Throws a UserError when it is not known. */
export async function redactArticle(context: PipelineContext, name: string, reason: string): Promise<RedactedArticle> {
  const { db } = context.store;
  const id = (await findArticleByUrl(db, name)) ?? name;
  const redacted = await db.transaction((tx) => removeArticle(tx, id, reason, context.now().toISOString()));
  if (!redacted) throw new UserError("not-found", `No article has the id or address "${name}".`);
  if (redacted.storyId !== undefined) await writeStory(context, redacted.storyId);
  return redacted;
}
