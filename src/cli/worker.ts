import { type Command, InvalidArgumentError } from "commander";
import { openApp } from "../app.ts";
import { UserError } from "../model/errors.ts";
import { startEditionLoop, type WorkStage, workStages } from "../pipeline/edition-loop.ts";
import { openQueue } from "../store/queue.ts";
import { type EditionOptions, editionConfig, withEdition } from "./edition-options.ts";
import { interrupted, onInterrupt } from "./interrupt.ts";

/** `backstory worker`: takes on work of an edition on a shared PostgreSQL, without the site. */
export function addWorkerCommand(program: Command): void {
  withEdition(
    program.command("worker").description("take on work of an edition on a shared PostgreSQL, without the site"),
  )
    .option("--stages <list>", `the work to take on: ${workStages.join(", ")}`, stageList, [...workStages])
    .action(async (options: EditionOptions & { stages: WorkStage[] }) => {
      const config = editionConfig(options);
      if (config.store.databaseUrl === undefined)
        throw new UserError(
          "config",
          "A worker shares a PostgreSQL with the site; set DATABASE_URL. With the embedded store, `backstory start` does all the work.",
        );
      const signal = onInterrupt("Stopping when the work in hand is done …");
      const app = await openApp(config);
      const loop = await startEditionLoop(app, await openQueue(app.store), { stages: options.stages });
      console.log(`Working on: ${options.stages.join(", ")}. Stop with Ctrl-C.`);
      await interrupted(signal);
      await loop.stop();
      await app.close();
    });
}

function stageList(value: string): WorkStage[] {
  return value.split(",").map((name) => {
    const stage = workStages.find((one) => one === name.trim());
    if (!stage) throw new InvalidArgumentError(`"${name}" is no stage; there are ${workStages.join(", ")}.`);
    return stage;
  });
}
