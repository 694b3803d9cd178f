import { languageFor } from "../languages/registry.ts";
import { type FrameStatement, headOf, stateKinds, statementsOf } from "./frame-statements.ts";
import { isNegated } from "./negation.ts";
import { parameters } from "./parameters.ts";
import type { FrameKind } from "./phrases/phrases.ts";
import type { StoryReading } from "./read-story.ts";
import { slotOf, touchAlike } from "./slot-words.ts";

/** Outlets that give compatible numbers. */
export interface FrameVersion {
  readonly amount: string;
  readonly statements: readonly FrameStatement[];
  readonly outlets: readonly string[];
  /** When it was last printed. */
  readonly at: string;
}

/** One countable thing of the story, with the versions of it that stand now and those that time has overtaken. */
export interface Frame {
  readonly kind: FrameKind;
  readonly counted?: string;
  /** Words that all its sentences share around the number, where the kind alone does not say what is counted. */
  readonly about: readonly string[];
  readonly standing: readonly FrameVersion[];
  readonly overtaken: readonly FrameVersion[];
  /** Indexes of the passages that give a count which a later report has raised. */
  readonly outdated: ReadonlySet<number>;
}

const states: ReadonlySet<FrameKind> = new Set(stateKinds);
const floor =
  /^(?:at least|no fewer than|no less than|mindestens|wenigstens|au moins|al menos|por lo menos|como mínimo)\b/i;

/** The countable things on which at least two outlets give a number, most outlets first. */
export function framesOf(reading: StoryReading): Frame[] {
  const byKey = new Map<string, FrameStatement[]>();
  for (const passage of reading.passages) {
    for (const statement of statementsOf(passage, reading)) {
      const key = `${statement.kind} ${statement.counted === undefined ? (statement.unit ?? "") : headOf(statement.counted)}`;
      byKey.set(key, [...(byKey.get(key) ?? []), statement]);
    }
  }
  const frames = [...byKey.values()]
    .map((group) => group.filter((statement) => ofThisStory(statement, group, reading)))
    .flatMap((group) => sameThing(group, reading))
    .map(versionsOf)
    .filter(({ standing, overtaken }) => [...standing, ...overtaken].flatMap(({ outlets }) => outlets).length > 1)
    .sort((a, b) => Number(states.has(b.kind)) - Number(states.has(a.kind)) || outletsIn(b) - outletsIn(a));
  return toldApart(frames);
}

/**
 * Frames a reader can tell apart: of two that count the same noun each keeps the words that explain it, and a frame that nothing explains,
 * as a bare percentage, is not shown.
 */
function toldApart(frames: readonly Frame[]): Frame[] {
  const nameOf = ({ kind, counted }: Frame) => `${kind} ${counted === undefined ? "" : headOf(counted)}`;
  const kept: Frame[] = [];
  for (const frame of frames) {
    const alone = frames.filter((other) => nameOf(other) === nameOf(frame)).length === 1;
    const plain = states.has(frame.kind) || (frame.kind === "count" && alone);
    if (plain) kept.push({ ...frame, about: [] });
    else if (
      frame.about.length > 0 &&
      !kept.some((other) => nameOf(other) === nameOf(frame) && other.about.join() === frame.about.join())
    )
      kept.push(frame);
  }
  return kept;
}

const outletsIn = ({ standing }: Frame) => standing.reduce((sum, { outlets }) => sum + outlets.length, 0);

/** A count deep in an article, with a name by it, may be of another event: it needs a like sentence elsewhere. */
function ofThisStory(
  { passage, kind }: FrameStatement,
  group: readonly FrameStatement[],
  { space }: StoryReading,
): boolean {
  if (!states.has(kind) || passage.order < parameters.frames.leadSentences || passage.names.length === 0) return true;
  return group.some(
    (other) =>
      other.passage.outlet !== passage.outlet &&
      space.cosine(other.passage.index, passage.index) >= parameters.frames.likeSentence,
  );
}

