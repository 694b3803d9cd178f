import type { Annotation } from "../model/annotation.ts";
import { slugOf } from "../model/outlet.ts";
import type { Facts } from "./load-facts.ts";

/**
 * Gives each mention the entity it names: one of the base of facts where name and type agree, else, for persons, bodies and places, an
 * entity of this edition's own (`local:<slug>` of the full name). Single names of persons stay unlinked: they could be anybody.
 */
export function linkMentions(annotation: Annotation, facts: Facts): Annotation {
  return {
    ...annotation,
    mentions: annotation.mentions.map((mention) => {
      const known = facts.byName.get(mention.name.toLowerCase());
      // Taggers take countries for teams and teams for countries; both name the country's people, so place and body agree with each other.
      if (known && (mention.type === "PER") === (known.type === "PER"))
        return { ...mention, name: known.name, entityId: known.entityId };
      if (mention.type === "MISC" || (mention.type === "PER" && !mention.name.includes(" "))) return mention;
      return { ...mention, entityId: `local:${slugOf(mention.name)}` };
    }),
  };
}
