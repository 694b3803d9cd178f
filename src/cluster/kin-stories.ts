import type { EarlierStory, RelatedStory } from "../model/briefing.ts";
import type { StoryId } from "../model/story.ts";
import { clusterParameters } from "./parameters.ts";

/** What is compared of two stories: whom and what they name, and when they ran. */
export interface StoryProfile {
  readonly storyId: StoryId;
  readonly headline: string;
  readonly firstSeenAt: string;
  readonly newestAt: string;
  /** Entity id -> name as readers know it. */
  readonly entities: ReadonlyMap<string, string>;
}

/** Stories that belong to the background of one, and stories a reader of it may want next. */
export interface KinStories {
  readonly earlier: readonly EarlierStory[];
  readonly related: readonly RelatedStory[];
}

const dayMs = 86_400_000;
/** A story that ended so long before this one began is its background; one that ran beside it is related. */
const earlierByMs = dayMs;

/**
 * Finds a story's kin among others by the names they share, each weighing more the fewer stories of the edition name it.
 *
 * @param storiesNaming entity id -> in how many stories it stands
 * @param stories how many stories the edition has
 */
export function findKinStories(
  story: StoryProfile,
  others: readonly StoryProfile[],
  storiesNaming: ReadonlyMap<string, number>,
  stories: number,
): KinStories {
  const weightOf = (id: string) => Math.log((stories + 1) / ((storiesNaming.get(id) ?? 1) + 0.5));
  const lengthOf = (ids: Iterable<string>) => [...ids].reduce((sum, id) => sum + Math.max(0, weightOf(id)), 0);
  const own = lengthOf(story.entities.keys());
  const kin = others
    .filter(({ storyId }) => storyId !== story.storyId)
    .map((other) => {
      const shared = [...story.entities.keys()]
        .filter((id) => other.entities.has(id))
        .sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1));
      // Jaccard over weights: what they share of what either names.
      const both = lengthOf(shared);
      const either = own + lengthOf(other.entities.keys()) - both;
      return { other, shared, likeness: either > 0 ? both / either : 0 };
    })
    .filter(
      ({ shared, likeness }) =>
        shared.length >= clusterParameters.minSharedNames && likeness >= clusterParameters.kinAt,
    )
    .sort((a, b) => b.likeness - a.likeness || (a.other.storyId < b.other.storyId ? -1 : 1));
  const isEarlier = (other: StoryProfile) => Date.parse(other.newestAt) < Date.parse(story.firstSeenAt) - earlierByMs;
  return {
    earlier: kin
      .filter(({ other }) => isEarlier(other))
      .slice(0, clusterParameters.maxKin)
      .map(({ other }) => ({ storyId: other.storyId, headline: other.headline, at: other.newestAt })),
    related: kin
      .filter(({ other }) => !isEarlier(other))
      .slice(0, clusterParameters.maxKin)
      .map(({ other, shared }) => ({
        storyId: other.storyId,
        headline: other.headline,
        reason: shared
          .slice(0, 3)
          .map((id) => story.entities.get(id) ?? id)
          .join(", "),
      })),
  };
}