/** Splits statements of one key into those about one thing: deaths of one story are, percentages only in like sentences. */
function sameThing(statements: readonly FrameStatement[], reading: StoryReading): FrameStatement[][] {
  const groups: FrameStatement[][] = [];
  for (const statement of statements) {
    const group = groups.find(
      (members) => states.has(statement.kind) || members.some((one) => alike(one, statement, reading)),
    );
    if (group) group.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function alike(a: FrameStatement, b: FrameStatement, { space }: StoryReading): boolean {
  if (a.passage.index === b.passage.index) return false;
  if (space.cosine(a.passage.index, b.passage.index) < parameters.alignment.sameWithNameAndNumber) return false;
  const overlap = space.overlap(a.passage.index, b.passage.index);
  if (a.kind !== "count" && overlap < parameters.differences.sameHappening) return false;
  if (a.kind !== "count" && !touchAlike(slotOf(a.passage, a.number), slotOf(b.passage, b.number))) return false;
  // "72 per cent trust", "27 per cent do not": two shares of one whole agree.
  if (isNegated(a.passage.text) !== isNegated(b.passage.text)) return false;
  const { leastAround, shareAround } = parameters.frames;
  return shared(a, b).length >= Math.max(leastAround, shareAround * Math.min(a.around.length, b.around.length));
}

function shared(a: FrameStatement, b: FrameStatement): string[] {
  return [...new Set(a.around)].filter((word) => b.around.includes(word));
}

function versionsOf(statements: readonly FrameStatement[]): Frame {
  const groups: FrameStatement[][] = [];
  // Who gives one number is placed before who gives several, and exact numbers before vague ones.
  const several = (own: readonly FrameStatement[]) => Number(own.length > 1);
  const outlets = [...latestOfOutlets(statements)].sort(
    (a, b) => several(a) - several(b) || widthOf(a[0]) - widthOf(b[0]) || (a[0]?.low ?? 0) - (b[0]?.low ?? 0),
  );
  for (const own of outlets) {
    const first = own[0];
    if (!first) continue;
    const fits = (members: readonly FrameStatement[]) =>
      own.find((one) => members.every((other) => compatible(other, one) || prints(one, other) || prints(other, one)));
    const group = groups.find((members) => fits(members));
    if (group) group.push(fits(group) ?? first);
    else groups.push([first]);
  }
  const versions = ofOneThing(ofOneScope(groups.map(versionOf)), statements).sort((a, b) => lowOf(a) - lowOf(b));
  const missing = statements[0]?.kind === "missing";
  const overtaken = versions.filter((version, i) =>
    versions.some((later, j) => (missing ? j !== i : j > i) && overtakes(later, version)),
  );
  const { kind, counted } = statements[0] as FrameStatement;
  return {
    kind,
    ...(counted !== undefined && { counted }),
    about: states.has(kind) ? [] : aboutOf(groups.flat()),
    standing: versions.filter((version) => !overtaken.includes(version)),
    overtaken,
    outdated: new Set(statements.filter((one) => isOutdated(one, statements)).map(({ passage }) => passage.index)),
  };
}

/** People are counted upwards: a count below one printed well after it is the old one, whichever outlet printed the new. */
function isOutdated(one: FrameStatement, statements: readonly FrameStatement[]): boolean {
  const at = Date.parse(one.passage.article.publishedAt);
  return (
    states.has(one.kind) &&
    statements.some(
      ({ low, passage }) => low > one.high && Date.parse(passage.article.publishedAt) - at >= parameters.updateAfterMs,
    )
  );
}

/** Without counts of another order than the one most outlets give: one town's dead and a whole country's do not contradict each other. */
function ofOneScope(versions: readonly FrameVersion[]): FrameVersion[] {
  const [main] = [...versions].sort(
    (a, b) => b.outlets.length - a.outlets.length || widthOf(a.statements[0]) - widthOf(b.statements[0]),
  );
  if (!main) return [];
  const { otherScope } = parameters.frames;
  return versions.filter((version) => {
    const [less, more] = [lowOf(version), lowOf(main)].sort((a, b) => a - b);
    return (more ?? 0) <= otherScope * Math.max(1, less ?? 0);
  });
}

/** An outlet that prints both numbers knows them as two things ("562,000, past the record of 553,000"): the one most outlets give is kept. */
function ofOneThing(versions: readonly FrameVersion[], statements: readonly FrameStatement[]): FrameVersion[] {
  const [main] = [...versions].sort((a, b) => b.outlets.length - a.outlets.length);
  if (!main || states.has(main.statements[0]?.kind ?? "count")) return [...versions];
  const giving = (version: FrameVersion) =>
    new Set(statements.filter(({ low }) => low === lowOf(version)).map(({ passage }) => passage.outlet));
  const ofMain = giving(main);
  return versions.filter((version) => version === main || ![...giving(version)].some((outlet) => ofMain.has(outlet)));
}

/** Each outlet's statements in the newest of its articles that has any, in order of the text. */
function latestOfOutlets(statements: readonly FrameStatement[]): FrameStatement[][] {
  const latest = new Map<string, FrameStatement[]>();
  for (const statement of statements) {
    const { outlet, article } = statement.passage;
    const known = latest.get(outlet)?.[0]?.passage.article;
    if (known?.id === article.id) latest.get(outlet)?.push(statement);
    else if (!known || known.publishedAt < article.publishedAt) latest.set(outlet, [statement]);
  }
  return [...latest.values()];
}

const widthOf = (statement: FrameStatement | undefined) => (statement ? statement.high - statement.low : 0);

/** The nouns all share, as the first statement has them, two at most. */
function aboutOf(statements: readonly FrameStatement[]): string[] {
  const [first, ...rest] = statements;
  if (!first) return [];
  const { cues, article } = first.passage;
  const { stopWords } = languageFor(article.language);
  const explains = (word: string) =>
    /^\P{N}{4,}$/u.test(word) &&
    !first.counted?.toLowerCase().includes(word) &&
    !stopWords.has(word) &&
    !cues.general.has(word) &&
    !/(?:ed|ing|ly|-.*)$/.test(word);
  return [...new Set(first.around)]
    .filter((word) => explains(word) && rest.every(({ around }) => around.includes(word)))
    .slice(0, 2);
}

/**
 * "at least 12" is a count with a caution, so it differs from 15, and from "at least 15"; "more than 100" and "about 120" do not differ,
 * nor do two open counts of the same order.
 */
function compatible(a: FrameStatement, b: FrameStatement): boolean {
  const [x, y] = [counted(a), counted(b)];
  if (x.high === Number.POSITIVE_INFINITY && y.high === Number.POSITIVE_INFINITY)
    return Math.max(x.low, y.low) < parameters.frames.sameOrder * Math.min(x.low, y.low);
  if (a.kind === "sum" && x.low > 0 && y.low > 0 && isRounded(x.low, y.low)) return true;
  return x.low <= y.high && y.low <= x.high;
}

/** "$600 million" is 601 million rounded. */
function isRounded(x: number, y: number): boolean {
  return Math.min(x, y) >= parameters.differences.rounding * Math.max(x, y);
}

/** True where the sentence of the one has the number of the other as well: then the two are not of one thing. */
function prints({ passage }: FrameStatement, { low, high, kind }: FrameStatement): boolean {
  return !states.has(kind) && passage.numbers.some((number) => number.low === low && number.high === high);
}

function counted({ kind, low, high, amount }: FrameStatement): { low: number; high: number } {
  return states.has(kind) && floor.test(amount) ? { low, high: low } : { low, high };
}

const lowOf = ({ statements }: FrameVersion) => statements[0]?.low ?? 0;

function versionOf(statements: readonly FrameStatement[]): FrameVersion {
  const times = statements.map(({ passage }) => passage.article.publishedAt).sort();
  return {
    amount: statements[0]?.amount ?? "",
    statements,
    outlets: statements.map(({ passage }) => passage.outlet),
    at: times.at(-1) ?? "",
  };
}

/**
 * A higher count printed well after a lower one is the newer count, not another opinion. Only people are counted upwards; the missing are
 * found, so that of theirs any later count is the newer one.
 */
function overtakes(later: FrameVersion, earlier: FrameVersion): boolean {
  if (!states.has(later.statements[0]?.kind ?? "count")) return false;
  const first = later.statements.map(({ passage }) => passage.article.publishedAt).sort()[0] ?? "";
  return Date.parse(first) - Date.parse(earlier.at) >= parameters.updateAfterMs;
}
