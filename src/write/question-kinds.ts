import type { DraftClaim, Voice } from "../model/claim.ts";
import type { EntityCard } from "../model/entity.ts";
import { rankAnswers } from "./answer-finder.ts";
import { computedOf } from "./excerpt.ts";
import type { Frame } from "./fact-frames.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { QuestionFilling, QuestionKind } from "./phrases/phrases.ts";
import { pointsBack } from "./points-back.ts";
import { inPageLanguage, isOvertaken, rankOf, reportsEvents, type SectionContext } from "./section-context.ts";

/** A question, and the sentences that would answer it, best first. */
export interface Askable {
  readonly kind: QuestionKind;
  readonly filling: Omit<QuestionFilling, "outlets" | "articles" | "newest">;
  readonly sentences: readonly Passage[];
  /** With fewer sentences it is not asked. */
  readonly least: number;
  readonly voice: Voice;
  /** A sentence of ours that the answer begins with. */
  readonly opening?: () => DraftClaim;
}

/** What could be asked of a story, in the order in which a reader would ask: how many, who, why, what next, what is open, denied, said. */
export function askableQuestions(context: SectionContext): Askable[] {
  const about = subjectOf(context);
  const scored = context.reading.passages
    .filter((passage) => canAnswer(passage, context))
    .map((passage) => ({ passage, score: answerScore(passage, context) }));
  const usable = scored.sort((a, b) => b.score - a.score).map(({ passage }) => passage);
  const share = ({ text, article }: Passage) => context.core(text, article.language);
  const most = Math.max(0, ...usable.map(share));
  const central = usable.filter((passage) => share(passage) >= parameters.questions.coreShare * most);
  const where = (test: (passage: Passage) => boolean) => central.filter(test);
  const reports = (test: (passage: Passage) => boolean) => where((passage) => reportsEvents(passage) && test(passage));
  return [
    ...howMany(about, context),
    ...people(context).map((card) => whoIs(card, usable)),
    { kind: "why", filling: about, sentences: rankAnswers("why", where(explains)), least: 1, voice: "analysis" },
    {
      kind: "next",
      filling: about,
      sentences: where(looksAhead),
      least: 1,
      voice: "attributed",
    },
    {
      kind: "unknown",
      filling: about,
      sentences: reports(({ cues, text }) => cues.unknown.test(text)),
      least: 1,
      voice: "attributed",
    },
    ...people(context).flatMap((card) => [
      denied(
        card,
        reports(() => true),
      ),
      said(card, usable),
    ]),
  ].filter(({ kind, filling }) => filling.about !== undefined || kind === "how-many") as Askable[];
}

type Filling = Askable["filling"];

/**
 * What the story is about, for a question to name: of its cards and the names most outlets have, the one that says most of what all outlets
 * put first. A well-known place is too wide a subject while there is another.
 */
function subjectOf(context: SectionContext): Filling {
  const { cards, language } = context.material;
  const wide = ({ type, entityId }: EntityCard) => type === "LOC" && !entityId.startsWith("local:");
  const named = context.sharedNames.filter(
    ({ name }) => name.includes(" ") && !cards.some((card) => name.includes(card.name)),
  );
  const candidates = [
    ...cards.filter((card) => !wide(card)).map(({ name, type }) => ({ about: name, aboutIsPlace: type === "LOC" })),
    ...named.map(({ name }) => ({ about: name, aboutIsPlace: false })),
  ];
  const share = ({ about }: { readonly about: string }) => context.core(about, language);
  const [best] = candidates.sort((a, b) => share(b) - share(a) || (a.about < b.about ? -1 : 1));
  return best ?? (cards[0] ? { about: cards[0].name, aboutIsPlace: true } : {});
}

const people = ({ material }: SectionContext) => material.cards.filter(({ type }) => type === "PER").slice(0, 2);

/** A count of people at least two outlets give, or another on which they differ. The answer opens with the versions. */
function howMany(about: Filling, context: SectionContext): Askable[] {
  const ofPeople = ({ kind }: Frame) => kind !== "percent" && kind !== "sum" && kind !== "count";
  const asked = context.frames
    .filter((frame) => ofPeople(frame) || (frame.kind === "count" && frame.standing.length > 1))
    .sort((a, b) => Number(ofPeople(b)) - Number(ofPeople(a)) || b.standing.length - a.standing.length);
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

/** Sentences that say who somebody is: the full name with an office or a description by it. */
function whoIs(card: EntityCard, usable: readonly Passage[]): Askable {
  const cited = card.source.kind === "articles" ? card.source.citations : [];
  const describes = (passage: Passage) =>
    cited.some(
      ({ articleId, start }) => articleId === passage.article.id && passage.start <= start && start < passage.end,
    );
  const [behind, before] = introductions(card.name);
  const rank = (passage: Passage) =>
    describes(passage) ? 3 : behind.test(passage.text) ? 2 : before.test(passage.text) ? 1 : 0;
  const sentences = usable.filter((passage) => rank(passage) > 0).sort((a, b) => rank(b) - rank(a));
  return {
    kind: "who",
    filling: { about: card.name },
    sentences,
    least: 1,
    voice: "attributed",
  };
}

/** "Irja Solund, the mayor of …" and "Mayor Irja Solund": words that introduce a name stand right behind it or before it. */
function introductions(name: string): readonly [behind: RegExp, before: RegExp] {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return [
    new RegExp(
      `${plain}, (?:the |a |an |who |der |die |ein |eine |le |la |un |une |el |una |qui |quien )?\\p{Ll}`,
      "u",
    ),
    new RegExp(`(?<!\\b(?:said|says|told|with|that|when|after))\\b\\p{L}{4,} ${plain}\\b`, "u"),
  ];
}

const explains = ({ cues, text }: Passage) =>
  cues.analysis.cause.test(text) || (cues.holder.test(text) && cues.analysis.stakes.test(text));

const looksAhead = ({ cues, text, dates, article }: Passage) =>
  cues.future.test(text) &&
  (cues.analysis.expectation.test(text) ||
    dates.some(({ value }) => value > article.publishedAt.slice(0, value.length)));

function denied(card: EntityCard, sentences: readonly Passage[]): Askable {
  const own = sentences.filter(({ cues, text, agents }) => cues.dispute.test(text) && agents.includes(card.name));
  return { kind: "denied", filling: { about: card.name }, sentences: own, least: 1, voice: "attributed" };
}

function said(card: EntityCard, sentences: readonly Passage[]): Askable {
  const lastName = card.name.split(" ").at(-1) ?? card.name;
  const own = sentences.filter(
    ({ quotes, text }) =>
      text.includes(lastName) && quotes.some(({ direct, speaker }) => direct && speaker?.name === card.name),
  );
  return { kind: "said", filling: { about: card.name }, sentences: own, least: 1, voice: "attributed" };
}

function canAnswer(passage: Passage, context: SectionContext): boolean {
  if (passage.flaw !== undefined || passage.privateNames || !inPageLanguage(context, passage)) return false;
  if (passage.article.genre === "opinion" || isOvertaken(context, passage)) return false;
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
