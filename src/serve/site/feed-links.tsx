import type { PageInfo } from "./layout.tsx";
import type { ListingView } from "./listing-view.ts";

/** The feeds of a page of stories: they stand below its own address. */
export function feedsOf(path: string, title: string, query = ""): NonNullable<PageInfo["feeds"]> {
  return [
    { title, path: `${path}/feed.xml${query}`, type: "rss" },
    { title, path: `${path}/atom.xml${query}`, type: "atom" },
    { title, path: `${path}/feed.json${query}`, type: "json" },
  ];
}

/** The way to the feed for those whose browser shows none. */
export function FeedLink({ path, view }: { path: string; view: ListingView }) {
  return (
    <p class="hint feed-link">
      <a href={`${path}/feed.xml`}>{view.strings.frame.feed}</a>
    </p>
  );
}
