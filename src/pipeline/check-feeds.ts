import type { FetchOutcome } from "../fetch/fetcher.ts";
import { diagnoseFeed } from "../ingest/diagnose-feed.ts";
import type { FeedFinding } from "../ingest/feed-failures.ts";
import { parseFeed } from "../ingest/parse-feed.ts";
import type { Feed } from "../model/feed.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** A feed that was asked, and what is to be said of it, the gravest first. */
export interface CheckedFeed<F extends Feed = Feed> {
  readonly feed: F;
  readonly findings: readonly [FeedFinding, ...FeedFinding[]];
}

/**
 * Asks each feed for its whole document, all hosts at once and each at its pace, and tells what is wrong with it and what to do. Nothing
 * is stored: a check changes neither what is read nor when.
 *
 * @param onChecked told of each feed as its answer comes, in no order
 * @param signal calls off what is not asked yet; those feeds are not told of
 */
export async function checkFeeds<F extends Feed>(
  context: Pick<PipelineContext, "fetcher" | "config" | "now">,
  feeds: readonly F[],
  onChecked: (checked: CheckedFeed<F>) => void,
  signal?: AbortSignal,
): Promise<void> {
  await Promise.all(
    feeds.map(async (feed) => {
      // Without validators: what has not changed may still be wrong, and only the document shows it.
      const outcome = await context.fetcher.get(feed.url, { kind: "feed", ...(signal && { signal }) });
      if (signal?.aborted) return;
      onChecked({ feed, findings: diagnose(context, feed, outcome) });
    }),
  );
}

function diagnose(
  { config, now }: Pick<PipelineContext, "config" | "now">,
  feed: Feed,
  outcome: FetchOutcome,
): CheckedFeed["findings"] {
  const asked = { outcome, feed, languages: config.languages, now: now().toISOString() };
  if (outcome.kind !== "ok") return diagnoseFeed(asked);
  const { bytes, url, contentType } = outcome;
  return diagnoseFeed({
    ...asked,
    parsed: parseFeed(bytes, { url, ...(contentType !== undefined && { contentType }) }),
  });
}
