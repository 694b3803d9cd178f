/** What the stages need to know of a language. An unknown one gets `und`: nothing is stopped or stemmed, and no cue is known. */
export interface Language {
  /** BCP 47 primary tag. */
  readonly tag: string;
  /** Lower case; words that say nothing of a subject. */
  readonly stopWords: ReadonlySet<string>;
  /** The stem of a lower-case word (Snowball, Porter 2001), the word itself where no stemmer is known. */
  stem(word: string): string;
  /** Lower case, without the full stop: abbreviations after which a sentence goes on ("mr", "prof"). */
  readonly abbreviations: ReadonlySet<string>;
  /** Lower case, without the full stop: abbreviations that may also end a sentence ("inc", "etc", "p.m"). */
  readonly endingAbbreviations: ReadonlySet<string>;
  /** Verbs and phrases that mark speech, as they stand beside a quotation. */
  readonly speechVerbs: ReadonlySet<string>;
  /** Verbs that mark speech only beside a quotation ("called the vote “a farce”"). */
  readonly quoteVerbs: ReadonlySet<string>;
  /** "according to", matched lower case before a speaker. */
  readonly accordingTo: readonly string[];
  /** Pronouns that stand for a speaker named before. */
  readonly pronouns: ReadonlySet<string>;
  /** Pairs of opening and closing quotation marks in use. */
  readonly quotationMarks: readonly (readonly [string, string])[];
  /** True where nouns are written with capitals, so that a capital says little. */
  readonly capitalNouns: boolean;
}

/** A list of words as one writes it down. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ""));
}
