import type { EntityCard, EntityId } from "../model/entity.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";
import { present } from "./rows.ts";

/** A name in the edition, with its newest card where it has one. */
export interface EntityRow {
  readonly entityId: EntityId;
  readonly name: string;
  readonly card?: EntityCard;
  readonly stories: number;
}

/** A story that shares names with another. */
export interface SharingStory {
  readonly storyId: StoryId;
  readonly headline: string;
  readonly firstSeenAt: string;
  readonly newestAt: string;
  readonly entities: ReadonlyMap<EntityId, string>;
}

/** So many of the stories that share most are compared; more would be the edition's commonplaces. */
const comparedStories = 100;

/** Replaces the names of a story and their cards. */
export async function saveStoryEntities(
  db: Queryable,
  storyId: StoryId,
  cards: readonly EntityCard[],
  named: ReadonlyMap<EntityId, string>,
): Promise<void> {
  const rows = new Map<EntityId, { entity_id: EntityId; name: string; card?: EntityCard }>();
  for (const [entityId, name] of named) rows.set(entityId, { entity_id: entityId, name });
  for (const card of cards) rows.set(card.entityId, { entity_id: card.entityId, name: card.name, card });
  await db.query("delete from story_entities where story_id = $1", [storyId]);
  if (rows.size === 0) return;
  await db.query(
    `insert into story_entities (story_id, entity_id, name, card)
     select $1, entity_id, name, card from jsonb_to_recordset($2::jsonb) as row (entity_id text, name text, card jsonb)`,
    [storyId, toJson([...rows.values()])],
  );
}

/** An entity that some story names, with its newest card. */
export async function findEntity(db: Queryable, entityId: EntityId): Promise<EntityRow | undefined> {
  const [row] = await db.query(
    `select entity_id as "entityId", name, card, count(*) over () as stories
     from story_entities join stories on stories.id = story_id
     where entity_id = $1 order by card is null, newest_at desc nulls last limit 1`,
    [entityId],
  );
  return row && present<EntityRow>(row as never);
}

/** The entities with cards that most stories name. */
export async function listEntities(db: Queryable, limit: number): Promise<EntityRow[]> {
  const rows = await db.query(
    `select entity_id as "entityId", min(name) as name, (array_agg(card) filter (where card is not null))[1] as card, count(*) as stories
     from story_entities group by entity_id having count(card) > 0 order by 4 desc, 1 limit $1`,
    [limit],
  );
  return rows.map((row) => present<EntityRow>(row as never));
}

/** In how many stories each of some entities stands, and how many stories have names at all. */
export async function entityFrequencies(
  db: Queryable,
  ids: readonly EntityId[],
): Promise<{ readonly stories: number; readonly naming: ReadonlyMap<EntityId, number> }> {
  const rows = await db.query<{ id: EntityId; count: number }>(
    "select entity_id as id, count(*) as count from story_entities where entity_id = any($1::text[]) group by 1",
    [ids],
  );
  const [all] = await db.query<{ count: number }>("select count(*) as count from stories where written_change > 0");
  return { stories: all?.count ?? 0, naming: new Map(rows.map(({ id, count }) => [id, count])) };
}

/** Written stories that share at least two of some names, those that share most first. */
export async function storiesSharing(
  db: Queryable,
  storyId: StoryId,
  ids: readonly EntityId[],
): Promise<SharingStory[]> {
  const rows = await db.query<Omit<SharingStory, "entities"> & { entities: Record<EntityId, string> }>(
    `with sharing as (
       select story_id, count(*) as shared from story_entities where entity_id = any($2::text[]) and story_id <> $1
       group by 1 having count(*) >= 2 order by 2 desc, 1 limit ${comparedStories}
     )
     select stories.id as "storyId", headline, first_seen_at as "firstSeenAt", newest_at as "newestAt",
       jsonb_object_agg(story_entities.entity_id, story_entities.name) as entities
     from sharing join stories on stories.id = sharing.story_id join story_entities on story_entities.story_id = stories.id
     where headline is not null and newest_at is not null and merged_into is null
     group by stories.id`,
    [storyId, ids],
  );
  return rows.map((row) => ({ ...row, entities: new Map(Object.entries(row.entities)) }));
}

/** The stories that name most of what a story names. */
export async function storiesNear(db: Queryable, storyId: StoryId, limit: number): Promise<StoryId[]> {
  const rows = await db.query<{ id: StoryId }>(
    `select other.story_id as id from story_entities as own join story_entities as other using (entity_id)
     where own.story_id = $1 and other.story_id <> $1 group by 1 order by count(*) desc, 1 limit $2`,
    [storyId, limit],
  );
  return rows.map(({ id }) => id);
}
