import type { HowWeGotHere, TimelineEntry } from "../../model/briefing.ts";
import type { Draft } from "../../model/draft.ts";
import { sameAs } from "../aligned-facts.ts";
import { datesTold } from "../dates-told.ts";
import { excerptOf } from "../excerpt.ts";
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
  rankOf,
  repeats,
  reportsEvents,
  type SectionContext,
} from "../section-context.ts";
import { pastness } from "../tells-of-past.ts";
import { trimSentence } from "../trim-sentence.ts";
import { blankQuoted } from "../words-in.ts";

const part = "how-we-got-here";

/**
 * What came before: sentences in which the articles recount it, then the dated steps of the story and its past, then earlier stories of the
 * edition. A story of which nothing of the kind is told is named as skipped.
 */
export function draftHowWeGotHere(context: SectionContext): Drafted<Draft<HowWeGotHere>> {
  const { earlierStories } = context.material;
  const background = backgroundOf(context);
  const claims = background.flatMap((passage) =>
    tellWithReply(passage, context, { part, voice: "attributed", also: sameAs(context.reading, passage) }),
  );
  const timeline = timelineOf(background, context);
  if (claims.length + timeline.length + earlierStories.length === 0)
    return { skipped: { part, reason: "no-past-told", count: 1 } };
  return { section: { kind: "how-we-got-here", claims, timeline, earlierStories } };
}

/** A few sentences that date the past, the longest past first where they say when. */
function backgroundOf(context: SectionContext): Passage[] {
  const { sentences, words, minScore, repeat, coreShare } = parameters.background;
  const { allowance, reading } = context;
  const candidates = tellable(context);
  const share = ({ text, article }: Passage) => context.core(text, article.language);
  const most = Math.max(0, ...candidates.map(share));
  const picked = pickDiverse(
    candidates.filter(
      (passage) =>
        pastness(passage) >= minScore &&
        datesItself(passage) &&
        !passage.cues.future.test(passage.text) &&
        share(passage) >= coreShare * most &&
        !tellsOfTheStory(passage, context),
    ),
    {
      count: sentences,
      score: (passage) =>
        pastness(passage) + rankOf(context, passage) + context.core(passage.text, passage.article.language),
      repeats: (a, b) => repeats(context, a, b),
      tooNear: repeat,
      accept: (passage, before) =>
        before.reduce((sum, one) => sum + one.words, passage.words) <= words &&
        allowance.allows(passage, part) &&
        allowance.introduces(passage) &&
        !allowance.repeatsTold(passage, reading.space),
    },
  );
  const since = (passage: Passage) => datesTold(passage)[0] ?? "9999";
  return picked.sort((a, b) => since(a).localeCompare(since(b)) || a.index - b.index);
}

/** True of what happened since the day before the first report. */
function tellsOfTheStory(passage: Passage, { reading }: SectionContext): boolean {
  const first = Date.parse(reading.articles[0]?.publishedAt ?? "");
  const last = datesTold(passage).at(-1);
  return last !== undefined && Date.parse(last) >= first - parameters.background.minAgeDays * 86_400_000;
}

/** The days, months and years most outlets speak of, one sentence each that the background has not told. One date makes no timeline. */
function timelineOf(background: readonly Passage[], context: SectionContext): Draft<TimelineEntry>[] {
  const { entries, words, coreShare } = parameters.timeline;
  const { allowance, reading } = context;
  const byDate = new Map<string, Passage[]>();
  const first = reading.articles[0]?.publishedAt.slice(0, 10) ?? "";
  const share = ({ text, article }: Passage) => context.core(text, article.language);
  const candidates = tellable(context);
  const most = Math.max(0, ...candidates.map(share));
  // Of the days since the first report only what the story is about is a step of it; before, what touches on it is.
  const isStep = (passage: Passage, date: string) =>
    share(passage) >= (date < first ? parameters.background.coreShare : coreShare) * most;
  const isTold = (passage: Passage) => background.some((one) => tellTheSame(one, passage, context));
  for (const passage of candidates) {
    const [date, ...others] = datesTold(passage);
    // A sentence of two dates tells of one of them only, and a reader cannot know which.
    if (date === undefined || others.length > 0 || passage.words > words || !isStep(passage, date)) continue;
    byDate.set(date, [...(byDate.get(date) ?? []), passage]);
  }
  const outletsOf = (passages: readonly Passage[]) => new Set(passages.map(({ outlet }) => outlet)).size;
  const dates = [...byDate]
    .sort(
      ([a, x], [b, y]) =>
        outletsOf(y) - outletsOf(x) || bestRank(y, context) - bestRank(x, context) || (a < b ? -1 : 1),
    )
    .slice(0, entries)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const chosen = dates.flatMap(([date, passages]) => {
    const passage = [...passages]
      .sort((a, b) => weightOf(b, context) - weightOf(a, context))
      .find(
        (one) =>
          allowance.allowsAgain(one, `${part}.timeline`) &&
          !isTold(one) &&
          // The past is told once; of its own days the timeline has to say what the page begins with.
          (date >= first || !allowance.hasTold(one)),
      );
    return passage ? [{ date, passage }] : [];
  });
  if (chosen.length < parameters.timeline.leastEntries) return [];
  return chosen.map(({ date, passage }) => {
    const telling = { part: `${part}.timeline`, voice: "attributed", also: sameAs(reading, passage) } as const;
    return { date, claims: [excerptOf(passage, allowance, telling)] };
  });
}

/** The main clause says when: "who ran last year" dates nothing that the sentence tells. */
function datesItself(passage: Passage): boolean {
  const main =
    blankQuoted(passage.text).split(/,\s(?:who|which|whose|where|as did|der|die|das|qui|dont|que|quien)\s/u)[0] ?? "";
  return datesTold(passage).length > 0 || passage.cues.background.test(main);
}

function tellTheSame(a: Passage, b: Passage, context: SectionContext): boolean {
  return (
    repeats(context, a, b) >= parameters.alignment.same ||
    context.reading.space.overlap(a.index, b.index) >= parameters.alignment.sameTerms
  );
}

/** Sentences of reports that can stand alone, say something that still holds, and accuse nobody. */
function tellable(context: SectionContext): Passage[] {
  return context.reading.passages.filter((passage) => {
    if (passage.flaw !== undefined || passage.privateNames || !reportsEvents(passage)) return false;
    if (!inPageLanguage(context, passage) || isOvertaken(context, passage)) return false;
    if (isWordOfStateAlone(passage, context) || passage.cues.relativeDay.test(passage.text)) return false;
    return !pointsBack(passage) && !/^["“„«]/u.test(trimSentence(passage));
  });
}

const bestRank = (passages: readonly Passage[], context: SectionContext) =>
  Math.max(...passages.map((passage) => rankOf(context, passage)));

function weightOf(passage: Passage, context: SectionContext): number {
  const { shortNames, cues, text, article } = passage;
  return (
    rankOf(context, passage) +
    context.core(text, article.language) -
    (shortNames ? 0.3 : 0) -
    (cues.accusation.test(text) ? 0.5 : 0) -
    (cues.future.test(text) ? 0.4 : 0)
  );
}
