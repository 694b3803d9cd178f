import type { Topics } from "../../model/briefing.ts";
import type { Draft } from "../../model/draft.ts";
import { parameters } from "../parameters.ts";
import { privateNamesIn } from "../private-people.ts";
import type { Drafted, SectionContext } from "../section-context.ts";

const part = "topics";

/** Who and what the story is about: the cards the material brings, the most important first. No sentence is ours, and no private person of a story of crime is shown. */
export function draftTopics({ material, reading }: SectionContext): Drafted<Draft<Topics>> {
  const entities = material.cards
    .filter(({ name, type }) => type !== "PER" || privateNamesIn(name, reading.protection).length === 0)
    .slice(0, parameters.topics.max);
  if (entities.length === 0) return { skipped: { part, reason: "no-name-described", count: 1 } };
  return { section: { kind: "topics", claims: [], entities } };
}
