import type { SkippedPart } from "../model/briefing.ts";
import type { StoryMaterial } from "../model/draft.ts";
import { type AlignedFact, sameAs } from "./aligned-facts.ts";
import type { Allowance } from "./allowance.ts";
import type { Frame } from "./fact-frames.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { Phrases } from "./phrases/phrases.ts";
import { pointsBack } from "./points-back.ts";
import type { StoryReading } from "./read-story.ts";
import type { CoreShare } from "./story-core.ts";

/** What every section is drafted from. `allowance` is shared: what one part has told, the next does not. */
export interface SectionContext {
  readonly reading: StoryReading;
  readonly material: StoryMaterial;
  readonly facts: readonly AlignedFact[];
  readonly frames: readonly Frame[];
  /** How much of what all outlets put first a text says. */
  readonly core: CoreShare;
  readonly sharedNames: readonly SharedName[];
  readonly phrases: Phrases;
  readonly allowance: Allowance;
}

/** A section, with what it lacks, or why there is none. */
export type Drafted<T> = { readonly section: T; readonly skipped?: SkippedPart } | { readonly skipped: SkippedPart };

export function rankOf({ reading }: SectionContext, { index }: Passage): number {
  return reading.rank[index] ?? 0;
}

/** Only reports bear out what happened: analysis, opinion and explainers judge it. */
export function reportsEvents({ reported, article }: Passage): boolean {
  return reported && article.genre !== "analysis" && article.genre !== "explainer";
}

/** True where the passage is in the page's language; foreign passages stay with their outlets. */
export function inPageLanguage({ material, reading }: SectionContext, { article }: Passage): boolean {
  const page = primary(material.language);
  return primary(article.language) === page || !reading.articles.some(({ language }) => primary(language) === page);
}

/** True where the passage gives a count that a later report has overtaken. */
export function isOvertaken({ frames }: SectionContext, passage: Passage): boolean {
  return frames.some(({ outdated }) => outdated.has(passage.index));
}

/** True of what media of a state alone report, in a story that others report too: it may be praise of their state, and is told only as their word. */
export function isWordOfStateAlone(passage: Passage, { reading, material }: SectionContext): boolean {
  const isState = (outlet: string) => material.outlets(outlet).kind === "state-medium";
  if (!isState(passage.outlet) || reading.outlets.every(isState)) return false;
  return sameAs(reading, passage).every(({ outlet }) => isState(outlet));
}

/** True where a reader who comes upon the sentence by itself knows what it says, and it has not been overtaken. */
export function readsAlone(passage: Passage, context: SectionContext): boolean {
  if (passage.flaw !== undefined || !passage.reported || isOvertaken(context, passage)) return false;
  if (!context.allowance.introduces(passage)) return false;
  return !pointsBack(passage) && passage.words <= longestAlone;
}

/** Words. */
const longestAlone = 45;

/** When the passage was printed between the story's first report and its newest, in [0, 1]; 1 for all of a story told within a day. */
export function newnessOf({ reading }: SectionContext, { article }: Passage): number {
  const first = Date.parse(reading.articles[0]?.publishedAt ?? "");
  const last = Date.parse(reading.articles.at(-1)?.publishedAt ?? "");
  const span = last - first;
  return span > dayMs ? (Date.parse(article.publishedAt) - first) / span : 1;
}

const dayMs = 86_400_000;

/** Cosine from which two passages would read as the same to a reader, for choosing within and across parts. */
export function repeats({ reading }: SectionContext, a: Passage, b: Passage): number {
  return reading.space.cosine(a.index, b.index);
}

const primary = (tag: string) => tag.split("-")[0]?.toLowerCase();

/** A name that stands in most outlets' reports, with the outlets that have it and the form of it that is printed most. */
export interface SharedName {
  readonly name: string;
  readonly outlets: ReadonlySet<string>;
  /** Sentences that print the form. */
  readonly printing: readonly Passage[];
  /** Sentences that name it in whatever form. */
  readonly naming: readonly Passage[];
  /** How far the story is about it, in [0, 1]: the mean of the shares of the outlets that have it in a title and in their first sentences. */
  readonly salience: number;
}

