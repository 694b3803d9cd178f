import type { FrameKind } from "../phrases/phrases.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

/** What a sentence of analysis does. The order is the order in which bullets argue. */
export const moves = ["cause", "interest", "constraint", "comparison", "stakes", "expectation"] as const;
export type Move = (typeof moves)[number];

/** The words by which one language shows what a sentence does. All patterns are tried on one sentence. */
export interface Cues {
  readonly tag: string;
  /** A first word that points back to a sentence we do not show. */
  readonly dangling: RegExp;
  /** A first word or phrase that may be deleted ("However, "). Anchored, with what follows it. */
  readonly connective: RegExp;
  /** A first word that points back from within ("the latter", "the two"). */
  readonly anaphor: RegExp;
  /** A speaker who is only a pronoun ("she said"). */
  readonly pronounSpeech: RegExp;
  /** A pronoun that only a person can be, and the nouns that are persons: without either a noun or a name nobody knows who is meant. */
  readonly somebody?: { readonly pronoun: RegExp; readonly noun: RegExp };
  readonly firstPerson: RegExp;
  /** Menus, captions, calls to subscribe. */
  readonly boilerplate: RegExp;
  /** A first word that tells the reader what to do or to buy: no sentence of a report. */
  readonly instruction: RegExp;
  readonly analysis: Readonly<Record<Move, RegExp>>;
  /** What follows a name whose bearer strives for something ("… has called for"). Anchored behind the name. */
  readonly wish: RegExp;
  /** Words for people whose trade is judging ("analysts"). */
  readonly holder: RegExp;
  /** A sentence that carries its own source ("police said"). */
  readonly attributed: RegExp;
  readonly unknown: RegExp;
  /** Says that it may be so. */
  readonly hedge: RegExp;
  readonly denial: RegExp;
  /** Says that what others tell is not so: narrower than a denial, since it sets one outlet's report against another's. */
  readonly dispute: RegExp;
  readonly accusation: RegExp;
  /** A story of crime, sexual violence, suicide or minors, by its title or first lines. */
  readonly sensitive: RegExp;
  readonly suicide: RegExp;
  /** How a suicide was done: never told. */
  readonly method: RegExp;
  /** Tells of what was before. */
  readonly background: RegExp;
  /** Tells of what is to come. */
  readonly future: RegExp;
  /** Days that mean nothing once the page is older than they are ("yesterday"). */
  readonly relativeDay: RegExp;
  /** A day that may be deleted from a line ("on Tuesday"). Global. */
  readonly weekday: RegExp;
  /** Where a lead may be cut to a headline: the cut falls before the match. Global. */
  readonly cut: RegExp;
  readonly finiteVerb: RegExp;
  readonly frames: Readonly<Record<Exclude<FrameKind, "percent" | "sum" | "count">, RegExp>>;
  /** Words outlets choose between for the same thing. */
  readonly labels: readonly (readonly string[])[];
  /** Lower-case words that say nothing of what an outlet stresses, beside stop words. */
  readonly general: ReadonlySet<string>;
  /** Words that may start a sentence and are no names, so that they may lose their capital after "According to X, ". */
  readonly plainStart: RegExp;
}

const all: readonly Cues[] = [en, de, fr, es];

/** The cues of a language. English where we have none: none of its words will match, and the page stays short. */
export function cuesFor(tag: string): Cues {
  const primary = tag.split("-")[0];
  return all.find((cues) => cues.tag === primary) ?? en;
}
