import { retryUnwritten } from "../store/unwritten-stories.ts";
import { retryWriterless } from "../store/writerless-stories.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** Older stories are read no more. */
const sinceMs = 3 * 86_400_000;

/** Has the pages written again that could not be, and those of the front page that a model should have written and did not. */
export async function retryPages({ store, config, now, modelAccount }: PipelineContext): Promise<void> {
  await retryUnwritten(store.db);
  if (!modelAccount) return;
  const since = new Date(now().getTime() - sinceMs).toISOString();
  await retryWriterless(store.db, { ...config.stories, since });
}
