import { rm } from "node:fs/promises";
import { join } from "node:path";
import { samplesDir } from "./app.ts";
import type { Config } from "./config.ts";
import { unknownOutlet } from "./model/outlet.ts";
import { openRunningEdition, type RealEdition, type RunningEdition } from "./running-edition.ts";
import { loadSamples, serveSamples } from "./sample-edition.ts";
import { saveFeed } from "./store/feeds.ts";
import { heldLock } from "./store/lock.ts";
import { saveOutlet } from "./store/outlets.ts";

/** An article is known by its address, so that stories keep theirs from one start to the next; any free port where this one is taken. */
const samplePort = 43_219;

/**
 * Opens the sample edition: invented outlets, served on loopback and read through exactly the same path as real ones, in a store of
 * its own below the edition's folder. It is made anew each time, since its newest article is always an hour old.
 */
export async function openSampleEdition(config: Config, behind?: RealEdition): Promise<RunningEdition> {
  const dataDir = join(config.store.dataDir, "sample");
  if ((await heldLock(dataDir)) === undefined) await rm(dataDir, { recursive: true, force: true });
  const samples = loadSamples(samplesDir, new Date());
  const served = await serveSamples(samples, { port: samplePort }).catch(() => serveSamples(samples));
  const edition = await openRunningEdition(
    sampleConfig(behind ? withoutModel(config) : config, dataDir, new URL(served.url).host),
    {
      sample: true,
      ...(behind && { behind }),
    },
  ).catch(async (error: unknown) => {
    // Its server would keep the process alive behind a message that says why it cannot go on.
    await served.close();
    throw error;
  });
  const { db } = edition.app.store;
  for (const outlet of samples.outlets) await saveOutlet(db, outlet, "edition");
  for (const [index, feed] of served.feeds.entries()) {
    const outlet = samples.outlets.find(({ name }) => name === feed.outlet) ?? unknownOutlet(feed.outlet);
    await saveFeed(db, {
      id: `sample-${index + 1}`,
      outletId: outlet.id,
      url: feed.url,
      language: feed.language,
      status: "active",
    });
  }
  await edition.app.reconfigure();
  return {
    ...edition,
    async close() {
      await edition.close();
      await served.close();
    },
  };
}

/** While it only stands in for the real edition nobody pays for what is invented. */
function withoutModel(config: Config): Config {
  const [{ use: _, ...model }, { use: __, ...embedding }] = [config.model, config.embedding];
  return { ...config, model, embedding };
}

/** The user's settings with what the sample edition needs: its store, its languages, and leave to ask its own server. */
export function sampleConfig(config: Config, dataDir: string, host: string): Config {
  const { databaseUrl: _, ...store } = config.store;
  return {
    ...config,
    languages: ["en", "de"],
    store: { ...store, dataDir },
    feeds: { ...config.feeds, shipped: false },
    // Nobody is asked about what is invented, and nobody gets it by mail.
    knowledge: { online: false },
    mail: {},
    fetch: { ...config.fetch, allowedHosts: [...config.fetch.allowedHosts, host] },
  };
}
