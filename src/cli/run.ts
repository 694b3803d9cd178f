import type { Command } from "commander";
import { openApp } from "../app.ts";
import { type PassProgress, runOnce } from "../pipeline/run-once.ts";
import { openStoryAssigner } from "../pipeline/story-assigner.ts";
import { itemCounts } from "../store/items.ts";
import { type EditionOptions, editionConfig, withEdition } from "./edition-options.ts";
import { embeddingReport } from "./embedding-report.ts";
import { onInterrupt } from "./interrupt.ts";
import { modelReport } from "./model-report.ts";
import { progressLine } from "./progress-line.ts";

const stepWords = {
  poll: "feeds asked",
  read: "articles read",
  assign: "articles given to stories",
  write: "pages written",
};

/** `backstory run`: one pass of the pipeline over the feeds. */
export function addRunCommand(program: Command): void {
  withEdition(program.command("run").description("make one pass over all feeds, then exit; for cron")).action(
    async (options: EditionOptions) => {
      const signal = onInterrupt();
      const app = await openApp(editionConfig(options), { busy: true });
      const line = progressLine();
      const onProgress: PassProgress = (step, done, all) =>
        line.show(step, `${step === "assign" ? done : `${done} of ${all}`} ${stepWords[step]}`);
      try {
        const pass = await runOnce(app, await openStoryAssigner(app), { onProgress, signal });
        line.end();
        console.log(
          `${pass.polled} feeds asked (${pass.failed} failed), ${pass.read} items read, ${pass.assigned} articles given to stories, ${pass.written} pages written.`,
        );
        if (app.modelAccount) console.log(modelReport(app.modelAccount.model, app.modelAccount.tally()));
        if (app.embeddings) console.log(embeddingReport(app.embeddings.model, app.embeddings.tally()));
        if (pass.unwritten > 0)
          console.error(`warning: ${pass.unwritten} pages could not be written; \`backstory doctor\` says why.`);
        const { resting } = await itemCounts(app.store.db);
        if (resting > 0)
          console.log(
            `${resting} items rest, since their hosts ask to be left alone for a while; a later run reads them.`,
          );
        if (signal.aborted) process.exitCode = 130;
      } finally {
        await app.close();
      }
    },
  );
}
