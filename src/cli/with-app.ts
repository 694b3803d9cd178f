import { type App, type AppOptions, openApp } from "../app.ts";
import { type EditionOptions, editionConfig } from "./edition-options.ts";

/** Opens the edition that a command's options name, does the work, and closes it whatever comes of it. */
export async function withApp(
  options: EditionOptions,
  work: (app: App) => Promise<void>,
  appOptions: AppOptions = {},
): Promise<void> {
  const app = await openApp(editionConfig(options), appOptions);
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

/** The same for an edition that must be there already. */
export function withStandingApp(options: EditionOptions, work: (app: App) => Promise<void>): Promise<void> {
  return withApp(options, work, { standing: true });
}
