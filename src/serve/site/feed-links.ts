import type { PageInfo } from "./layout.tsx";

/** The feeds of a page of stories: they stand below its own address. */
export function feedsOf(path: string, title: string): NonNullable<PageInfo["feeds"]> {
  return [
    { title, path: `${path}/feed.xml`, type: "rss" },
    { title, path: `${path}/feed.json`, type: "json" },
  ];
}
