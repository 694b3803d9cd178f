import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";

/** What several sentences say alike. The first passage is the one others gathered around. */
export interface AlignedFact {
  readonly passages: readonly Passage[];
  readonly outlets: readonly string[];
  readonly origins: number;
}

/**
 * The sentences of one story gathered into facts, single pass by rank: each takes as its own the near sentences of other
 * outlets that no better one has taken. One passage an outlet, the nearest.
 */
export function alignFacts(reading: StoryReading): AlignedFact[] {
  const { passages, rank } = reading;
  const order = passages.filter(({ flaw }) => !flaw).sort((a, b) => (rank[b.index] ?? 0) - (rank[a.index] ?? 0));
  const taken = new Set<number>();
  const facts: AlignedFact[] = [];
  for (const lead of order) {
    if (taken.has(lead.index)) continue;
    taken.add(lead.index);
    const members = [lead];
    for (const other of sameAs(reading, lead)) {
      if (taken.has(other.index) || members.some(({ outlet }) => outlet === other.outlet)) continue;
      members.push(other);
      taken.add(other.index);
    }
    facts.push({
      passages: members,
      outlets: members.map(({ outlet }) => outlet),
      origins: new Set(members.map(({ origin }) => origin)).size,
    });
  }
  return facts;
}

/** Passages of other outlets that state what this one states, nearest first. */
export function sameAs({ passages, space }: StoryReading, passage: Passage): Passage[] {
  const { same, sameWithNameAndNumber } = parameters.alignment;
  return space.near(passage.index).flatMap(({ index, cosine }) => {
    const other = passages[index];
    if (!other || other.outlet === passage.outlet) return [];
    if (cosine >= same) return [other];
    return cosine >= sameWithNameAndNumber && sharesNameAndNumber(passage, other) ? [other] : [];
  });
}

/** True where no sentence of the outlet comes near the passage. */
export function lacks({ passages, space }: StoryReading, outlet: string, passage: Passage): boolean {
  return !space
    .near(passage.index)
    .some(({ index, cosine }) => passages[index]?.outlet === outlet && cosine >= parameters.alignment.absent);
}

function sharesNameAndNumber(a: Passage, b: Passage): boolean {
  const numbers = new Set(a.numbers.map(({ low }) => low));
  return a.names.some((name) => b.names.includes(name)) && b.numbers.some(({ low }) => numbers.has(low));
}
