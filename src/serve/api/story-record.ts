import type { StoryRow } from "../../store/stories.ts";
import { storyPath } from "../site/addresses.ts";

/** How much stands behind a story: copies of one text and outlets of one owner are one origin. */
export function countsOf({ articles, outlets, origins }: StoryRow) {
  return { articles, outlets, origins };
}

/** A story in a list of the API: what the store knows of it, with the address of its page. */
export function storyRecord(
  {
    id,
    headline,
    standfirst,
    language,
    subject,
    articles,
    outlets,
    origins,
    firstSeenAt,
    newestAt,
    writtenAt,
    writer,
    slug,
  }: StoryRow,
  absolute: (path: string) => string,
) {
  return {
    id,
    url: absolute(storyPath({ id, ...(slug !== undefined && { slug }) })),
    headline,
    standfirst,
    language,
    subject,
    articles,
    outlets,
    origins,
    firstSeenAt,
    newestAt,
    writtenAt,
    writer,
  };
}
