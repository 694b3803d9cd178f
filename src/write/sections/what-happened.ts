import type { WhatHappened } from "../../model/briefing.ts";
import type { Draft } from "../../model/draft.ts";
import { sameAs } from "../aligned-facts.ts";
import { areIndependent } from "../common-source.ts";
import { parameters } from "../parameters.ts";
import type { Passage } from "../passage.ts";
import { pointsBack } from "../points-back.ts";
import { pickDiverse } from "../rank-passages.ts";
import { tellWithReply } from "../replies.ts";
import {
  type Drafted,
  inPageLanguage,
  isOvertaken,
  isWordOfStateAlone,
  newnessOf,
  rankOf,
  repeats,
  reportsEvents,
  type SectionContext,
} from "../section-context.ts";
import { trimSentence } from "../trim-sentence.ts";

const part = "what-happened";

/** Two or three sentences that tell the happening, the one that stands best alone first. */
export function draftWhatHappened(context: SectionContext): Drafted<Draft<WhatHappened>> {
  const { reading, allowance } = context;
  const { sentences, words, repeat, mostOverlap, coreShare } = parameters.happened;
  const suited = reading.passages.filter((passage) => suits(passage, context));
  const share = ({ text, article }: Passage) => context.core(text, article.language);
  const most = Math.max(0, ...suited.map(share));
  const candidates = suited.filter((passage) => share(passage) >= coreShare * most);
  if (candidates.length === 0) return { skipped: { part, reason: "no-sentence-stands-alone", count: 1 } };
  const score = (passage: Passage) => scoreOf(passage, context);
  const several = reading.outlets.length > 1;
  const picked = pickDiverse(candidates, {
    count: sentences,
    score,
    repeats: (a, b) => repeats(context, a, b) + (several && a.outlet === b.outlet ? 0.15 : 0),
    tooNear: repeat,
    accept: (passage, before) =>
      introduces(passage, before) &&
      before.every((one) => reading.space.overlap(one.index, passage.index) < mostOverlap) &&
      before.reduce((sum, one) => sum + one.words, passage.words) <= words &&
      allowance.allows(passage, part),
  });
  const claims = inTellingOrder(picked, score, context).flatMap((passage) => {
    const also = sameAs(reading, passage);
    const voice = areIndependent([passage, ...also], context.material) ? "fact" : "attributed";
    return tellWithReply(passage, context, { part, voice, also });
  });
  if (claims.length === 0)
    return { skipped: { part, reason: "accusation-without-room-for-reply", count: picked.length } };
  return { section: { kind: "what-happened", claims } };
}

function suits(passage: Passage, context: SectionContext): boolean {
  const { minWords, maxSentenceWords } = parameters.happened;
  if (passage.flaw !== undefined || !reportsEvents(passage) || !inPageLanguage(context, passage)) return false;
  const text = trimSentence(passage);
  return (
    passage.words >= minWords &&
    passage.words <= maxSentenceWords &&
    !pointsBack(passage) &&
    !startsInQuote(text) &&
    !isOvertaken(context, passage)
  );
}

/** Nobody stands in it by half a name, unless a sentence before gives the whole. */
function introduces(passage: Passage, before: readonly Passage[]): boolean {
  return (
    !passage.shortNames ||
    // A report introduces its own first sentence.
    passage.order === 0 ||
    before.some((one) => !one.shortNames && one.names.some((name) => passage.names.includes(name)))
  );
}

/** A sentence that begins with speech is a comment on a happening, seldom the happening. */
const startsInQuote = (text: string) => /^["“„«]/u.test(text);

function scoreOf(passage: Passage, context: SectionContext): number {
  const origins = new Set(sameAs(context.reading, passage).map(({ origin }) => origin)).size;
  return (
    1.2 * rankOf(context, passage) +
    0.12 * newnessOf(context, passage) +
    1.4 * context.core(trimSentence(passage), passage.article.language) +
    0.1 * Math.min(3, origins) -
    (passage.shortNames ? 0.2 : 0) -
    0.02 * Math.min(15, passage.order) -
    (passage.numbers.length > 2 ? 0.1 : 0) -
    (passage.cues.relativeDay.test(passage.text) ? 0.4 : 0) -
    (passage.cues.background.test(passage.text) ? 0.05 : 0) -
    (passage.quotes.some(({ direct }) => direct) ? 0.08 : 0) -
    (isWordOfStateAlone(passage, context) ? 0.5 : 0)
  );
}

/** The best opening first, the newest state before an older one; the others as their articles have them. */
function inTellingOrder(
  passages: readonly Passage[],
  score: (passage: Passage) => number,
  context: SectionContext,
): Passage[] {
  const opening = (passage: Passage) =>
    score(passage) + 0.3 * newnessOf(context, passage) - 0.15 * passage.order - (passage.shortNames ? 0.3 : 0);
  const [first, ...rest] = [...passages].sort((a, b) => opening(b) - opening(a));
  return first ? [first, ...rest.sort((a, b) => a.order - b.order || a.index - b.index)] : [];
}
