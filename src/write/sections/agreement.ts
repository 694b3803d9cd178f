import type { Disagreement, DisagreementVersion } from "../../model/briefing.ts";
import type { Citation, DraftClaim } from "../../model/claim.ts";
import type { Draft } from "../../model/draft.ts";
import { terms } from "../../text/terms.ts";
import { type AlignedFact, sameAs } from "../aligned-facts.ts";
import { areIndependent, areMediaOfOneState, commonSourceOf } from "../common-source.ts";
import { computedOf, excerptOf } from "../excerpt.ts";
import type { Frame } from "../fact-frames.ts";
import { firstOfEachOutlet } from "../outlet-leads.ts";
import { parameters } from "../parameters.ts";
import { citationOf, type Passage } from "../passage.ts";
import { pointsBack } from "../points-back.ts";
import { pickDiverse } from "../rank-passages.ts";
import type { StoryReading } from "../read-story.ts";
import { repliesTo } from "../replies.ts";
import { inPageLanguage, isOvertaken, rankOf, repeats, type SectionContext } from "../section-context.ts";
import type { Difference } from "../story-differences.ts";

const part = "what-the-papers-say";

/** What a frame is of, in the page's language. */
export function subjectOf({ kind, counted, about }: Frame, { phrases }: SectionContext): string {
  const subject = phrases.frame(kind, counted);
  return about.length > 0 ? phrases.frameWith(subject, about) : subject;
}

/** The numbers on which outlets differ now, then the other differences. Each version has the passages that print it. */
export function draftDisagreements(differences: readonly Difference[], context: SectionContext): Draft<Disagreement>[] {
  const { frames, phrases } = context;
  const numbers = differing(frames).map((frame) => ({
    subject: subjectOf(frame, context),
    versions: frame.standing.map(({ amount, outlets, at, statements }) =>
      versionOf(
        phrases.frameValue(frame.kind, amount, frame.counted),
        outlets,
        at,
        statements.map(({ passage }) => passage),
        context,
      ),
    ),
  }));
  const others = differences.map(({ kind, about, versions }) => ({
    subject: phrases.difference(kind, about),
    versions: versions.map(({ words, hedged, passages }) => {
      const value = hedged === undefined ? phrases.quote(words) : hedged ? phrases.hedged(words) : phrases.flat(words);
      const at =
        passages
          .map(({ article }) => article.publishedAt)
          .sort()
          .at(-1) ?? "";
      return versionOf(value, [...new Set(passages.map(({ outlet }) => outlet))], at, passages, context);
    }),
  }));
  return [...numbers, ...others].slice(0, parameters.papers.disagreements);
}

export const differing = (frames: readonly Frame[]) => frames.filter(({ standing }) => standing.length > 1);

function versionOf(
  value: string,
  outlets: readonly string[],
  at: string,
  passages: readonly Passage[],
  { allowance }: SectionContext,
): Draft<DisagreementVersion> {
  const [head, ...rest] = passages;
  for (const passage of passages) allowance.show(passage);
  const cited: [Citation, ...Citation[]] = [citationOf(head as Passage), ...rest.map(citationOf)];
  return { value, outlets, at, citations: cited };
}

/** What most outlets have: figures they share, then facts that the page has not told yet. */
export function draftConsensus(context: SectionContext): DraftClaim[] {
  const agreed = context.frames.filter(({ standing, overtaken }) => standing.length === 1 && overtaken.length === 0);
  const claims: DraftClaim[] = [];
  for (const tell of [
    ...agreed.map((frame) => () => agreedFigure(frame, context)),
    ...sharedFacts(context).map((fact) => () => sharedClaim(fact, "", context)),
  ]) {
    if (claims.length >= parameters.papers.consensus) break;
    const claim = tell();
    if (claim) claims.push(claim);
  }
  return claims;
}

/** A figure on which independent outlets agree; in the sentence of one of them where only the words beside it say what it is of. */
function agreedFigure(frame: Frame, context: SectionContext): DraftClaim | undefined {
  const { phrases, allowance, material, reading } = context;
  const [version] = frame.standing;
  const printing = version?.statements.map(({ passage }) => passage) ?? [];
  if (!version || version.outlets.length < 2 || !areIndependent(printing, material)) return undefined;
  // "Four claims" in two of nine reports is a detail.
  const least = Math.ceil(parameters.papers.mostShare * reading.outlets.length);
  if (frame.kind === "count" && version.outlets.length < least) return undefined;
  if (frame.about.length > 0)
    return sharedClaim({ passages: printing, outlets: version.outlets, origins: printing.length }, "", context);
  const value = phrases.frameValue(frame.kind, version.amount, frame.counted);
  const named = version.outlets.slice(0, parameters.citations);
  const text = phrases.agreeOn(named, subjectOf(frame, context), value);
  return computedOf(text, [...named, version.amount], printing, allowance);
}

