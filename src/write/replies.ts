import type { DraftClaim } from "../model/claim.ts";
import { type Excerpting, excerptOf } from "./excerpt.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { SectionContext } from "./section-context.ts";

/**
 * A sentence as a claim, with the reply beside it where it accuses somebody and any article carries one. An accusation whose reply has no
 * room on the page is not published: then the list is empty.
 */
export function tellWithReply(passage: Passage, context: SectionContext, excerpting: Excerpting): DraftClaim[] {
  const { allowance, phrases } = context;
  const replies = repliesTo(passage, context);
  if (replies.length === 0) return [excerptOf(passage, allowance, excerpting)];
  const reply = replies.find((one) => one.flaw === undefined && allowance.allows(one, excerpting.part));
  if (!reply) return [];
  const claim = excerptOf(passage, allowance, excerpting);
  const answer = excerptOf(reply, allowance, {
    part: excerpting.part,
    voice: "attributed",
    prefix: phrases.replies(reply.outlet),
  });
  return [claim, answer];
}

/** Sentences in which those accused in a passage deny it, nearest first; none where the passage has the denial itself. */
export function repliesTo(passage: Passage, { reading }: SectionContext): Passage[] {
  const { cues, text } = passage;
  if (!cues.accusation.test(text) || cues.dispute.test(text)) return [];
  const nearness = (other: Passage) => reading.space.cosine(passage.index, other.index);
  return reading.passages
    .filter((other) => other !== passage && other.cues.dispute.test(other.text))
    .filter(
      (other) =>
        other.agents.some((name) => passage.agents.some((own) => sameName(name, own))) ||
        nearness(other) >= parameters.differences.dispute,
    )
    .sort((a, b) => nearness(b) - nearness(a));
}

const sameName = (a: string, b: string) => lastWord(a) === lastWord(b);
const lastWord = (name: string) => name.split(" ").at(-1)?.toLowerCase();
