import type { Answer } from "../model/ask.ts";
import type { Composed } from "./compose-briefing.ts";
import type { ModelAccount } from "./model-account.ts";
import { type StoryToWrite, type WorkPool, WorkStopped } from "./work-pool.ts";

/** Parts, a judge, sentences to mend and a judge again, each asked once more where the reply was no good: no page takes more rounds. */
const mostRounds = 9;

/**
 * The page of a story, by a model where there is an account to ask one on. The thread composes the page and says what is to be asked; the model is asked
 * from here, so that no thread waits for one.
 */
export async function writePage(workers: WorkPool, story: StoryToWrite, account?: ModelAccount): Promise<Composed> {
  const answers = new Map<string, Answer>();
  const asked = { ...story, ...(account && { model: account.model, judged: account.hasJudge }) };
  for (let round = 1; ; round++) {
    const composed = await workers.write(asked, answers);
    if (!account) return composed;
    if (composed.open.length === 0 || round > mostRounds) {
      account.book(composed.briefing);
      return composed;
    }
    for (const [id, answer] of await account.answer(composed.open, story.storyId)) {
      if ("failed" in answer && answer.failed === "model-stopped") throw new WorkStopped(answer.detail);
      answers.set(id, answer);
    }
  }
}
