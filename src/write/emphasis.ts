import { languageFor } from "../languages/registry.ts";
import type { StoryMaterial } from "../model/draft.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";

/** A name or word one outlet uses more than the others of the story do, and the sentences where it does. */
export interface Stressed {
  /** As the outlet writes it. */
  readonly word: string;
  readonly passages: readonly Passage[];
  /** How far it stands out. */
  readonly z: number;
}

/** Sentences that cannot be shown and yet tell what an outlet writes about. */
const heard: ReadonlySet<string> = new Set(["first-person", "question", "long", "speech"]);

interface Use {
  readonly word: string;
  readonly passages: Passage[];
}

/**
 * What each outlet gives more room than the others: names, words and pairs of words by the log-odds ratio of the sentences they stand in,
 * with an informative Dirichlet prior (the whole story), z-scored (Monroe, Colaresi and Quinn 2008). A word counts from its second
 * sentence, and only against outlets that write in the same language. English words have to stand as a noun, which is asked of those
 * alone that would be shown: to tag all sentences of a story takes longer than to write its page.
 */
export function emphasisOf({ material, passages, outlets, isOutlet }: StoryReading): Map<string, Stressed[]> {
  const { isNounPhrase } = material;
  const uses = new Map<string, Map<string, Use>>();
  // "Government" in one paper is "government" in the next: no name.
  const common = new Set(passages.flatMap(({ text }) => text.match(smallWord) ?? []));
  const sentences = new Map<string, number>();
  for (const passage of passages) {
    if (passage.flaw !== undefined && !heard.has(passage.flaw)) continue;
    sentences.set(passage.outlet, (sentences.get(passage.outlet) ?? 0) + 1);
    const own = uses.get(passage.outlet) ?? new Map<string, Use>();
    uses.set(passage.outlet, own);
    for (const [key, word] of candidatesIn(passage, common, isNounPhrase !== undefined)) {
      if (isOutlet(word)) continue;
      const known = own.get(key) ?? { word, passages: [] };
      const use = word.length > known.word.length && key.startsWith("=") ? { ...known, word } : known;
      own.set(key, use);
      use.passages.push(passage);
    }
  }
  return new Map(outlets.map((outlet) => [outlet, stressedBy(outlet, uses, sentences, isNounPhrase)]));
}

function stressedBy(
  outlet: string,
  uses: ReadonlyMap<string, ReadonlyMap<string, Use>>,
  sentences: ReadonlyMap<string, number>,
  isNounPhrase: StoryMaterial["isNounPhrase"],
): Stressed[] {
  const own = uses.get(outlet) ?? new Map<string, Use>();
  const language = [...own.values()][0]?.passages[0]?.cues;
  const others = [...uses].filter(
    ([name, theirs]) => name !== outlet && [...theirs.values()][0]?.passages[0]?.cues === language,
  );
  if (others.length === 0) return [];
  const size = sentences.get(outlet) ?? 0;
  const othersSize = others.reduce((sum, [name]) => sum + (sentences.get(name) ?? 0), 0);
  const { emphasisZ, emphasisTerms, emphasisPrior, commonShare } = parameters.papers;
  const scored = [...own].flatMap(([key, { word, passages }]) => {
    if (passages.length < 2 || passages.every(({ flaw }) => flaw !== undefined)) return [];
    // One word alone says little: it has to stand at the top of a report, or again and again.
    if (!word.includes(" ") && passages.length < 3 && !passages.some(({ order }) => order < 3)) return [];
    const theirs = others.reduce((sum, [, other]) => sum + (other.get(key)?.passages.length ?? 0), 0);
    // What the whole story is about is nobody's emphasis.
    if ((passages.length + theirs) / (size + othersSize) > commonShare) return [];
    const prior = emphasisPrior * ((passages.length + theirs) / (size + othersSize));
    const odds = (n: number, of: number) => Math.log((n + prior) / Math.max(0.5, of + emphasisPrior - n - prior));
    const variance = 1 / (passages.length + prior) + 1 / (theirs + prior);
    const z = (odds(passages.length, size) - odds(theirs, othersSize)) / Math.sqrt(variance);
    return z >= emphasisZ ? [{ word, passages, z, isName: key.startsWith("=") }] : [];
  });
  scored.sort((a, b) => b.z + length(b.word) - (a.z + length(a.word)) || (a.word < b.word ? -1 : 1));
  const kept: Stressed[] = [];
  for (const { isName, ...one } of scored) {
    if (kept.length === emphasisTerms) break;
    if (kept.some((other) => overlaps(one.word, other.word))) continue;
    if (isName || !isNounPhrase || standsAsNoun(one, isNounPhrase)) kept.push(one);
  }
  return kept;
}