/** What most outlets have from one source, as one of them tells it: no consensus, however many print it. Then, whether all are media of one state. */
export function oneVoiceClaims(context: SectionContext): DraftClaim[] {
  const { reading, material, phrases, allowance } = context;
  const told = factsOfMost(context).flatMap((fact) => {
    const source = commonSourceOf(fact.passages, material);
    const passage = fact.passages.find((one) => mayStand(one, context) && allowance.allowsAgain(one, part));
    if (!source || !passage || repliesTo(passage, context).length > 0 || hasOthers(fact, context)) return [];
    const also = [source.passage, ...fact.passages].filter((one) => one !== passage);
    const prefix = phrases.allCite(fact.outlets.slice(0, parameters.papers.named), source.words);
    return [{ passage, also, prefix }];
  });
  const claims = told
    .slice(0, 1)
    .map(({ passage, also, prefix }) => excerptOf(passage, allowance, { part, voice: "attributed", prefix, also }));
  if (!areMediaOfOneState(reading.outlets, material)) return claims;
  const named = reading.outlets.slice(0, parameters.papers.named);
  return [...claims, computedOf(phrases.oneState(named), named, firstOfEachOutlet(reading), allowance)];
}

/** True where an outlet beside those of the fact tells something like it: perhaps it knows it otherwise. */
function hasOthers({ passages: [lead], outlets }: AlignedFact, { reading }: SectionContext): boolean {
  const near = lead ? reading.space.near(lead.index) : [];
  return near.some(({ index, cosine }) => {
    const other = reading.passages[index];
    return (
      other !== undefined && cosine >= parameters.alignment.sameWithNameAndNumber && !outlets.includes(other.outlet)
    );
  });
}

/** Facts that most outlets have, most outlets first, and that are no single voice's. */
function sharedFacts(context: SectionContext): AlignedFact[] {
  return factsOfMost(context).filter(({ passages }) => areIndependent(passages, context.material));
}

function factsOfMost({ facts, reading }: SectionContext): AlignedFact[] {
  const least = Math.max(2, Math.ceil(parameters.papers.mostShare * reading.outlets.length));
  return facts
    .filter((fact) => fact.outlets.length >= least && fact.origins > 1)
    .sort((a, b) => b.outlets.length - a.outlets.length);
}

/** The fact as one outlet has it, unless any outlet's sentence of it was told. */
function sharedClaim(fact: AlignedFact, prefix: string, context: SectionContext): DraftClaim | undefined {
  const { allowance } = context;
  if (fact.passages.some((passage) => allowance.hasTold(passage))) return undefined;
  const passage = fact.passages.find((one) => fits(one, context) && repliesTo(one, context).length === 0);
  if (!passage) return undefined;
  const also = fact.passages.filter((one) => one !== passage);
  return excerptOf(passage, allowance, { part, voice: "fact", prefix, also });
}

function mayStand(passage: Passage, context: SectionContext): boolean {
  return (
    passage.flaw === undefined &&
    passage.reported &&
    context.allowance.introduces(passage) &&
    inPageLanguage(context, passage) &&
    !isOvertaken(context, passage) &&
    !pointsBack(passage)
  );
}

function fits(passage: Passage, context: SectionContext): boolean {
  return (
    mayStand(passage, context) &&
    context.allowance.allows(passage, part) &&
    !context.allowance.repeatsTold(passage, context.reading.space)
  );
}

/** What the reports themselves call open, unconfirmed or unanswered. */
export function draftUnknowns(context: SectionContext): DraftClaim[] {
  const { reading, allowance } = context;
  const candidates = reading.passages.filter(
    (passage) =>
      passage.cues.unknown.test(passage.text) && fits(passage, context) && repliesTo(passage, context).length === 0,
  );
  return pickDiverse(candidates, {
    count: parameters.papers.unknowns,
    score: (passage) => rankOf(context, passage) + (passage.shortNames ? -0.1 : 0),
    repeats: (a, b) => repeats(context, a, b),
    tooNear: parameters.happened.repeat,
  })
    .filter((passage) => allowance.allows(passage, part))
    .map((passage) => excerptOf(passage, allowance, { part, voice: "attributed", also: sameAs(reading, passage) }));
}

