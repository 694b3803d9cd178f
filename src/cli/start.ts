import type { Command } from "commander";
import { someFeedAnswered } from "../pipeline/edition-loop.ts";
import { openRunningEdition, type RunningEdition } from "../running-edition.ts";
import { openSampleEdition } from "../sample-run.ts";
import { listen } from "../serve/listen.ts";
import { listStories } from "../store/stories.ts";
import { type EditionOptions, editionConfig, portNumber, withEdition } from "./edition-options.ts";
import { interrupted, onInterrupt } from "./interrupt.ts";

interface StartOptions extends EditionOptions {
  readonly port?: number;
  readonly host?: string;
  readonly sample?: boolean;
}

/** With no parsable answer from any feed after this, a new edition shows the sample edition, as in a train or a closed network. */
const firstAnswerMs = 10_000;

/** `backstory start`: opens the store, polls the feeds, writes the pages, serves the site. */
export function addStartCommand(program: Command): void {
  withEdition(program.command("start").description("poll the feeds, write the pages and serve the site"))
    .option("--port <n>", "the port to listen on; 0 takes any free one", portNumber)
    .option("--host <address>", "the address to listen on")
    .option("--sample", "run the sample edition: invented outlets, no network needed")
    .action(start);
}

async function start(options: StartOptions): Promise<void> {
  const signal = onInterrupt("Stopping: the work in hand is finished and the store closed …");
  const config = editionConfig(options);
  const editions: { real?: RunningEdition; sample?: RunningEdition } = {};
  let shown: RunningEdition;
  if (options.sample) editions.sample = shown = await openSampleEdition(config);
  else editions.real = shown = await openRunningEdition(config, { sample: false });

  const door = { fetch: (request: Request, env?: unknown) => shown.site.fetch(request, env as object) };
  // The store that is open by now would keep the process alive behind a message that says it cannot go on.
  const server = await listen(door, config.server).catch(async (error: unknown) => {
    await shown.close();
    throw error;
  });
  console.log(`Backstory is at ${server.url}`);
  if (options.sample) console.log("This is the sample edition: every outlet, person and place in it is invented.");
  await shown.work();

  const { real } = editions;
  if (real && !(await hasStories(real))) {
    await Promise.race([interrupted(signal), firstAnswer(real, signal)]);
    if (!signal.aborted && !(await someFeedAnswered(real.app))) {
      console.log(
        "No feed has answered within 10 seconds, so the sample edition is shown for now (invented outlets). The feeds are asked again; once one answers, the page offers the real edition. Stop and run `backstory feeds check` to see what is wrong with each.",
      );
      // The sample edition's banner offers the real one as soon as it has a story to show.
      editions.sample = await openSampleEdition(config, {
        isReady: () => hasStories(real),
        show: () => {
          shown = real;
        },
        ...(real.welcome && { welcome: real.welcome }),
      });
      shown = editions.sample;
      await editions.sample.work();
    }
  }
  await interrupted(signal);
  await server.close();
  await Promise.all([editions.real?.close(), editions.sample?.close()]);
}

async function hasStories({ app }: RunningEdition): Promise<boolean> {
  const { minArticles, minOrigins } = app.config.stories;
  return (await listStories(app.store.db, { minArticles, minOrigins, limit: 1, offset: 0, order: "rank" })).length > 0;
}

async function firstAnswer({ app }: RunningEdition, signal: AbortSignal): Promise<void> {
  const until = Date.now() + firstAnswerMs;
  while (!signal.aborted && Date.now() < until && !(await someFeedAnswered(app)))
    await new Promise((resolve) => setTimeout(resolve, 500));
}
