import type { DraftClaim, Voice } from "../model/claim.ts";
import { rankAnswers } from "./answer-finder.ts";
import { computedOf } from "./excerpt.ts";
import type { Frame } from "./fact-frames.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { QuestionFilling, QuestionKind } from "./phrases/phrases.ts";
import { pointsBack } from "./points-back.ts";
import { denied, peopleAsked, said, voicesAsked, wants, whoIs } from "./question-names.ts";
import { questionSubject } from "./question-subject.ts";
import { inPageLanguage, isOvertaken, rankOf, reportsEvents, type SectionContext } from "./section-context.ts";
import { blankQuoted } from "./words-in.ts";

/** A question, and the sentences that would answer it, best first. */
export interface Askable {
  readonly kind: QuestionKind;
  readonly filling: Omit<QuestionFilling, "outlets" | "articles" | "newest">;
  readonly sentences: readonly Passage[];
  /** With fewer sentences it is not asked. */
  readonly least: number;
  /** No more are told, though there were room. */
  readonly most?: number;
  readonly voice: Voice;
  /** A sentence of ours that the answer begins with. */
  readonly opening?: () => DraftClaim;
}

/** What could be asked of a story, in the order in which a reader would ask: how many, who, why, what next, what is open, denied, wanted, said. */
export function askableQuestions(context: SectionContext): Askable[] {
  const { isName, isPlace, ...about } = questionSubject(context);
  const scored = context.reading.passages
    .filter((passage) => canAnswer(passage, context))
    .map((passage) => ({ passage, score: answerScore(passage, context) }));
  const usable = scored.sort((a, b) => b.score - a.score).map(({ passage }) => passage);
  const share = ({ text, article }: Passage) => context.core(text, article.language);
  const most = Math.max(0, ...usable.map(share));
  const central = usable.filter((passage) => share(passage) >= parameters.questions.coreShare * most);
  const isPerson = context.reading.passages.some(({ people }) => people.has(about.about ?? ""));
  // What somebody said of the matter has fewer of its words than the matter itself.
  const near = usable.filter((passage) => share(passage) >= (parameters.questions.coreShare / 2) * most);
  const own = isName ? about.about?.split(" ").at(-1) : about.about?.replace(/^the /, "");
  const names = ({ text }: Passage) => own !== undefined && text.includes(own);
  const saysMuch = (passage: Passage) => share(passage) >= parameters.questions.ofSubject * most;
  // An answer names what is asked about, or says much of what all put first.
  const ofSubject = usable.filter((passage) => names(passage) || (central.includes(passage) && saysMuch(passage)));
  const people = peopleAsked(context);
  const voices = voicesAsked(context);
  const reports = central.filter(reportsEvents);
  // "The country will have no choice, Mr Solund said" is no step of Solund's.
  const isOwnStep = ({ text, cues }: Passage) => {
    if (!isPerson || own === undefined) return true;
    const behind = text.slice(text.indexOf(own) + own.length, text.indexOf(own) + own.length + stepWithin);
    return text.includes(own) && cues.future.test(behind);
  };
  const asked: Askable[] = [
    ...howMany(about, context),
    ...people.map((person) => whoIs(person, usable)),
    {
      kind: "why",
      filling: about,
      sentences: rankAnswers("why", central.filter((passage) => explains(passage, own)).filter(saysMuch)),
      least: 1,
      voice: "analysis",
    },
    {
      kind: "next",
      filling: about,
      sentences: (isPlace && !about.aboutIsPlace ? [] : ofSubject).filter(
        (passage) => central.includes(passage) && looksAhead(passage) && isOwnStep(passage),
      ),
      least: 1,
      voice: "attributed",
    },
    {
      kind: "unknown",
      filling: about,
      sentences: ofSubject.filter((passage) => reportsEvents(passage) && passage.cues.unknown.test(passage.text)),
      least: 1,
      voice: "attributed",
    },
    ...people.map((person) => denied(person, reports)),
    ...voices.map((name) => wants(name, usable, context)),
    ...voices.map((name) => said(name, near, context)),
  ];
  return asked.filter(({ kind, filling }) => filling.about !== undefined || kind === "how-many");
}

