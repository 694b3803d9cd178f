import { terms } from "../text/terms.ts";
import { oncePerPassage } from "./once-per-passage.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";
import { wordCount } from "./words-in.ts";

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
export function sameAs(reading: StoryReading, passage: Passage): readonly Passage[] {
  return statedBy(passage, reading);
}

const statedBy = oncePerPassage((passage, { passages, space }: StoryReading): readonly Passage[] => {
  const { same, sameWithNameAndNumber } = parameters.alignment;
  const found: Passage[] = [];
  for (const { index, cosine } of space.near(passage.index)) {
    if (cosine < sameWithNameAndNumber) break;
    const other = passages[index];
    if (other && other.outlet !== passage.outlet && (cosine >= same || sharesNameAndNumber(passage, other)))
      found.push(other);
  }
  return found;
});

/**
 * True where an outlet's articles, read whole, do not have what the passage states: no sentence comes near it and a good part of its words
 * stands nowhere in them. Never true of an outlet of which too little could be read, or that writes in another language.
 */
export function lacks(reading: StoryReading, outlet: string, passage: Passage): boolean {
  const { absent, absentCoverage, absentLeastWords } = parameters.alignment;
  const own = outletText(reading, outlet);
  if (own.words < absentLeastWords || own.language !== primary(passage.article.language)) return false;
  const near = reading.space.near(passage.index);
  if (near.some(({ index, cosine }) => cosine >= absent && reading.passages[index]?.outlet === outlet)) return false;
  const stated = [...reading.space.termsOf(passage.index)];
  const covered = stated.filter((term) => own.terms.has(term)).length;
  return covered < absentCoverage * stated.length;
}

interface OutletText {
  readonly words: number;
  readonly language: string;
  readonly terms: ReadonlySet<string>;
}

const outletTexts = new WeakMap<StoryReading, Map<string, OutletText>>();

/** All an outlet printed on the story, copies of others included: what it reprints, it has. Excerpts count as nothing read. */
function outletText(reading: StoryReading, outlet: string): OutletText {
  const known = outletTexts.get(reading) ?? new Map<string, OutletText>();
  outletTexts.set(reading, known);
  const before = known.get(outlet);
  if (before) return before;
  const articles = reading.material.articles.filter((article) => article.outlet === outlet);
  const whole = articles.every(({ textFrom, paywalled }) => textFrom !== "excerpt" && paywalled !== true);
  const text: OutletText = {
    words: whole ? articles.reduce((sum, article) => sum + wordCount(article.text), 0) : 0,
    language: primary(articles[0]?.language ?? ""),
    terms: new Set(articles.flatMap(({ title, text, language }) => terms(`${title}\n${text}`, language))),
  };
  known.set(outlet, text);
  return text;
}

const primary = (tag: string) => tag.split("-")[0]?.toLowerCase() ?? "";

function sharesNameAndNumber(a: Passage, b: Passage): boolean {
  const numbers = new Set(a.numbers.map(({ low }) => low));
  return a.names.some((name) => b.names.includes(name)) && b.numbers.some(({ low }) => numbers.has(low));
}
