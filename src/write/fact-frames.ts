import type { Quantity } from "../model/annotation.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { FrameKind } from "./phrases/phrases.ts";
import { blankQuoted, type StoryReading } from "./read-story.ts";

/** One number an outlet gives for something that can be counted. */
export interface FrameStatement {
  readonly kind: FrameKind;
  /** What is counted ("homes") where the frame is "count". */
  readonly counted?: string;
  readonly low: number;
  readonly high: number;
  /** As printed: "at least four". */
  readonly amount: string;
  readonly passage: Passage;
}

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
  readonly standing: readonly FrameVersion[];
  readonly overtaken: readonly FrameVersion[];
}

const stateKinds = ["dead", "injured", "missing", "arrested", "displaced"] as const;
const states: ReadonlySet<FrameKind> = new Set(stateKinds);
const time =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|metres?|meters?|kilomet(?:re|er)s?|miles?|feet|jahren?|monate?n?|wochen?|tagen?|stunden?|minuten?|ans?|années?|mois|semaines?|jours?|heures?|años?|meses|semanas?|días?|horas?|times|percent|degrees?)$/i;
const partial =
  /^\s*(?:(?:people|men|women)\s+)?(?:of (?:the|them|whom|those|these|its|his|her)|more\b|others?\b|other\b|per\b)/i;
const subset =
  /(?:including|among them|of whom|another|other|a further|one in|each of|up from|from|down from|previous(?:ly)?|darunter|weitere|dont|incluid[oa]s?|otr[oa]s)\s+(?:\S+\s){0,1}$/i;
const reach = 48;

/** The countable things on which at least two outlets give a number, most outlets first. */
export function framesOf(reading: StoryReading): Frame[] {
  const statements = reading.passages.flatMap((passage) => statementsOf(passage, reading));
  const byKey = new Map<string, FrameStatement[]>();
  for (const statement of statements) {
    const key = `${statement.kind} ${statement.counted ?? ""}`;
    byKey.set(key, [...(byKey.get(key) ?? []), statement]);
  }
  return [...byKey.values()]
    .flatMap((group) => sameThing(group, reading))
    .map(versionsOf)
    .sort((a, b) => outletsIn(b) - outletsIn(a));
}

const outletsIn = ({ standing }: Frame) => standing.reduce((sum, { outlets }) => sum + outlets.length, 0);

function statementsOf(passage: Passage, { articles }: StoryReading): FrameStatement[] {
  if (passage.flaw && passage.flaw !== "first-person") return [];
  const first = articles[0]?.publishedAt ?? passage.article.publishedAt;
  const long = Date.parse(first) - parameters.background.minAgeDays * 86_400_000;
  const past = passage.dates.some(({ value, grain }) => grain !== "decade" && Date.parse(value) < long);
  if (past || !passage.reported) return [];
  return passage.numbers.flatMap((number) => statementOf(number, passage) ?? []);
}

function statementOf(number: Quantity, passage: Passage): FrameStatement | undefined {
  const { low, high, unit, of } = number;
  const start = number.start - passage.start;
  const end = number.end - passage.start;
  const text = blankQuoted(passage.text);
  const before = text.slice(0, Math.max(0, start));
  const after = text.slice(end);
  if (start < 0 || partial.test(after) || subset.test(before)) return undefined;
  const amount = passage.text.slice(start, end);
  const base = { low, high, amount, passage };
  if (unit === "%") return { kind: "percent", ...base };
  if (unit && /^[A-Z]{3}$/.test(unit)) return { kind: "sum", ...base };
  if (unit || (of && time.test(of))) return undefined;
  const kind = nearestState(passage, before, after, text.slice(start, end));
  if (kind) return { kind, ...base };
  return of && of.length > 2 ? { kind: "count", counted: of, ...base } : undefined;
}

/** The state whose word stands nearest the number, with no other number or clause between. */
function nearestState(
  { cues }: Passage,
  before: string,
  after: string,
  amount: string,
): (typeof stateKinds)[number] | undefined {
  const left =
    before
      .slice(-reach)
      .split(/[;:]|\d|\b(?:and|und|et|y|while)\b/u)
      .at(-1) ?? "";
  const right = after.slice(0, reach).split(/[;:]|\d|,|\b(?:and|und|et|y|while)\b/u)[0] ?? "";
  let best: { kind: (typeof stateKinds)[number]; distance: number } | undefined;
  for (const kind of stateKinds) {
    const cue = cues.frames[kind];
    const ahead = right.search(cue);
    const behind = lastMatchEnd(left, cue);
    const distances = [
      ...(cue.test(amount) ? [0] : []),
      ...(ahead >= 0 ? [ahead] : []),
      ...(behind >= 0 ? [left.length - behind] : []),
    ];
    const distance = Math.min(...distances);
    if (distances.length > 0 && (!best || distance < best.distance)) best = { kind, distance };
  }
  return best?.kind;
}

function lastMatchEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(new RegExp(pattern.source, "giu"))) end = match.index + match[0].length;
  return end;
}

/** Splits statements of one key into those about one thing: deaths of one story are, percentages only in like sentences. */
function sameThing(statements: readonly FrameStatement[], { space }: StoryReading): FrameStatement[][] {
  const groups: FrameStatement[][] = [];
  for (const statement of statements) {
    const needed = states.has(statement.kind) ? 0 : parameters.alignment.sameWithNameAndNumber;
    const group = groups.find((members) =>
      members.some(({ passage }) => space.cosine(passage.index, statement.passage.index) >= needed),
    );
    if (group) group.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function versionsOf(statements: readonly FrameStatement[]): Frame {
  const latest = new Map<string, FrameStatement>();
  for (const statement of statements) {
    const known = latest.get(statement.passage.outlet);
    // Within an article the first number is the one its report stands on.
    if (!known || known.passage.article.publishedAt < statement.passage.article.publishedAt)
      latest.set(statement.passage.outlet, statement);
  }
  const exactFirst = [...latest.values()].sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low);
  const groups: FrameStatement[][] = [];
  for (const statement of exactFirst) {
    const group = groups.find((members) => members.every((other) => compatible(other, statement)));
    if (group) group.push(statement);
    else groups.push([statement]);
  }
  const versions = groups.map(versionOf).sort((a, b) => lowOf(a) - lowOf(b));
  const overtaken = versions.filter((version, i) => versions.slice(i + 1).some((later) => overtakes(later, version)));
  const { kind, counted } = statements[0] as FrameStatement;
  return {
    kind,
    ...(counted !== undefined && { counted }),
    standing: versions.filter((version) => !overtaken.includes(version)),
    overtaken,
  };
}

const compatible = (a: FrameStatement, b: FrameStatement) => a.low <= b.high && b.low <= a.high;
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

/** A higher count printed well after a lower one is the newer count, not another opinion. */
function overtakes(later: FrameVersion, earlier: FrameVersion): boolean {
  const first = later.statements.map(({ passage }) => passage.article.publishedAt).sort()[0] ?? "";
  return Date.parse(first) - Date.parse(earlier.at) >= parameters.updateAfterMs;
}
