import { createHash } from "node:crypto";
import { parameters } from "../parameters.ts";
import type { Passage } from "../passage.ts";
import { inPageLanguage, isOvertaken, rankOf, type SectionContext } from "../section-context.ts";
import { trimSentence } from "../trim-sentence.ts";
import { addressesMachines } from "./addresses-machines.ts";
import { engineParameters } from "./engine-parameters.ts";

/** The passages a part is written from: the model knows them by their number, from 1. */
export type Evidence = readonly Passage[];

/** Which passages a part is looked for in, and which come first. */
export interface EvidenceWish {
  readonly suits?: (passage: Passage) => boolean;
  readonly score?: (passage: Passage) => number;
  /** Taken before all others: what the extractive engine tells in this part. */
  readonly first?: readonly Passage[];
  readonly most: number;
}

/**
 * Passages for a part, the most telling of each origin in turn and nothing twice, so that a prompt is no longer for a story of three hundred
 * articles than for one of ten, and every newsroom is heard. Only what the page may still show is among them.
 */
export function chooseEvidence(context: SectionContext, wish: EvidenceWish): Evidence {
  const { suits = () => true, score = () => 0, first = [], most } = wish;
  const chosen = first.filter((passage) => mayBeShown(passage, context)).slice(0, most);
  const left = context.reading.passages
    .filter((passage) => !chosen.includes(passage) && mayBeShown(passage, context) && suits(passage))
    .sort((a, b) => rankOf(context, b) + score(b) - rankOf(context, a) - score(a) || a.index - b.index);
  const heard = new Map<string, number>();
  for (const { origin } of chosen) heard.set(origin, (heard.get(origin) ?? 0) + 1);
  while (chosen.length < most && left.length > 0) {
    const least = Math.min(...left.map(({ origin }) => heard.get(origin) ?? 0));
    const at = left.findIndex(({ origin }) => (heard.get(origin) ?? 0) === least);
    const [passage] = left.splice(at, 1);
    if (!passage) break;
    heard.set(passage.origin, least + 1);
    if (!repeatsOne(passage, chosen, context)) chosen.push(passage);
  }
  // In the order of print, so that a model reads them as a reader would have.
  return chosen.sort((a, b) => a.article.publishedAt.localeCompare(b.article.publishedAt) || a.index - b.index);
}

function mayBeShown(passage: Passage, context: SectionContext): boolean {
  return (
    passage.flaw === undefined &&
    inPageLanguage(context, passage) &&
    !isOvertaken(context, passage) &&
    !addressesMachines(passage.text) &&
    context.allowance.allowsEvidence(passage)
  );
}

/** Two outlets' tellings of one fact are both evidence; a copied sentence is not. */
function repeatsOne({ index, origin }: Passage, chosen: readonly Passage[], { reading }: SectionContext): boolean {
  return chosen.some(
    (one) =>
      reading.space.cosine(one.index, index) >=
      (one.origin === origin ? parameters.alignment.same : engineParameters.copied),
  );
}

/**
 * The passages as a model reads them, between marks that carry a hash of them: a text cannot hold the hash of itself, so none can pretend that
 * the passages end in the middle of it.
 */
export function toPrompt(evidence: Evidence, language: string): string {
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });
  const lines = evidence.map((passage, index) => {
    const { outlet, article } = passage;
    const by = article.genre === "opinion" && article.byline !== undefined ? ` by ${asData(article.byline)}` : "";
    const head = `[${index + 1}] ${asData(outlet)}, ${day.format(new Date(article.publishedAt))}, ${article.genre ?? "report"}${by}:`;
    return `${head} ${asData(trimSentence(passage))}`;
  });
  return markOff("passages", lines.join("\n"), language);
}

/** Strangers' words between marks of their own. */
export function markOff(name: string, data: string, language: string): string {
  const id = createHash("sha256").update(`${name}\n${data}`).digest("hex").slice(0, 12);
  return `<${name} id="${id}" language="${language}">\n${data}\n</${name} id="${id}">`;
}

/** One line, in which nothing can be taken for a mark of ours. */
export function asData(text: string): string {
  return text.replace(/</g, "‹").replace(/>/g, "›").replace(/\s+/g, " ").trim();
}
