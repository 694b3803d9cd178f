import type { MentionType } from "../model/annotation.ts";
import type { DraftClaim, Voice } from "../model/claim.ts";
import type { EntityCard } from "../model/entity.ts";
import { rankAnswers } from "./answer-finder.ts";
import { computedOf } from "./excerpt.ts";
import type { Frame } from "./fact-frames.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { QuestionFilling, QuestionKind } from "./phrases/phrases.ts";
import { pointsBack } from "./points-back.ts";
import { mentionTypes, prominence } from "./prominence.ts";
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
  // An answer names what is asked about, or says much of what all put first.
  const own = about.about?.split(" ").at(-1);
  const saysMuch = (passage: Passage) => share(passage) >= parameters.questions.ofSubject * most;
  const isOfSubject = (passage: Passage) => (own !== undefined && passage.text.includes(own)) || saysMuch(passage);
  const reports = (test: (passage: Passage) => boolean) => where((passage) => reportsEvents(passage) && test(passage));
  return [
    ...howMany(about, context),
    ...people(context).map((card) => whoIs(card, usable)),
    {
      kind: "why",
      filling: about,
      sentences: rankAnswers("why", where(explains).filter(saysMuch)),
      least: 1,
      voice: "analysis",
    },
    {
      kind: "next",
      filling: about,
      sentences: where(looksAhead).filter(isOfSubject),
      least: 1,
      voice: "attributed",
    },
    {
      kind: "unknown",
      filling: about,
      sentences: reports(({ cues, text }) => cues.unknown.test(text)).filter(isOfSubject),
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
 * What the story is about, for a question to name: the person, body or place that most reports have in their titles or first lines, and of those
 * the one that says most of what all put first. A country is too wide a subject, and a name that the reports merely pass by is none: then what
 * needs a subject is not asked.
 */
function subjectOf(context: SectionContext): Filling {
  const { cards, language } = context.material;
  const typeOf = mentionTypes(context);
  const ofCards = cards.filter(({ type, entityId }) => type !== "LOC" || entityId.startsWith("local:"));
  const named = context.sharedNames
    .filter(({ name, salience }) => salience >= parameters.papers.salience && !cards.some((card) => isOf(card, name)))
    .map(({ name }) => ({ name, type: typeOf(name.replace(/^the /, "")) }));
  const candidates = [
    // A card has no article; "the Workplace Fairness Bill" needs it.
    ...ofCards.map((card) => ({
      type: card.type,
      name: context.sharedNames.find(({ name }) => name === `the ${card.name}`)?.name ?? card.name,
    })),
    ...named,
  ];
  const share = ({ name, type }: { readonly name: string; readonly type: MentionType | undefined }) =>
    prominence(name, context) + context.core(name, language) - (type === "LOC" ? parameters.questions.ofPlace : 0);
  const [best] = candidates
    .filter(
      ({ name, type }) =>
        type !== undefined && (type !== "MISC" || name.replace(/^the /, "").includes(" ")) && !isWord(name, context),
    )
    .filter(({ name }) => prominence(name, context) >= parameters.questions.subjectShare)
    .sort((a, b) => share(b) - share(a) || (a.name < b.name ? -1 : 1));
  if (!best) return {};
  // Longer names of places are those of resorts and plans, in which nothing happens.
  const isPlace = best.type === "LOC" && best.name.split(" ").length <= 2;
  return { about: isPlace ? best.name.replace(/^the /, "") : best.name, aboutIsPlace: isPlace };
}

const isOf = (card: EntityCard, name: string) => name.includes(card.name) || card.name.includes(name);

/** "the Bill" is a bill: a single word that the reports print small as well is no name to ask about. */
function isWord(name: string, { reading }: SectionContext): boolean {
  const bare = name.replace(/^the /, "");
  const small = new RegExp(`(?<!\\p{L})${bare.toLowerCase()}(?!\\p{L})`, "u");
  return /^\p{L}+$/u.test(bare) && reading.passages.some(({ text }) => small.test(text));
}

/** Whom the reports put first; others they pass by. */
const people = (context: SectionContext) =>
  context.material.cards
    .filter(
      ({ type, name }) => type === "PER" && prominence(lastName(name), context) >= parameters.questions.personShare,
    )
    .slice(0, 2);
const lastName = (name: string) => name.split(" ").at(-1) ?? name;

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
    describes(passage) ? 3 : behind.test(passage.text) ? 2 : isRole(before.exec(passage.text)?.[1], passage) ? 1 : 0;
  const introducing = usable.filter((passage) => rank(passage) > 0).sort((a, b) => rank(b) - rank(a));
  // "Prime Minister Irja Solund" in a sentence on something else says no more the second time.
  const most = introducing.filter((passage) => rank(passage) > 1).length || 1;
  return {
    kind: "who",
    filling: { about: card.name },
    sentences: introducing,
    least: 1,
    most,
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
    new RegExp(`(\\p{L}{4,}) ${plain}(?!\\p{L})`, "u"),
  ];
}

/** "Mayor" and "author" introduce whom they stand before, "about" does not. */
function isRole(word: string | undefined, { cues }: Passage): boolean {
  if (word === undefined) return false;
  return /^\p{Lu}/u.test(word) || cues.somebody === undefined || cues.somebody.noun.test(word);
}

/** "in response to a query" answers a newsroom, not a reader. */
const asked =
  /\b(?:in response to|replying to|asked about)\b[^.;]{0,30}\b(?:quer(?:y|ies)|questions?|media|reporters)\b/i;

/** What something is for is not why it came about. */
const purpose = /\bso that\b/i;

const explains = ({ cues, text }: Passage) =>
  cues.analysis.cause.test(text) && !asked.test(text) && !purpose.test(text);

/** What was to come when it was planned is past ("was scheduled to leave"). */
const wasAhead = /\b(?:was|were|had been) (?:\p{L}+ly )?(?:scheduled|due|expected|set|planned|to)\b/iu;

const looksAhead = ({ cues, text, dates, article }: Passage) =>
  cues.future.test(text) &&
  !wasAhead.test(text) &&
  (cues.analysis.expectation.test(text) ||
    dates.some(({ value }) => value > article.publishedAt.slice(0, value.length)));

function denied(card: EntityCard, sentences: readonly Passage[]): Askable {
  const own = sentences.filter(({ cues, text, agents }) => cues.dispute.test(text) && agents.includes(card.name));
  return { kind: "denied", filling: { about: card.name }, sentences: own, least: 1, voice: "attributed" };
}

function said(card: EntityCard, sentences: readonly Passage[]): Askable {
  const own = sentences.filter(
    ({ quotes, text }) =>
      text.includes(lastName(card.name)) && quotes.some(({ direct, speaker }) => direct && speaker?.name === card.name),
  );
  return { kind: "said", filling: { about: card.name }, sentences: own, least: 1, voice: "attributed" };
}

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
