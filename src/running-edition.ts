import type { Hono } from "hono";
import { type App, openApp, version } from "./app.ts";
import type { Config } from "./config.ts";
import { startEditionLoop } from "./pipeline/edition-loop.ts";
import { saveWelcomeChoice } from "./pipeline/welcome-choice.ts";
import { createServer } from "./serve/server.ts";
import { openQueue } from "./store/queue.ts";
import { checkClaim } from "./verify/check-claim.ts";

/** An edition that is read, written and served in this process. */
export interface RunningEdition {
  readonly app: App;
  readonly site: Hono;
  /** Begins the work; the site answers before it. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** Opens an edition and its site. Nothing is fetched until `work` is called. */
export async function openRunningEdition(
  config: Config,
  options: { readonly sample: boolean; readonly realEditionReady?: () => Promise<boolean> },
): Promise<RunningEdition> {
  const app = await openApp(config);
  let loop: Awaited<ReturnType<typeof startEditionLoop>> | undefined;
  const { title, language, languages, subjects, timeZone, publicUrl, contact, stories } = config;
  const site = createServer({
    db: app.store.db,
    changes: app.store.changes,
    edition: {
      title,
      language,
      languages,
      subjects,
      timeZone,
      minArticles: stories.minArticles,
      minOrigins: stories.minOrigins,
      ...(publicUrl !== undefined && { publicUrl }),
      ...(contact !== undefined && { contact }),
    },
    sample: options.sample,
    version,
    now: app.now,
    checkClaim,
    stage: () => loop?.stage() ?? "starting",
    ...(options.realEditionReady && { realEditionReady: options.realEditionReady }),
    ...(!options.sample && { saveWelcome: (choice) => saveWelcomeChoice(app.store.db, choice) }),
  });
  return {
    app,
    site,
    async work() {
      loop ??= await startEditionLoop(app, await openQueue(app.store));
    },
    async close() {
      await loop?.stop();
      await app.close();
    },
  };
}