type Filling = Askable["filling"];

/** Dead, injured, missing, arrested or displaced. */
const ofPeople = (kind: Frame["kind"]) => kind !== "percent" && kind !== "sum" && kind !== "count";

/** A count of people that at least two outlets give, or another on which they differ. Then the answer opens with the versions. */
function howMany(about: Filling, context: SectionContext): Askable[] {
  const asked = context.frames
    .filter(({ kind, standing }) => ofPeople(kind) || (kind === "count" && standing.length > 1))
    .sort((a, b) => Number(ofPeople(b.kind)) - Number(ofPeople(a.kind)) || b.standing.length - a.standing.length);
  return asked.slice(0, 1).map((frame) => ({
    kind: "how-many",
    filling: { ...about, frame: frame.kind, ...(frame.counted !== undefined && { counted: frame.counted }) },
    sentences: frame.standing
      .flatMap(({ statements }) => statements.map(({ passage }) => passage))
      .filter((passage) => canAnswer(passage, context)),
    least: frame.standing.length > 1 ? 0 : 1,
    voice: "attributed",
    ...(frame.standing.length > 1 && { opening: () => versionsClaim(frame, context) }),
  }));
}

function versionsClaim(frame: Frame, { phrases, allowance }: SectionContext): DraftClaim {
  const versions = frame.standing.map(({ amount, outlets }) => ({
    outlets,
    value: phrases.frameValue(frame.kind, amount, frame.counted),
  }));
  const evidence = frame.standing.flatMap(({ statements }) => statements.map(({ passage }) => passage));
  const facts = frame.standing.flatMap(({ amount, outlets }) => [amount, ...outlets]);
  const text = phrases.versions(phrases.frame(frame.kind, frame.counted), versions);
  return computedOf(text, facts, evidence, allowance, parameters.papers.countedCitations);
}

/** "in response to a query" answers a newsroom, not a reader. */
const asked =
  /\b(?:in response to|replying to|asked about)\b[^.;]{0,30}\b(?:quer(?:y|ies)|questions?|media|reporters)\b/i;

/** Characters behind a name in which its step begins ("Solund, the mayor, will"). */
const stepWithin = 50;

/** What something is for is not why it came about. */
const purpose = /\bso that\b/i;

/** What a thing brought about explains what stands behind the verb, not the thing. */
const broughtAbout =
  /\b(?:sparked|triggered|prompted|led to|leads? to|results? in|resulted in|reflect(?:s|ed|ing)?|mixed reactions)\b/i;

function explains({ cues, text }: Passage, own: string | undefined): boolean {
  if (!cues.analysis.cause.test(text) || asked.test(text) || purpose.test(text)) return false;
  const effect = broughtAbout.exec(text);
  return !effect || (own !== undefined && text.slice(effect.index).includes(own));
}

/** What was to come when it was planned is past ("was scheduled to leave"). */
const wasAhead = /\b(?:was|were|had been) (?:\p{L}+ly )?(?:scheduled|due|expected|set|planned|to)\b/iu;

const looksAhead = ({ cues, text, dates, article }: Passage) =>
  cues.future.test(text) &&
  !wasAhead.test(text) &&
  (cues.analysis.expectation.test(text) ||
    dates.some(({ value }) => value > article.publishedAt.slice(0, value.length)));

function canAnswer(passage: Passage, context: SectionContext): boolean {
  if (passage.flaw !== undefined || passage.privateNames || !inPageLanguage(context, passage)) return false;
  if (passage.article.genre === "opinion" || isOvertaken(context, passage)) return false;
  // An answer is a page of its own: "he said" would be nobody.
  if (passage.cues.pronounSpeech.test(blankQuoted(passage.text))) return false;
  return passage.words >= 7 && passage.words <= 45 && !pointsBack(passage);
}

function answerScore(passage: Passage, context: SectionContext): number {
  const { cues, text, article, shortNames } = passage;
  return (
    rankOf(context, passage) +
    context.core(text, article.language) +
    (cues.attributed.test(text) ? 0.2 : 0) -
    (shortNames ? 0.4 : 0)
  );
}
