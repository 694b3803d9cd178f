import type { OutletView } from "../../model/briefing.ts";
import type { DraftClaim } from "../../model/claim.ts";
import type { Draft } from "../../model/draft.ts";
import { type AlignedFact, lacks } from "../aligned-facts.ts";
import type { Stressed } from "../emphasis.ts";
import { excerptOf } from "../excerpt.ts";
import { parameters } from "../parameters.ts";
import type { Passage } from "../passage.ts";
import { repliesTo, tellWithReply } from "../replies.ts";
import { inPageLanguage, rankOf, readsAlone, type SectionContext } from "../section-context.ts";

const part = "what-the-papers-say";

/** Per outlet: sentences on what it stresses, what only it has, and what others have and it has not. Outlets with none are left out. */
export function draftOutletViews(
  context: SectionContext,
  stressed: ReadonlyMap<string, readonly Stressed[]>,
): Draft<OutletView>[] {
  const outlets = context.reading.outlets.slice(0, parameters.papers.views);
  const omitted = new Set<AlignedFact>();
  return outlets
    .map((outlet) => ({
      outlet,
      emphasis: foreignLead(outlet, context) ?? emphasisBy(stressed.get(outlet) ?? [], context),
      onlyHere: onlyHereOf(outlet, context),
      omits: omitsOf(outlet, omitted, context),
    }))
    .filter(({ emphasis, onlyHere, omits }) => emphasis.length + onlyHere.length + omits.length > 0);
}

/**
 * What an outlet that writes in another language than the page opens with: its words cannot be compared with those of the others. Undefined of one that
 * writes in the page's.
 */
function foreignLead(outlet: string, context: SectionContext): DraftClaim[] | undefined {
  const own = context.reading.passagesBy(outlet);
  if (own.length === 0 || own.some((passage) => inPageLanguage(context, passage))) return undefined;
  const lead = own.find(
    (passage) => readsAlone(passage, context) && saysSomething(passage) && context.allowance.allows(passage, part),
  );
  return lead ? tellWithReply(lead, context, { part, voice: "attributed" }) : [];
}

/** The sentences that have most of the words the outlet stresses. */
function emphasisBy(stressed: readonly Stressed[], context: SectionContext): DraftClaim[] {
  const weight = new Map<Passage, number>();
  for (const { passages, z } of stressed)
    for (const passage of passages) weight.set(passage, (weight.get(passage) ?? 0) + z);
  const candidates = [...weight.keys()].filter(
    (passage) => readsAlone(passage, context) && isOfStory(passage, context),
  );
  const score = (passage: Passage) => (weight.get(passage) ?? 0) / 3 + weightOf(passage, context);
  return take(candidates, score, parameters.papers.emphasis, context).flatMap((passage) =>
    tellWithReply(passage, context, { part, voice: "attributed" }),
  );
}

/** Facts that no other outlet has, the weightiest first. */
function onlyHereOf(outlet: string, context: SectionContext): DraftClaim[] {
  const { reading, facts } = context;
  const others = reading.outlets.filter((other) => other !== outlet);
  const candidates = facts.flatMap(({ passages }) => {
    const [passage] = passages;
    return passage && passages.length === 1 && passage.outlet === outlet && saysSomething(passage) ? [passage] : [];
  });
  const alone = candidates
    .filter((passage) => readsAlone(passage, context) && isOfStory(passage, context))
    .sort((a, b) => weightOf(b, context) - weightOf(a, context))
    .slice(0, 12)
    .filter((passage) => others.every((other) => lacks(reading, other, passage)));
  return take(alone, (passage) => weightOf(passage, context), parameters.papers.onlyHere, context).flatMap((passage) =>
    tellWithReply(passage, context, { part, voice: "attributed" }),
  );
}

/**
 * Facts that most outlets have and this one's articles, read whole, do not, though its newest is later than two others that report them. A
 * fact is shown once, with the first outlet that lacks it.
 */
function omitsOf(outlet: string, shown: Set<AlignedFact>, context: SectionContext): DraftClaim[] {
  const { reading, facts, allowance, phrases, material } = context;
  const own = material.articles.filter((article) => article.outlet === outlet);
  const until =
    own
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? material.now;
  const least = Math.max(3, Math.floor(reading.outlets.length / 2) + 1);
  const missing = facts
    .filter((fact) => fact.outlets.length >= least && fact.origins > 1 && !fact.outlets.includes(outlet))
    .filter((fact) => !shown.has(fact) && reportedBefore(fact, until))
    .sort((a, b) => b.origins - a.origins || weightOf(first(b), context) - weightOf(first(a), context))
    .filter(({ passages }) => passages.every((passage) => lacks(reading, outlet, passage)));
  const claims: DraftClaim[] = [];
  for (const fact of missing) {
    if (claims.length >= parameters.papers.omits || shown.size >= parameters.papers.omitsOnPage) break;
    const passage = fact.passages.find(
      (one) => readsAlone(one, context) && saysSomething(one) && allowance.allows(one, `${part}.omits`),
    );
    if (!passage || repliesTo(passage, context).length > 0) continue;
    shown.add(fact);
    const prefix = phrases.notIn(outlet, own.length, phrases.time(until));
    const also = fact.passages.filter((one) => one !== passage);
    claims.push(excerptOf(passage, allowance, { part: `${part}.omits`, voice: "attributed", prefix, also }));
  }
  return claims;
}

/** True where two other outlets had the fact in print before: what came later cannot have been left out. */
function reportedBefore({ passages }: AlignedFact, until: string): boolean {
  return passages.filter(({ article }) => article.publishedAt < until).length >= 2;
}

const first = ({ passages }: AlignedFact) => passages[0] as Passage;

function take(
  candidates: readonly Passage[],
  score: (passage: Passage) => number,
  count: number,
  context: SectionContext,
): Passage[] {
  const taken: Passage[] = [];
  for (const passage of [...candidates].sort((a, b) => score(b) - score(a))) {
    if (taken.length >= count) break;
    if (context.allowance.allows(passage, part) && !context.allowance.repeatsTold(passage, context.reading.space))
      taken.push(passage);
  }
  return taken;
}

/** "The stall, which ...": a thing that the sentences before have named. */
const namedBefore = /^The \p{Ll}/u;

/** Rank, and what can be checked: names and figures. */
function weightOf(passage: Passage, context: SectionContext): number {
  const { names, numbers, text } = passage;
  return (
    rankOf(context, passage) +
    0.1 * Math.min(3, names.length) +
    0.1 * Math.min(2, numbers.length) -
    (namedBefore.test(text) ? 0.2 : 0)
  );
}

/** Something of what all put first: what an outlet has of another story is not what it stresses of this one. */
const isOfStory = ({ text, article }: Passage, { core }: SectionContext) =>
  core(text, article.language) >= parameters.papers.leastCore;

/** "did not respond to a request" is the newsroom's work, no news. */
const saysSomething = ({ names, numbers, words, privateNames, cues, text }: Passage) =>
  !privateNames && names.length + numbers.length > 0 && words >= 9 && !cues.unknown.test(text);
