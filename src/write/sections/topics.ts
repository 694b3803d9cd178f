import type { Topics } from "../../model/briefing.ts";
import type { Draft } from "../../model/draft.ts";
import { parameters } from "../parameters.ts";
import type { Drafted, SectionContext } from "../section-context.ts";

const part = "topics";

/** Who and what the story is about: the cards the material brings, the most important first. No sentence is ours. */
export function draftTopics({ material }: SectionContext): Drafted<Draft<Topics>> {
  const entities = material.cards.slice(0, parameters.topics.max);
  if (entities.length === 0) return { skipped: { part, reason: "no-name-described", count: 1 } };
  return { section: { kind: "topics", claims: [], entities } };
}
