import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

/** What is counted when outlets differ. */
export type FrameKind = "dead" | "injured" | "missing" | "arrested" | "displaced" | "percent" | "sum" | "count";

/** Where outlets differ beside numbers. */
export type DifferenceKind =
  | "certainty"
  | "attribution"
  | "dispute"
  | "wording"
  | "number"
  | "person"
  | "body"
  | "place"
  | "date"
  | "negation";

/** Words of the outlets that say what a difference is about: they lead up to what differs, follow it, or stand beside it. */
export interface DifferenceAbout {
  readonly words: string;
  readonly side: "before" | "behind" | "beside";
}

/** Why one would ask: each has a question, and a teaser that says what is uncertain without answering. */
export type QuestionKind = "how-many" | "who" | "why" | "next" | "differ" | "wants" | "said" | "denied" | "unknown";

/** What a question's words are filled with; every filling stands in the articles or was counted. */
export interface QuestionFilling {
  readonly about?: string;
  readonly frame?: FrameKind;
  /** What is counted ("homes") where the frame is "count". */
  readonly counted?: string;
  readonly aboutIsPlace?: boolean;
  readonly outlets: number;
  readonly articles: number;
  /** As readers see it: "14:05 on 23 November 2026". */
  readonly newest: string;
}

/** Names of those whose judgement a page gives, each once. */
export interface VoicesHeard {
  readonly ahead: readonly string[];
  readonly limits: readonly string[];
  readonly causes: readonly string[];
}

/**
 * The engine's own sentences in one language. All are whole sentences or stand before an excerpt; `list` and `number`
 * are used by them too. Whatever is put in was counted before.
 */
export interface Phrases {
  readonly tag: string;
  /** "six" up to twelve, digits beyond. */
  readonly number: (n: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** An ISO moment as readers see it, in UTC; a moment at midnight is a date alone. */
  readonly time: (iso: string) => string;
  readonly quote: (words: string) => string;

  readonly accordingTo: (outlet: string) => string;
  readonly colon: (who: string) => string;
  readonly quotedBy: (speaker: string, outlet: string) => string;
  readonly reportedBy: (outlets: readonly string[]) => string;
  readonly replies: (outlet: string) => string;

  readonly standfirst: (of: { outlets: number; origins: number; articles: number; differ?: string }) => string;
  readonly standfirstOne: (of: { outlet: string; articles: number }) => string;
  readonly excerptsOnly: string;

  readonly frame: (kind: FrameKind, counted: string | undefined) => string;
  /** A frame told from others of its kind by words that stand with the number. */
  readonly frameWith: (frame: string, words: readonly string[]) => string;
  readonly frameValue: (kind: FrameKind, amount: string, counted: string | undefined) => string;

  readonly allNameThese: (outlets: readonly string[], names: readonly string[]) => string;
  /** `others` is how many outlets it is held against. */
  readonly stresses: (outlet: string, terms: readonly string[], others: number) => string;
  readonly contrast: (
    a: string,
    termsA: readonly string[],
    b: string,
    termsB: readonly string[],
    others: number,
  ) => string;
  /** What two outlets give more room than the others, each in a clause of its own, quoted. */
  readonly stressedClauses: (a: string, clauseA: string, b: string, clauseB: string) => string;
  /** What two outlets open with, quoted. */
  readonly openings: (a: string, wordsA: string, b: string, wordsB: string) => string;
  readonly versions: (subject: string, versions: readonly { outlets: readonly string[]; value: string }[]) => string;
  readonly labels: (a: string, wordA: string, b: string, wordB: string) => string;
  /** Before an excerpt: all of the outlets have it from one source. */
  readonly allCite: (outlets: readonly string[], source: string) => string;
  /** All that report are media of one state. */
  readonly oneState: (outlets: readonly string[]) => string;
  /** Outlets give one and the same figure. */
  readonly agreeOn: (outlets: readonly string[], subject: string, value: string) => string;
  /** What a difference that is not one of numbers is about, as a noun phrase. */
  readonly difference: (kind: DifferenceKind, about: DifferenceAbout | undefined) => string;
  readonly hedged: (words: string) => string;
  readonly flat: (words: string) => string;
  readonly onlyOutlet: (outlet: string) => string;
  readonly notIn: (outlet: string, articles: number, until: string) => string;
  readonly overallAgree: (agreeing: number, all: number) => string;
  readonly overallMain: (agreeing: number, all: number) => string;
  /** What most report has one source. */
  readonly overallOneSource: (agreeing: number, all: number, source: string) => string;
  readonly overallDiffer: (outlets: number, subjects: readonly string[]) => string;
  readonly overallNone: (outlets: number) => string;
  readonly overallOne: (outlet: string) => string;
  /** Who was heard, by what they speak of: what may come, limits and risks, causes and interests. */
  readonly inSum: (of: VoicesHeard) => string;

  readonly question: (kind: QuestionKind, filling: QuestionFilling) => string;
  readonly teaser: (kind: QuestionKind, filling: QuestionFilling) => string;
}

const all: readonly Phrases[] = [en, de, fr, es];

/** The phrases of a language; English where we have none, since a page needs some language of its own. */
export function phrasesFor(tag: string): Phrases {
  const primary = tag.split("-")[0];
  return all.find((phrases) => phrases.tag === primary) ?? en;
}
