import type { Briefing, SectionKind, Source } from "../../model/briefing.ts";
import type { Claim } from "../../model/claim.ts";

/** The sentences of one part that stand in only one of two revisions, in the order of their page. */
export interface PartChanges {
  readonly part: SectionKind | "headline" | "standfirst";
  readonly added: readonly Claim[];
  readonly removed: readonly Claim[];
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

function without(claims: readonly Claim[], others: readonly Claim[]): Claim[] {
  const texts = new Set(others.map(({ text }) => text));
  return claims.filter(({ text }) => !texts.has(text));
}

function sentencesByPart(briefing: Briefing): Map<PartChanges["part"], Claim[]> {
  const parts = new Map<PartChanges["part"], Claim[]>([
    ["headline", [briefing.headline]],
    ["standfirst", [briefing.standfirst]],
  ]);
  for (const section of briefing.sections) parts.set(section.kind, claimsIn(section));
  return parts;
}

/** Every claim in a value, in its order. Disagreements have no sentences; their passages change with the outlets' articles. */
function claimsIn(value: unknown): Claim[] {
  if (Array.isArray(value)) return value.flatMap(claimsIn);
  if (typeof value !== "object" || value === null) return [];
  if ("text" in value && "voice" in value) return [value as Claim];
  return Object.values(value).flatMap(claimsIn);
}
