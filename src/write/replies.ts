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

/**
 * Sentences in which those accused in a passage deny it, nearest first; none where the passage has the denial itself. What the accuser denies
 * is no reply.
 */
export function repliesTo(passage: Passage, { reading }: Pick<SectionContext, "reading">): Passage[] {
  const { cues, text } = passage;
  if (!cues.accusation.test(text) || cues.dispute.test(text)) return [];
  const accusers = speakersAt(passage, cues.accusation);
  const nearness = (other: Passage) => reading.space.cosine(passage.index, other.index);
  return reading.passages
    .filter((other) => other !== passage && other.cues.dispute.test(other.text))
    .filter((other) => {
      const deniers = speakersAt(other, other.cues.dispute);
      return !deniers.some((name) => accusers.some((accuser) => sameName(name, accuser)));
    })
    .filter(
      (other) =>
        other.agents.some((name) => passage.agents.some((own) => sameName(name, own))) ||
        // Whom a court keeps from being named is "the man" in the one report and "the defendant" in the next.
        (passage.people.size === 0 && other.people.size === 0 && plea.test(other.text)) ||
        nearness(other) >= parameters.differences.dispute,
    )
    .sort((a, b) => nearness(b) - nearness(a));
}

/** What only the accused of a story says. */
const plea =
  /\b(?:plead(?:ed|s|ing)? not guilty|claim(?:ed|s|ing)? trial|nicht schuldig|plaid\p{L}+ non coupable|se declar\p{L}+ (?:inocente|no culpable))\b/iu;

const passive =
  /\b(?:is|are|was|were|been|being|be|stands?|wird|wurde|werden|est|sont|été|es|fue|fueron|sido)\s+(?:\p{L}+ly\s+)?$/iu;

/** Whose words a passage gives, and who stands right before its cue; of a cue in the passive nobody is known. */
function speakersAt({ text, quotes, agents, start }: Passage, cue: RegExp): string[] {
  const at = cue.exec(text)?.index ?? 0;
  const before = text.slice(0, at);
  const spoken = quotes.flatMap(({ speaker }) => (speaker && speaker.start >= start ? [speaker.name] : []));
  if (passive.test(before)) return spoken;
  const placed = agents
    .map((name) => ({ name, index: before.lastIndexOf(name.split(" ").at(-1) ?? name) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => b.index - a.index);
  return [...spoken, ...placed.slice(0, 1).map(({ name }) => name)];
}

const sameName = (a: string, b: string) => lastWord(a) === lastWord(b);
const lastWord = (name: string) => name.split(" ").at(-1)?.toLowerCase();
