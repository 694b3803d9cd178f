import type { Outlet } from "../model/outlet.ts";
import type { StoryRow } from "../store/stories.ts";

/** What outlets may have in common that makes them leave the same things out. */
export const groupings = ["country", "language", "family"] as const;
export type Grouping = (typeof groupings)[number];

/** Outlets that share a country, a language or an owner, and the stories that none of them has. */
export interface BlindSpot {
  readonly by: Grouping;
  /** A country's code or own name, a language's tag, or a family. */
  readonly key: string;
  readonly outlets: readonly Outlet[];
  /** Those that most outlets elsewhere have, the most first. */
  readonly stories: readonly StoryRow[];
}

/** A story with the ids of the outlets that report it. */
export interface CoveredStory {
  readonly story: StoryRow;
  readonly outletIds: readonly string[];
}

/** One outlet that has nothing on a story has made a choice, or has one reporter; two and more are a pattern. */
const leastInGroup = 2;
/** A story of fewer outlets, or of one country alone, is left out by everybody else and says nothing of anybody. */
const leastElsewhere = 4;
const leastGroups = 2;
const storiesEach = 5;

/**
 * Which stories all read outlets of a country, a language or an owner leave out. Of owners the unknown are no group, since an outlet of unknown owner is a
 * family of its own.
 *
 * @param active the outlets that published anything in that time: of the others silence means nothing
 */
export function blindSpots(stories: readonly CoveredStory[], active: readonly Outlet[]): BlindSpot[] {
  const byId = new Map(active.map((outlet) => [outlet.id, outlet]));
  return groupings.flatMap((by) => {
    const groups = new Map<string, Outlet[]>();
    for (const outlet of active) {
      const key = groupOf(outlet, by);
      if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), outlet]);
    }
    const wide = stories.flatMap(({ story, outletIds }) => {
      const found = new Set(outletIds.flatMap((id) => groupOf(byId.get(id), by) ?? []));
      return outletIds.length >= leastElsewhere && found.size >= leastGroups ? [{ story, found, outletIds }] : [];
    });
    return [...groups]
      .filter(([, outlets]) => outlets.length >= leastInGroup)
      .map(([key, outlets]): BlindSpot => {
        const missing = wide
          .filter(({ found }) => !found.has(key))
          .sort((a, b) => b.outletIds.length - a.outletIds.length || (b.story.rank ?? 0) - (a.story.rank ?? 0));
        return { by, key, outlets, stories: missing.slice(0, storiesEach).map(({ story }) => story) };
      })
      .filter((spot) => spot.stories.length > 0)
      .sort((a, b) => b.outlets.length - a.outlets.length || (a.key < b.key ? -1 : 1));
  });
}

function groupOf(outlet: Outlet | undefined, by: Grouping): string | undefined {
  if (!outlet) return undefined;
  if (by === "country") return outlet.place ?? outlet.country;
  if (by === "language") return outlet.language?.split("-")[0];
  return outlet.family;
}
