import type { App } from "../app.ts";
import { type CheckedFeed, checkFeeds } from "../pipeline/check-feeds.ts";
import type { FeedState } from "../store/feeds.ts";
import { listOptOuts, type OptOut } from "../store/opt-outs.ts";

/** The longest state that is common, "private-address". */
const stateWidth = 15;
/** So many characters of an address keep the columns in line; a longer one pushes its own line to the right. */
const maxAddressWidth = 70;

/**
 * Asks feeds and prints, as each answers, a line for each thing that is to be said of it: its state, its address, what is wrong and what
 * to do. The exit status is 1 where there is something to see to.
 *
 * @param json prints a JSON object a feed instead
 */
export async function printFeedCheck(
  app: App,
  feeds: readonly FeedState[],
  json: boolean,
  signal: AbortSignal,
): Promise<void> {
  const counts = new Map<string, number>();
  const width = Math.max(0, ...feeds.map(({ url }) => Math.min(url.length, maxAddressWidth)));
  const optOuts = await optOutsByOutlet(app);
  let told = 0;
  const print = ({ feed, findings }: CheckedFeed) => {
    told++;
    for (const { state } of findings) counts.set(state, (counts.get(state) ?? 0) + 1);
    const met = optOuts.get(feed.outletId) ?? [];
    if (json) {
      const record = { id: feed.id, url: feed.url, state: findings[0].state, findings };
      return console.log(JSON.stringify({ ...record, ...(met.length > 0 && { optOuts: met }) }));
    }
    const line = (state: string, words: string) =>
      console.log(`${state.padEnd(stateWidth)} ${feed.url.padEnd(width)}  ${words}`.trimEnd());
    for (const { state, words, todo } of findings) line(state, `${words} ${todo}`);
    for (const { reason, url, seenAt } of met)
      line(
        "opt-out",
        `${url} asked on ${seenAt.slice(0, 10)} not to be used (${reason}); it was not, beyond the feed's own words.`,
      );
  };
  await checkFeeds(app, feeds, print, signal);
  if ([...counts.keys()].some((state) => state !== "ok")) process.exitCode = 1;
  if (signal.aborted) process.exitCode = 130;
  if (json) return;
  const asked = told === feeds.length ? `${told}` : `${told} of ${feeds.length}`;
  const states = [...counts].sort(([, a], [, b]) => b - a).map(([state, count]) => `${count} ${state}`);
  console.log(`${told > 0 ? "\n" : ""}${asked} feeds asked${states.length > 0 ? `: ${states.join(", ")}` : ""}.`);
}

/** The opt-outs that were met at the pages of each outlet. */
export async function optOutsByOutlet({ store }: App): Promise<ReadonlyMap<string, readonly OptOut[]>> {
  const met = new Map<string, OptOut[]>();
  for (const optOut of await listOptOuts(store.db)) {
    const known = met.get(optOut.outletId);
    if (known) known.push(optOut);
    else met.set(optOut.outletId, [optOut]);
  }
  return met;
}
