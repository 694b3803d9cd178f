import type { FeedState } from "../store/feeds.ts";

/** How a feed fared when it was last asked. */
export type FeedHealth = "answers" | "fails" | "unasked" | "paused" | "other-language";

/** A feed in a language the edition does not read is never asked. */
export function healthOf(feed: FeedState, languages: readonly string[]): FeedHealth {
  if (feed.status !== "active") return "paused";
  const language = feed.language?.split("-")[0];
  if (language !== undefined && !languages.includes(language)) return "other-language";
  if (feed.lastOutcome === undefined) return "unasked";
  return feed.failures > 0 ? "fails" : "answers";
}
