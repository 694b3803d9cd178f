import type { EntityId } from "../../model/entity.ts";
import type { StoryId } from "../../model/story.ts";

/** What a story's address is made of. A story that is not written yet has no slug. */
export interface StoryAddress {
  readonly id: StoryId;
  readonly slug?: string;
}

/** "/story/<slug>-<id>": the slug is for readers, the id finds the story. It never changes once it was given out. */
export function storyPath({ id, slug }: StoryAddress): string {
  return `/story/${encodeURIComponent(slug === undefined ? id : `${slug}-${id}`)}`;
}

/** The id at the end of a story's address. Ids have no hyphen, so it is what follows the last one. */
export function storyIdIn(address: string): StoryId {
  return address.slice(address.lastIndexOf("-") + 1);
}

export function questionPath(story: StoryAddress, slug: string): string {
  return `${storyPath(story)}/${encodeURIComponent(slug)}`;
}

/** Outlets of a story side by side; without any named, those with most of their own to show. */
export function comparePath(story: StoryAddress, outletIds: readonly string[] = []): string {
  const query = outletIds.length === 0 ? "" : `?outlets=${outletIds.map(encodeURIComponent).join(",")}`;
  return `${storyPath(story)}/compare${query}`;
}

/** Where a reader reports a sentence, by the fragment of its passages on a revision of the page. */
export function reportPath(story: StoryAddress, revision: number, sentence: string): string {
  return `${storyPath(story)}/report?${new URLSearchParams({ revision: String(revision), sentence })}`;
}

/** The list of a story's revisions; one of them; or, with `from`, what changed between two. */
export function revisionsPath(story: StoryAddress, revision?: number, from?: number): string {
  const list = `${storyPath(story)}/revisions`;
  if (revision === undefined) return list;
  return from === undefined ? `${list}/${revision}` : `${list}/${from}-${revision}`;
}

/** A day's edition, "/2026/11/23". */
export function dayPath(day: string): string {
  return `/${day.replaceAll("-", "/")}`;
}

/** A day's edition as an e-book. */
export function bookPath(day: string): string {
  return `${dayPath(day)}/edition.epub`;
}

export function topicPath(entityId: EntityId): string {
  return `/topic/${encodeURIComponent(entityId)}`;
}

export function outletPath(outletId: string): string {
  return `/outlet/${encodeURIComponent(outletId)}`;
}

export function subjectPath(subject: string): string {
  return `/subject/${subject}`;
}

/** An address of another site as it may stand in a link; undefined for anything that is not plain http or https. */
export function externalUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : undefined;
}
