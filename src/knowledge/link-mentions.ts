import type { Annotation, Mention } from "../model/annotation.ts";
import type { Entity } from "../model/entity.ts";
import { slugOf } from "../model/outlet.ts";
import type { Facts } from "./load-facts.ts";
import { shortNames } from "./short-names.ts";

/**
 * Gives each mention the entity it names, and names in full whom a short name or a role means ("Kim", "the North Korean leader" where the article names
 * Kim Jong Un).
 *
 * @param text the article's
 */
export function linkMentions(annotation: Annotation, facts: Facts, text: string): Annotation {
  const mentions = annotation.mentions.map((mention) => linkMention(mention, facts, text));
  return shortNames([mentions], facts).resolve({ ...annotation, mentions }, text);
}

/**
 * A mention with the entity it names: one of the base of facts where name and type agree, else, for persons, bodies and places, an entity of this
 * edition's own (`local:<slug>` of the full name). Single names of persons stay unlinked: they could be anybody.
 */
export function linkMention(mention: Mention, facts: Facts, text: string): Mention {
  const known = facts.byName.get(mention.name.toLowerCase());
  // Taggers take countries for teams and teams for countries; both name the country's people, so place and body agree with each other.
  // A town's name is its club's too, and "ICA" is no town.
  if (known && (known.city ? isTown(mention, known, text) : (mention.type === "PER") === (known.type === "PER")))
    return { ...mention, name: known.name, entityId: known.entityId };
  if (mention.type === "MISC" || (mention.type === "PER" && !mention.name.includes(" "))) return mention;
  return { ...mention, entityId: `local:${slugOf(mention.name)}` };
}

/** The town itself, under its own name: a report of sport means the club, except where it says that something is there. */
function isTown({ name, type, start }: Mention, known: Entity, text: string): boolean {
  const isNamed =
    name === known.name || known.aliases.includes(name) || (name.length > 5 && name === known.name.toUpperCase());
  return type === "LOC" && isNamed && (saysWhere.test(text.slice(Math.max(0, start - 12), start)) || !isOfSport(text));
}

/** Where something is stands in a place, not in its club. */
export const saysWhere = /\b(?:in|near|outside|around|across|central|downtown)\s$/i;
const sport =
  /\b(?:innings?|pitcher|batting|wickets?|playoffs?|quarterback|goalkeeper|midfielder|striker|coach|league|games?|season|match|scored?|goals?|cup|championship|tournament)\b/gi;
/** A report of sport has so many of these words at least. */
const leastOfSport = 2;

function isOfSport(text: string): boolean {
  return [...text.matchAll(sport)].length >= leastOfSport;
}
