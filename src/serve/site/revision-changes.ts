import type { Briefing, Disagreement, SectionKind, Source } from "../../model/briefing.ts";
import type { EntityCard } from "../../model/entity.ts";
import { versionsLine } from "./versions-line.ts";

/** The sentences, disagreements and cards of one part that stand in only one of two revisions, in the order of their page. */
export interface PartChanges {
  readonly part: SectionKind | "headline" | "standfirst";
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface RevisionChanges {
  readonly parts: readonly PartChanges[];
  /** Articles that the newer one has and the older had not. */
  readonly articles: readonly Source[];
}

/** What a reader of the older revision finds new in the newer one, sentence by sentence. A sentence that only moved within its part has not changed. */
export function revisionChanges(older: Briefing, newer: Briefing): RevisionChanges {
  const [before, after] = [sentencesByPart(older), sentencesByPart(newer)];
  const parts = [...new Set([...after.keys(), ...before.keys()])].flatMap((part) => {
    const [was, is] = [before.get(part) ?? [], after.get(part) ?? []];
    const change = { part, added: without(is, was), removed: without(was, is) };
    return change.added.length + change.removed.length > 0 ? [change] : [];
  });
  const known = new Set(older.sources.map(({ articleId }) => articleId));
  return { parts, articles: newer.sources.filter(({ articleId }) => !known.has(articleId)) };
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return texts.filter((text) => !known.has(text));
}

function sentencesByPart(briefing: Briefing): Map<PartChanges["part"], string[]> {
  const parts = new Map<PartChanges["part"], string[]>([
    ["headline", [briefing.headline.text]],
    ["standfirst", [briefing.standfirst.text]],
  ]);
  for (const section of briefing.sections) parts.set(section.kind, textsIn(section));
  return parts;
}

/** What a reader reads in a value, in its order: every claim, each disagreement as a line, each card. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  if ("text" in value && "voice" in value) return [String(value.text)];
  if ("versions" in value && "subject" in value) return [`${value.subject}: ${versionsLine(value as Disagreement)}`];
  if ("entityId" in value && "description" in value) return [cardLine(value as EntityCard)];
  return Object.values(value).flatMap(textsIn);
}

const cardLine = ({ name, description }: EntityCard) => `${name}: ${description}`;

/** What the newer page says anew of what happened, in the order of the page: its sentences there, else its headline. Empty where it tells nothing else. */
export function sentencesAddedOnTop(older: Briefing, newer: Briefing): string[] {
  const { parts } = revisionChanges(older, newer);
  const added = (part: PartChanges["part"]) => parts.find((one) => one.part === part)?.added ?? [];
  const happened = added("what-happened");
  return happened.length > 0 ? [...happened] : [...added("headline")];
}