/** True where most of the first sentences that have the words have them as a noun phrase; only English can be asked. */
function standsAsNoun({ word, passages }: Stressed, isNounPhrase: NonNullable<StoryMaterial["isNounPhrase"]>): boolean {
  if (!passages.some(isEnglish)) return true;
  let asked = 0;
  let nouns = 0;
  for (const { text } of passages) {
    const isNoun = isNounPhrase(word, text);
    if (isNoun !== undefined) asked++;
    if (isNoun) nouns++;
    if (asked === sentencesAsked) break;
  }
  return nouns * 2 > asked;
}

const sentencesAsked = 3;
const isEnglish = ({ article }: Passage) => article.language.startsWith("en");

/** A pair or a name says more than one word. */
const length = (word: string) => (word.includes(" ") ? 0.5 : 0);

function overlaps(a: string, b: string): boolean {
  const words = new Set(b.toLowerCase().split(" "));
  return a
    .toLowerCase()
    .split(" ")
    .some((word) => words.has(word));
}

/** Endings that nouns have and few other words do. */
const noun =
  /(?:[^su]s|tion|sion|ment|ness|ity|ance|ence|ship|hood|ism|ist|ency|ancy|ture|logy|graphy|ium|eur|ité|age|ción|dad|aje|ista)$/;

/** Endings that adjectives have and few other words do: they begin a pair, where somebody can be asked whether it is one. */
const adjective = /(?:ous|ful|[ai]ble|less|ical|onal|ive)$/;

const smallWord = /(?<!\p{L})\p{Ll}{4,}/gu;
const longWord = /\p{L}[\p{L}\p{M}’'-]{3,}/gu;
const capital = /^\p{Lu}/u;

/** Names in full, words that may stand for a subject, and pairs of such words that stand side by side. */
function candidatesIn(passage: Passage, common: ReadonlySet<string>, tagged: boolean): Map<string, string> {
  const found = new Map<string, string>();
  const { cues, article, outlet, names, agents, text } = passage;
  const { stopWords, stem, capitalNouns } = languageFor(article.language);
  const asks = tagged && isEnglish(passage);
  const own = outlet.toLowerCase();
  const title = article.title.toLowerCase();
  for (const name of names) {
    // A place in capitals is a dateline; one word that is no person or body is a people's adjective as often as a place.
    if (name === name.toUpperCase() && name.length > 4) continue;
    const lower = name.toLowerCase();
    if (!name.includes(" ") && (!agents.includes(name) || cues.general.has(lower) || common.has(lower))) continue;
    const last = name.split(" ").at(-1) ?? name;
    // Names are told apart by their last word, so that "Ms. Marant" and "Ilse Marant" are one; a single word may be anybody.
    if (!own.includes(last.toLowerCase()) && last.length > 2 && !/^m(?:rs?|s)$/i.test(last))
      found.set(`=${last.toLowerCase()}`, name);
  }
  const inNames = new Set(names.flatMap((name) => name.toLowerCase().split(/\s+/)));
  let before: { key: string; word: string; end: number } | undefined;
  for (const { 0: word, index } of text.matchAll(longWord)) {
    const lower = word.toLowerCase();
    const proper = capital.test(word) && !capitalNouns && index > 0;
    const plain = lower.replace(/['’]s$/, "");
    if (
      proper ||
      stopWords.has(plain) ||
      cues.general.has(plain) ||
      inNames.has(plain) ||
      /(?:ly|n['’]t)$/.test(plain) ||
      (!asks && adjective.test(plain))
    ) {
      before = undefined;
      continue;
    }
    const key = stem(plain);
    const shown = capitalNouns ? word : plain;
    if (adjective.test(plain)) {
      before = { key, word: shown, end: index + word.length };
      continue;
    }
    // A noun by its ending, or one the outlet puts in its own title.
    if (plain.length >= 5 && !/(?:ed|ing)$/.test(plain) && (noun.test(plain) || capitalNouns || title.includes(plain)))
      found.set(key, shown);
    const isNamed = !/(?:ed|ing)$/.test(plain) && !/ing$/.test(before?.word ?? "");
    if (before && isNamed && before.end + 1 === index && text[before.end] === " ")
      found.set(`${before.key} ${key}`, `${before.word} ${shown}`);
    before = { key, word: shown, end: index + word.length };
  }
  return found;
}
