import { languageFor } from "../languages/registry.ts";
import type { MentionType } from "../model/annotation.ts";
import type { EntityCard } from "../model/entity.ts";
import { parameters } from "./parameters.ts";
import { mentionTypes, prominence } from "./prominence.ts";
import type { SectionContext } from "./section-context.ts";

/** What a question names; nothing where a story has no subject that can be named. */
export interface QuestionSubject {
  readonly about?: string;
  readonly aboutIsPlace?: boolean;
  /** Of whatever length its name is: `aboutIsPlace` is said only of places in which things happen. */
  readonly isPlace?: boolean;
  /** A person, body or thing by name, not a common noun. */
  readonly isName?: boolean;
}

/**
 * What the story is about, for a question to name: the person, body or place that most reports have in their titles or first lines, and of those
 * the one that says most of what all put first. A country is too wide a subject, and a name that the reports merely pass by is none: then what
 * needs a subject is not asked. Where no name is, an English story may be about a thing that has none ("screen use").
 */
export function questionSubject(context: SectionContext): QuestionSubject {
  const { cards, language } = context.material;
  const typeOf = mentionTypes(context);
  const ofCards = cards.filter(({ type, entityId }) => type !== "LOC" || entityId.startsWith("local:"));
  const named = context.sharedNames
    .filter(({ name, salience }) => salience >= parameters.papers.salience && !cards.some((card) => isOf(card, name)))
    .map(({ name }) => ({ name, type: typeOf(name.replace(/^the /, "")) }));
  const candidates = [
    // A card has no article; "the Workplace Fairness Bill" needs it.
    ...ofCards.map((card) => ({
      type: card.type,
      name: context.sharedNames.find(({ name }) => name === `the ${card.name}`)?.name ?? card.name,
    })),
    ...named,
  ];
  const share = ({ name, type }: { readonly name: string; readonly type: MentionType | undefined }) =>
    prominence(name, context) + context.core(name, language) - (type === "LOC" ? parameters.questions.ofPlace : 0);
  const [best] = candidates
    .filter(
      ({ name, type }) =>
        type !== undefined && (type !== "MISC" || name.replace(/^the /, "").includes(" ")) && !isWord(name, context),
    )
    .filter(({ name }) => prominence(name, context) >= parameters.questions.subjectShare)
    .sort((a, b) => share(b) - share(a) || (a.name < b.name ? -1 : 1));
  if (!best) return thing(context);
  // Longer names of places are those of resorts and plans, in which nothing happens.
  const isPlace = best.type === "LOC" && best.name.split(" ").length <= 2;
  return {
    about: isPlace ? best.name.replace(/^the /, "") : best.name,
    aboutIsPlace: isPlace,
    isPlace: best.type === "LOC",
    isName: true,
  };
}

const isOf = (card: EntityCard, name: string) => name.includes(card.name) || card.name.includes(name);

/** "the Bill" is a bill: a single word that the reports print small as well is no name to ask about. */
function isWord(name: string, { reading }: SectionContext): boolean {
  const bare = name.replace(/^the /, "");
  const small = new RegExp(`(?<!\\p{L})${bare.toLowerCase()}(?!\\p{L})`, "u");
  return /^\p{L}+$/u.test(bare) && reading.passages.some(({ text }) => small.test(text));
}

/** The pair of words, a noun phrase in running text, that most reports have in their titles or first lines, with its article where it has one. */
function thing({ reading, material }: SectionContext): QuestionSubject {
  const { isNounPhrase, language } = material;
  if (!isNounPhrase || !language.startsWith("en")) return {};
  const { stopWords } = languageFor(language);
  const openings = reading.articles.map(
    ({ title, text }) => new Set(pairsIn(`${title}. ${text.slice(0, parameters.questions.opening)}`)),
  );
  const titled = new Set(reading.articles.flatMap(({ title }) => pairsIn(title)));
  const shareOf = (pair: string) => openings.filter((own) => own.has(pair)).length / Math.max(1, openings.length);
  const isFunctionWord = (word: string) => stopWords.has(word) && !reading.passages[0]?.cues.general.has(word);
  const asNoun = (pair: string) => {
    const printing = reading.passages.filter(({ text, flaw }) => flaw === undefined && text.includes(` ${pair}`));
    const nouns = printing.slice(0, nounsAsked).filter(({ text }) => isNounPhrase(pair, text));
    if (nouns.length < 2 || nouns.length * 2 <= Math.min(nounsAsked, printing.length)) return undefined;
    // "economic zone" is a part of "special economic zone", "several seals" are some of the seals.
    const before = printing.map(
      ({ text }) => /(\p{L}[\p{L}’'-]*) $/u.exec(text.slice(0, text.indexOf(` ${pair}`) + 1))?.[1],
    );
    const alone = before.filter((word) => word === undefined || isFunctionWord(word.toLowerCase()));
    if (alone.length * 2 <= printing.length) return undefined;
    const articled = before.filter((word) => word !== undefined && /^(?:the|an?)$/i.test(word)).length;
    return articled * 3 > printing.length ? `the ${pair}` : pair;
  };
  const ranked = [...titled]
    .filter(
      (pair) => !pair.split(" ").some((word) => stopWords.has(word) || reading.passages[0]?.cues.general.has(word)),
    )
    .map((pair) => ({ pair, share: shareOf(pair) }))
    .filter(({ share }) => share >= parameters.questions.thingShare && share * openings.length >= 2)
    .sort((a, b) => b.share - a.share || (a.pair < b.pair ? -1 : 1));
  for (const { pair } of ranked) {
    const about = asNoun(pair);
    if (about !== undefined) return { about };
  }
  return {};
}

/** Sentences asked whether they have a pair as a noun phrase. */
const nounsAsked = 5;

/** Words that stand side by side, in lower case. */
function pairsIn(text: string): string[] {
  const found: string[] = [];
  let before: { word: string; end: number } | undefined;
  for (const { 0: word, index } of text.toLowerCase().matchAll(/\p{L}[\p{L}’'-]{2,}/gu)) {
    if (before && before.end + 1 === index && text[before.end] === " ") found.push(`${before.word} ${word}`);
    before = { word, end: index + word.length };
  }
  return found;
}
