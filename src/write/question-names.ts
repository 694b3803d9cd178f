import { voicesIn } from "./holders.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import { prominence } from "./prominence.ts";
import type { Askable } from "./question-kinds.ts";
import type { SectionContext } from "./section-context.ts";
import { blankQuoted } from "./words-in.ts";

/** Somebody the reports put first, with where a card found who that is. */
interface Person {
  readonly name: string;
  readonly described: (passage: Passage) => boolean;
}

/** Whom one asks about: those with a card, then those several outlets name in full; all in the titles or first lines of the reports. Others they pass by. */
export function peopleAsked({ material, reading }: SectionContext): Person[] {
  const ofCards = material.cards
    .filter(({ type }) => type === "PER")
    .map(({ name, source }) => {
      const cited = source.kind === "articles" ? source.citations : [];
      const described = (passage: Passage) =>
        cited.some(
          ({ articleId, start }) => articleId === passage.article.id && passage.start <= start && start < passage.end,
        );
      return { name, described };
    });
  const outlets = new Map<string, Set<string>>();
  for (const { people, outlet, text, flaw, privateNames } of reading.passages) {
    if (flaw !== undefined || privateNames) continue;
    for (const name of people)
      if (name.includes(" ") && text.includes(name)) outlets.set(name, (outlets.get(name) ?? new Set()).add(outlet));
  }
  const named = [...outlets]
    .filter(([name, those]) => those.size > 1 && !ofCards.some((card) => lastName(card.name) === lastName(name)))
    .sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
    .map(([name]) => ({ name, described: () => false }));
  return [...ofCards, ...named]
    .filter(({ name }) => prominence(lastName(name), { reading }) >= parameters.questions.personShare)
    .slice(0, parameters.questions.people);
}

/** Who speaks: people and bodies whom at least two outlets quote, or who stand in the titles or first lines of the reports, most outlets first. */
export function voicesAsked(context: SectionContext): string[] {
  const outlets = new Map<string, Set<string>>();
  for (const passage of context.reading.passages) {
    if (passage.flaw !== undefined || passage.privateNames) continue;
    for (const { name } of voicesIn(passage, context))
      if (
        name.includes(" ") &&
        !rank.test(name) &&
        !isPartOf(name, passage.text) &&
        !isTrade(name, passage) &&
        speaksItself(name, passage)
      )
        outlets.set(name, (outlets.get(name) ?? new Set()).add(passage.outlet));
  }
  const isFirst = (name: string) => prominence(name, context) >= parameters.questions.personShare;
  return [...outlets]
    .filter(([name, those]) => those.size > 1 || isFirst(name))
    .sort(([a, x], [b, y]) => y.size - x.size || Number(isFirst(b)) - Number(isFirst(a)) || (a < b ? -1 : 1))
    .map(([name]) => name)
    .filter((name, at, all) => all.findIndex((other) => lastName(other) === lastName(name)) === at)
    .slice(0, parameters.questions.people);
}

