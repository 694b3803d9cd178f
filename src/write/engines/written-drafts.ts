import type { SkippedPart } from "../../model/briefing.ts";
import type { DraftClaim } from "../../model/claim.ts";
import type { DraftBriefing } from "../../model/draft.ts";
import { terms } from "../../text/terms.ts";
import { parameters } from "../parameters.ts";
import { citationOf, type Passage } from "../passage.ts";
import { privateNamesIn } from "../private-people.ts";
import type { SectionContext } from "../section-context.ts";
import { wordCount } from "../words-in.ts";
import { addressesMachines } from "./addresses-machines.ts";
import { engineParameters } from "./engine-parameters.ts";
import type { Evidence } from "./evidence.ts";
import type { Wording } from "./prompts/part-prompt.ts";
import type { Sentence } from "./prompts/sentence.ts";

/** Sentences that stand together and share what would stand in their place. */
export interface Group {
  readonly wording: Wording;
  readonly drafts: readonly DraftClaim[];
}

/**
 * Turns what a model wrote for a page into drafts: keeps what is a sentence and says something new, cites the passages it names, books what the
 * page shows of them, and counts what is left out. Whether it is true is not asked here.
 */
export class WrittenDrafts {
  readonly groups: Group[] = [];
  readonly #context: SectionContext;
  readonly #told = new Map<DraftClaim, readonly string[]>();
  readonly #evidenceOf = new Map<DraftClaim, readonly Passage[]>();
  readonly #leftOut = new Map<string, SkippedPart>();

  /** How much of what all outlets put first the best of the outlets' own headlines says. */
  readonly #bestLine: number;

  constructor(context: SectionContext, { headline, language }: DraftBriefing) {
    this.#context = context;
    this.#bestLine = Math.max(0, ...headline.map(({ text }) => context.core(text, language)));
  }

  /** The drafts of one place on the page, at most so many. */
  place(
    sentences: readonly Sentence[],
    evidence: Evidence,
    options: { readonly most: number; readonly wording: Wording & { readonly part: string } },
  ): DraftClaim[] {
    const { most, wording } = options;
    const drafts: DraftClaim[] = [];
    for (const sentence of sentences) {
      // Nothing is what a model is to write where it has nothing.
      if (sentence.text.trim() === "") continue;
      const draft = drafts.length < most ? this.draft(sentence, evidence, wording) : "beyond-length";
      if (typeof draft === "string") this.leaveOut(wording.part, draft);
      else drafts.push(draft);
    }
    if (drafts.length > 0) this.groups.push({ wording, drafts });
    return drafts;
  }

  /** One sentence, or why it is left out. */
  draft({ text, passages }: Sentence, evidence: Evidence, { voice, as }: Wording): DraftClaim | string {
    const words = as === "line" ? bare(text).replace(/\.$/, "") : bare(text);
    const fault = as === "line" ? this.#lineFault(words) : sentenceFault(words);
    if (fault !== undefined) return fault;
    const own = [...new Set(terms(words, this.#context.material.language))];
    if (as === undefined && [...this.#told.values()].some((other) => repeats(own, other))) return "repeats-another";
    const cited = this.#showable(passages.flatMap((number) => evidence[number - 1] ?? []));
    const origins = new Set(cited.map(({ origin }) => origin)).size;
    const draft: DraftClaim = {
      text: words,
      voice: voice ?? (origins > 1 ? "fact" : "attributed"),
      citations: cited.map(citationOf),
      basis: { kind: "written", ...(as !== undefined && { as }) },
    };
    this.#evidenceOf.set(draft, cited);
    // What draws others together repeats them.
    if (as === undefined) this.#told.set(draft, own);
    return draft;
  }

  /** Makes room for another telling of what a draft tells, which does not stand. */
  forget(draft: DraftClaim): void {
    this.#told.delete(draft);
  }

  /** The passages a draft of ours cites. */
  evidenceOf(draft: DraftClaim): readonly Passage[] {
    return this.#evidenceOf.get(draft) ?? [];
  }

  leaveOut(part: string, reason: string): void {
    const key = `${part}\n${reason}`;
    this.#leftOut.set(key, { part, reason, count: (this.#leftOut.get(key)?.count ?? 0) + 1, written: true });
  }

  leftOut(): SkippedPart[] {
    return [...this.#leftOut.values()];
  }

  #showable(passages: readonly Passage[]): Passage[] {
    const { allowance } = this.#context;
    const shown: Passage[] = [];
    for (const passage of new Set(passages)) {
      if (shown.length >= parameters.citations || !allowance.allowsEvidence(passage)) continue;
      allowance.show(passage);
      shown.push(passage);
    }
    return shown;
  }

  /** A headline tells the story's news, accuses nobody, names no private person and leaves disputed numbers out. */
  #lineFault(line: string): string | undefined {
    const { reading, frames, core, material } = this.#context;
    const cues = reading.passages[0]?.cues;
    const { least, most } = engineParameters.headline;
    const words = wordCount(line);
    if (words < least || words > most || isMarked(line) || /["“”„«»?!:]|[.,;]$/u.test(line)) return "not-a-sentence";
    if (cues?.dangling.test(line) || cues?.anaphor.test(line)) return "hangs-in-the-air";
    if (core(line, material.language) < engineParameters.headline.coreShare * this.#bestLine) return "beside-the-point";
    if (cues?.accusation.test(line)) return "accusation-without-room-for-reply";
    if (privateNamesIn(line, reading.protection).length > 0) return "private-person";
    const disputed = frames.filter(({ standing }) => standing.length > 1).flatMap(({ standing }) => standing);
    const states = (amount: string) => new RegExp(`(?<![\\p{L}\\d])${escaped(amount)}(?![\\p{L}\\d])`, "iu").test(line);
    return disputed.some(({ amount }) => states(amount)) ? "disputed-number" : undefined;
  }
}

/** A sentence of a reply without the numbers of passages that models write into it all the same. */
function bare(text: string): string {
  return text
    .replace(/\s*[[(](?:passages?\s)?\d+(?:\s*[,;–-]\s*\d+)*[\])]/giu, "")
    .replace(/\s+/g, " ")
    .trim();
}

function sentenceFault(text: string): string | undefined {
  const { least, most } = engineParameters.sentence;
  const words = wordCount(text);
  const isWhole = words >= least && words <= most && /[.!…]["”»’')]*$/u.test(text);
  return isWhole && !isMarked(text) ? undefined : "not-a-sentence";
}

/** Markup, addresses, and a model's talk of itself or its task: nothing of it is for readers. */
function isMarked(text: string): boolean {
  return (
    /[<>{}[\]|`*#]|https?:|www\./iu.test(text) ||
    /\b(?:passages? \d|(?:as|i am|i'm) an? (?:ai|language model|assistant)|i (?:cannot|can't) (?:help|assist|comply))\b/iu.test(
      text,
    ) ||
    addressesMachines(text)
  );
}

/** Two sentences tell the same where the shorter has so much of its words in the other. */
function repeats(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)];
  return (
    short.length > 0 && short.filter((term) => long.has(term)).length >= engineParameters.repeatShare * short.length
  );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
