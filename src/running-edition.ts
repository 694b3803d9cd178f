import type { Hono } from "hono";
import { type App, openApp, version } from "./app.ts";
import type { Config } from "./config.ts";
import { diagnoseFailure } from "./ingest/feed-failures.ts";
import { mailServerOf } from "./mail-server.ts";
import { startEditionLoop } from "./pipeline/edition-loop.ts";
import { editorDesk } from "./pipeline/editor-desk.ts";
import { saveWelcomeChoice, welcomeOffer } from "./pipeline/welcome-choice.ts";
import { createPages, createServer } from "./serve/server.ts";
import type { EditionBehind, EditionSettings, SiteEdition, Welcome } from "./serve/site-edition.ts";
import { warmPages } from "./serve/warm-pages.ts";
import { openQueue } from "./store/queue.ts";
import { getSetting, setSetting } from "./store/settings.ts";
import { checkClaim } from "./verify/check-claim.ts";

/** An edition that is read, written and served in this process. */
export interface RunningEdition {
  readonly app: App;
  readonly site: Hono;
  /** The site's pages as they are written to files: links from the root, nothing compressed. */
  readonly pages: Hono;
  /** Absent where what is read is not for the site's visitors to choose. */
  readonly welcome?: Welcome;
  /** Begins the work; the site answers before it. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** The real edition behind the sample, and what may be chosen for it meanwhile. */
export type RealEdition = EditionBehind & Pick<RunningEdition, "welcome">;

/** Opens an edition and its site; with `standing` only one that is there. Nothing is fetched until `work` is called. */
export async function openRunningEdition(
  config: Config,
  options: { readonly sample: boolean; readonly behind?: RealEdition; readonly standing?: boolean },
): Promise<RunningEdition> {
  const app = await openApp(config, { standing: options.standing ?? false });
  // The store knows what it holds, so that the mark also stands where it is opened again, for an export.
  if (options.sample) await setSetting(app.store.db, "sample", true);
  const sample = options.sample || (await getSetting(app.store.db, "sample")) === true;
  let loop: Awaited<ReturnType<typeof startEditionLoop>> | undefined;
  const welcome = sample ? options.behind?.welcome : isPrivate(config) ? welcomeTo(app) : undefined;
  const pages: SiteEdition = {
    db: app.store.db,
    changes: app.store.changes,
    get edition() {
      const settings = settingsOf(app.config);
      return sample ? { ...settings, title: `${settings.title}: sample edition` } : settings;
    },
    sample,
    version,
    now: app.now,
    checkClaim,
    explainFeed: diagnoseFailure,
    stage: () => loop?.stage() ?? "starting",
    desk: editorDesk(app),
    ...(options.behind && { behind: options.behind }),
    ...(welcome && { welcome }),
  };
  const site = createServer(pages);
  let endWarming = () => {};
  return {
    app,
    site,
    pages: createPages(pages),
    ...(welcome && { welcome }),
    async work() {
      loop ??= await startEditionLoop(app, await openQueue(app.store));
      endWarming = warmPages(site.fetch, app.store.changes);
    },
    async close() {
      endWarming();
      await loop?.stop();
      await app.close();
    },
  };
}

function settingsOf(config: Config): EditionSettings {
  const { title, language, languages, subjects, timeZone, publicUrl, contact, stories } = config;
  return {
    title,
    language,
    languages,
    subjects,
    timeZone,
    minArticles: stories.minArticles,
    minOrigins: stories.minOrigins,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(contact !== undefined && { contact }),
    mail: mailServerOf(config) !== undefined,
  };
}

function welcomeTo(app: App): Welcome {
  return {
    offer: () => welcomeOffer(app.store.db, app.config),
    async save(choice) {
      await saveWelcomeChoice(app.store.db, choice);
      await app.reconfigure();
    },
  };
}

/** What an edition reads is for its keeper to choose: the first-run page is there only where nobody else reads. */
function isPrivate({ publicUrl, server }: Config): boolean {
  return publicUrl === undefined && /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(server.host);
}