/** The last sentence of the passage: on what outlets differ, or how many tell the main event alike. */
export function overallOf(context: SectionContext): DraftClaim | undefined {
  const { reading, phrases, allowance, frames } = context;
  const all = reading.outlets.length;
  const leads = firstOfEachOutlet(reading);
  const evidence = leads.length > 0 ? leads : reading.passages.slice(0, 1);
  if (evidence.length === 0) return undefined;
  if (all === 1)
    return computedOf(
      phrases.overallOne(String(reading.outlets[0])),
      [String(reading.outlets[0])],
      evidence,
      allowance,
    );
  const main = tellingTheCore(context);
  const agreeing = main.length;
  const told = agreeing > 1 && agreeing >= parameters.papers.mainShare * all;
  const differ = differing(frames).slice(0, 2);
  const said = (text: string, facts: readonly string[], cited: readonly Passage[]) =>
    computedOf(
      text,
      facts.filter((fact) => text.includes(fact)),
      cited,
      allowance,
      // As many as the sentence counts, or nothing would bear its number out.
      Math.max(parameters.papers.countedCitations, cited.length),
    );
  if (differ.length > 0) {
    const cited = differ.flatMap(({ standing }) =>
      standing.flatMap(({ statements }) => statements.map(({ passage }) => passage)),
    );
    return said(
      phrases.overallDiffer(
        all,
        differ.map((frame) => subjectOf(frame, context)),
      ),
      [phrases.number(all)],
      cited,
    );
  }
  const others = evidence.filter(({ outlet }) => !main.some((one) => one.outlet === outlet));
  const source = told ? commonSourceOf(main, context.material) : undefined;
  if (source)
    return said(
      phrases.overallOneSource(agreeing, all, source.words),
      [phrases.number(agreeing), phrases.number(all), source.words],
      [source.passage, ...main, ...others],
    );
  if (told)
    return said(
      phrases.overallMain(agreeing, all),
      [phrases.number(agreeing), phrases.number(all)],
      [...main, ...others],
    );
  return said(phrases.overallNone(all), [phrases.number(all)], evidence);
}

/**
 * The sentence of each outlet's opening that has most of what all put first, of those outlets that have a good part of it and an
 * article that opens like one of the outlet most are like.
 */
function tellingTheCore({ reading, core }: SectionContext): Passage[] {
  const openings = reading.outlets.flatMap((outlet) => {
    const own = reading.passagesBy(outlet).filter(({ order, flaw }) => order < 5 && flaw === undefined);
    const share = (passage: Passage) => core(passage.text, passage.article.language);
    const best = own.reduce<Passage | undefined>((a, b) => (a && share(a) >= share(b) ? a : b), undefined);
    return best ? [{ best, share: share(best) }] : [];
  });
  const most = Math.max(0, ...openings.map(({ share }) => share));
  const central = openings.filter(({ share }) => share >= parameters.papers.coreShare * most).map(({ best }) => best);
  const openingsOf = new Map(central.map(({ outlet }) => [outlet, openingsBy(outlet, reading)]));
  const tellOneThing = (a: Passage, b: Passage) =>
    // In two languages no words are shared, and nothing can be said of them.
    a.cues !== b.cues ||
    openingsOf
      .get(a.outlet)
      ?.some((one) =>
        openingsOf.get(b.outlet)?.some((other) => shareOfShorter(one, other) >= parameters.papers.mainAlike),
      );
  return central
    .map((a) => central.filter((b) => tellOneThing(a, b)))
    .reduce((a, b) => (b.length > a.length ? b : a), []);
}

/** The terms of each of an outlet's articles in its title and its first sentences. */
function openingsBy(outlet: string, { articles, passagesOf, space }: StoryReading): ReadonlySet<string>[] {
  const own = articles.filter((article) => article.outlet === outlet);
  return own.map((article) => {
    const first = passagesOf(article.id).filter(({ order }) => order < parameters.papers.mainSentences);
    return new Set([
      ...terms(article.title, article.language),
      ...first.flatMap(({ index }) => [...space.termsOf(index)]),
    ]);
  });
}

function shareOfShorter(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [less, more] = a.size < b.size ? [a, b] : [b, a];
  return [...less].filter((term) => more.has(term)).length / Math.max(1, less.size);
}