/** "Community and Youth" of "the Minister for Culture, Community and Youth" is nobody. */
const isPartOf = (name: string, text: string) =>
  /\b(?:for|of|für|de) \p{Lu}[\p{L}’'-]*(?:, | and | und | et | y )$/u.test(text.slice(0, text.indexOf(name)));

/** "Passenger Solund": a trade and half a name. */
const isTrade = (name: string, { cues }: Passage) =>
  name.split(" ").length === 2 && cues.somebody?.noun.test(name.split(" ")[0] ?? "") === true;

/** Where somebody is named ("Irja Solund of the Harbour Party said") the words are not the body's. */
const speaksItself = (name: string, { people }: Passage) =>
  people.size === 0 || [...people].some((person) => lastName(person) === lastName(name));

/** "Mr Solund" and "SM Lee" are half a name behind a rank. */
const rank = /^(?:M(?:r|rs|s|iss)\.?|Dr\.?|Prof\.?|Herr|Frau|Mme|M\.|Sr\.?|Sra\.?|\p{Lu}{2,3}) \p{L}+$/u;

/** "the Harbour Union" where the reports print it so and nobody is called by it. */
export function withArticle(name: string, { reading }: SectionContext): string {
  const printing = reading.passages.filter(({ text }) => text.includes(name));
  const isPerson = printing.some(({ people }) => people.has(name));
  const articled = printing.filter(({ text }) => text.includes(`he ${name}`)).length;
  return !isPerson && articled * 2 >= printing.length ? `the ${name}` : name;
}

export const lastName = (name: string) => name.split(" ").at(-1) ?? name;

/** Sentences that say who somebody is: the full name with an office or a description by it. */
export function whoIs({ name, described }: Person, usable: readonly Passage[]): Askable {
  const [behind, before] = introductions(name);
  const rank = (passage: Passage) =>
    described(passage) ? 3 : behind.test(passage.text) ? 2 : isRole(before.exec(passage.text)?.[1], passage) ? 1 : 0;
  const introducing = usable.filter((passage) => rank(passage) > 0).sort((a, b) => rank(b) - rank(a));
  // "Prime Minister Irja Solund" in a sentence on something else says no more the second time.
  const most = introducing.filter((passage) => rank(passage) > 1).length || 1;
  return { kind: "who", filling: { about: name }, sentences: introducing, least: 1, most, voice: "attributed" };
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What follows a comma and introduces nobody: "Irja Solund, said", "Irja Solund, and". */
const noOffice =
  "(?!(?:said|says|told|added|and|or|but|as|in|on|at|by|for|from|with|to|of|is|was|has|had|will|also|while|when|where|und|oder|sagte|et|y|a|dijo|the (?:\\p{L}+ ){1,4}(?:said|says|told|added))\\b)";

/** "Irja Solund, the mayor of …", "Irja Solund is a …" and "Mayor Irja Solund": words that introduce a name stand right behind it or before it. */
function introductions(name: string): readonly [behind: RegExp, before: RegExp] {
  const plain = escaped(name);
  const article = "the |a |an |der |die |ein |eine |le |la |un |une |el |una ";
  return [
    new RegExp(
      `${plain}(?:, ${noOffice}(?:${article}|who |qui |quien )?\\p{Ll}| (?:is|was|ist|war|est|était|es|era) (?:${article})\\p{Ll})`,
      "u",
    ),
    new RegExp(`(\\p{L}{4,}) ${plain}(?!\\p{L})`, "u"),
  ];
}

/** "Mayor" and "author" introduce whom they stand before, "about" does not. */
function isRole(word: string | undefined, { cues }: Passage): boolean {
  if (word === undefined) return false;
  return /^\p{Lu}/u.test(word) || cues.somebody === undefined || cues.somebody.noun.test(word);
}

/** Sentences whose subject is the name and whose verb says what it strives for. */
export function wants(name: string, usable: readonly Passage[], context: SectionContext): Askable {
  const own = escaped(lastName(name));
  const naming = new RegExp(`(?<!\\p{L})${own}(?!\\p{L})`, "u");
  const sentences = usable.filter(({ text, cues, names }) => {
    if (!names.includes(name)) return false;
    const unquoted = blankQuoted(text);
    const at = naming.exec(unquoted);
    return at !== null && at.index < subjectWithin && cues.wish.test(unquoted.slice(at.index + at[0].length));
  });
  return { kind: "wants", filling: { about: withArticle(name, context) }, sentences, least: 1, voice: "attributed" };
}

/** Characters: later in a sentence a name seldom is its subject. */
const subjectWithin = 60;

export function denied({ name }: Person, sentences: readonly Passage[]): Askable {
  const own = sentences.filter(({ cues, text, agents }) => cues.dispute.test(text) && agents.includes(name));
  return { kind: "denied", filling: { about: name }, sentences: own, least: 1, voice: "attributed" };
}

/** Sentences that give somebody's words: the first names whoever it is in full. */
export function said(name: string, usable: readonly Passage[], context: SectionContext): Askable {
  const own = usable.filter(
    (passage) =>
      passage.text.includes(lastName(name)) &&
      voicesIn(passage, context).some((voice) => voice.name === name) &&
      speaksItself(name, passage),
  );
  const first = own.find(({ text }) => text.includes(name));
  return {
    kind: "said",
    filling: { about: withArticle(name, context) },
    sentences: first ? [first, ...own.filter((one) => one !== first)] : [],
    least: 1,
    voice: "attributed",
  };
}