const properName = /^\p{Lu}\D*$/u;

/** People, bodies and places most outlets write about, those in most first; no private person, no outlet. */
export function findSharedNames({ reading, material }: Pick<SectionContext, "reading" | "material">): SharedName[] {
  const byKey = new Map<string, { outlets: Set<string>; forms: Map<string, Passage[]>; naming: Passage[] }>();
  for (const passage of reading.passages) {
    const { names, people, text, outlet, flaw, privateNames, article, cues } = passage;
    if (flaw !== undefined || privateNames || primary(article.language) !== primary(material.language)) continue;
    for (const name of names) {
      if (!properName.test(name) || cues.general.has(name.toLowerCase()) || reading.isOutlet(name)) continue;
      // A person goes by the last name; "the State Council of Kestria" is not Kestria.
      const key = (people.has(name) ? name.split(" ").at(-1) : name)?.toLowerCase() ?? name;
      const known = byKey.get(key) ?? { outlets: new Set<string>(), forms: new Map<string, Passage[]>(), naming: [] };
      byKey.set(key, known);
      known.outlets.add(outlet);
      known.naming.push(passage);
      const form = withArticle(name, text);
      if (form !== undefined) known.forms.set(form, [...(known.forms.get(form) ?? []), passage]);
    }
  }
  const least = Math.max(2, Math.ceil(parameters.papers.mostShare * reading.outlets.length));
  return [...byKey.values()]
    .flatMap(({ outlets, forms, naming }) => {
      const [best] = [...forms].sort(
        // "the ferry Sea Marigold" has no article of the name; where one text gives it one, it needs it, but for one word ("the India of
        // today"), where most decide. Of two people of one last name the one the reports open with is meant.
        ([a, x], [b, y]) =>
          Number(isLong(b)) - Number(isLong(a)) ||
          (isLong(a) ? Number(b.startsWith("the ")) - Number(a.startsWith("the ")) : y.length - x.length) ||
          y.filter(isOpening).length - x.filter(isOpening).length ||
          y.length - x.length,
      );
      if (!best || outlets.size < least) return [];
      const [name, printing] = best;
      const isPerson = printing.some(({ people }) => people.has(name));
      const title = isPerson ? String(name.split(" ").at(-1)) : name.replace(/^the /, "");
      const share = (those: readonly string[]) => new Set(those).size / Math.max(1, reading.outlets.length);
      const inTitles = share(reading.articles.flatMap((one) => (one.title.includes(title) ? [one.outlet] : [])));
      const inOpenings = share(naming.filter(isOpening).map(({ outlet }) => outlet));
      return [{ name, outlets, printing, naming, salience: (inTitles + inOpenings) / 2 }];
    })
    .sort(
      (a, b) => b.outlets.size - a.outlets.size || b.printing.length - a.printing.length || (a.name < b.name ? -1 : 1),
    );
}

const isLong = (form: string) => form.replace(/^the /, "").includes(" ");

/** A report says in so many sentences what it is about. */
const openingSentences = 3;
const isOpening = ({ order }: Passage) => order < openingSentences;

/** The name as the text has it, "the National Bank" where it stands with its article; undefined where it stands by a part of it only, or otherwise. */
function withArticle(name: string, text: string): string | undefined {
  if (name === name.toUpperCase() && name.length > 4) return undefined;
  for (let at = text.indexOf(`he ${name}`); at > 0; at = text.indexOf(`he ${name}`, at + 1)) {
    const isArticle = /[Tt]/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at - 2));
    if (isArticle && standsAlone.test(text.slice(at + 3 + name.length))) return `the ${name}`;
  }
  return text.includes(name) ? name : undefined;
}

/** What may follow a name that is no part of a longer one. */
const standsAlone =
  /^(?:[^\p{L}\s-]|$|\s(?:of|in|and|to|has|have|had|was|were|is|are|will|would|said|says|on|at|for|by|from)\b)/u;
