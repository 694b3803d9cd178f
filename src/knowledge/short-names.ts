import type { Annotation, Mention, Quote } from "../model/annotation.ts";
import { personName } from "../text/person-name.ts";
import type { Facts } from "./load-facts.ts";

/** Whom short names mean in some articles: "Venn", "Mr Venn", "Kim", "the North Korean leader". */
export interface ShortNames {
  /** The annotation with those names in full, in its mentions and for its speakers. */
  resolve(annotation: Annotation, text: string): Annotation;
}

interface Person {
  readonly name: string;
  readonly entityId?: string;
}

/** Countries whose people the press calls by a family name that comes first ("Xi Jinping", "Kim Jong Un"); Japanese ones it turns round. */
const familyNameFirst: ReadonlySet<string> = new Set(["CN", "HK", "KP", "KR", "KH", "MO", "TW", "VN"]);

/** A role that one person of a country has: "(the) North Korean leader". */
const roleOf =
  /^(?:the\s+)?(.+?)\s+(leader|president|prime minister|premier|chancellor|king|queen|emperor|sultan|emir)$/i;

/** Somebody nobody knows is named in full in so many articles, and in no fewer than give the short name alone, before it is his. */
const leastNaming = 2;
/** No first name: a rank ("ACP Raub") or a letter. */
const rank = /^(?:\p{Lu}{2,}|\p{Lu}\.?)$/u;

/**
 * The persons that the mentions of some articles name in full, by the short names that only one of them can have. A role of a country is the one person
 * of the base of facts who is named and, as of its date, has it.
 *
 * @param isCommonWord whether the articles have a word in small letters too: "Passenger Lin" is nobody's full name
 */
export function shortNames(
  articles: readonly (readonly Mention[])[],
  facts: Facts,
  isCommonWord: (word: string) => boolean = () => false,
): ShortNames {
  const byShort = new Map<string, Map<string, Person & { readonly known: boolean }>>();
  const naming = new Map<string, number>();
  const bare = new Map<string, number>();
  const leaders = new Map<string, Person & { readonly country: string; readonly office: string }>();
  for (const mentions of articles) {
    const here = new Set<string>();
    const bareHere = new Set<string>();
    for (const mention of mentions) {
      if (mention.type !== "PER") continue;
      const name = personName(mention.name);
      const words = name.split(" ");
      const [first = "", last = ""] = [words[0], words.at(-1)];
      if (words.length < 2) {
        bareHere.add(name);
        continue;
      }
      const entity = facts.byName.get(name.toLowerCase());
      const known = entity?.type === "PER" ? entity : undefined;
      const entityId = known?.entityId ?? mention.entityId;
      const person = { name, ...(entityId !== undefined && { entityId }), known: known !== undefined };
      // "Donald J. Trump" is Donald Trump: one first and one last name are one person.
      const key = rank.test(first) ? name : `${first} ${last}`;
      here.add(key);
      for (const short of familyNameFirst.has(known?.country ?? "") ? [first, last] : [last]) {
        const of = byShort.get(short) ?? new Map();
        if (!of.has(key) || known) of.set(key, person);
        byShort.set(short, of);
      }
      if (known?.country !== undefined) {
        const office = facts.sentences.get(known.entityId)?.text ?? "";
        leaders.set(known.entityId, { name, entityId: known.entityId, country: known.country, office });
      }
    }
    for (const key of here) naming.set(key, (naming.get(key) ?? 0) + 1);
    for (const short of bareHere) bare.set(short, (bare.get(short) ?? 0) + 1);
  }
  const personOf = (short: string): Person | undefined => {
    const of = byShort.get(short);
    const [only] = of?.size === 1 ? [...of] : [];
    if (!only) return undefined;
    const [key, { known, ...person }] = only;
    if (known) return person;
    const first = person.name.split(" ")[0] ?? "";
    const isNamed = (naming.get(key) ?? 0) >= Math.max(leastNaming, bare.get(short) ?? 0);
    return isNamed && !rank.test(first) && !isCommonWord(first) ? person : undefined;
  };
  const inOffice = (words: string): Person | undefined => {
    const [, country = "", role = ""] = roleOf.exec(words) ?? [];
    const code = facts.demonyms.get(country.toLowerCase());
    if (code === undefined) return undefined;
    const held = role.toLowerCase() === "premier" ? "prime minister" : role.toLowerCase();
    const found = [...leaders.values()].filter(
      (one) =>
        one.country === code &&
        isPresent(one.office) &&
        (held === "leader" || one.office.toLowerCase().startsWith(held)),
    );
    return found.length === 1 ? found[0] : undefined;
  };
  return {
    resolve(annotation, text) {
      const full = annotation.mentions.map((mention) => {
        const short = personName(mention.name);
        const isShort = mention.type === "PER" && !short.includes(" ") && !isTail(text, mention.start);
        const person = isShort ? personOf(short) : undefined;
        return person ? { ...mention, ...person } : mention;
      });
      const spoken = (quote: Quote): Quote => {
        const { speaker } = quote;
        if (!speaker) return quote;
        const mention = full.find(({ start, end }) => start < speaker.end && speaker.start < end);
        const isNamed = mention?.type === "PER" && !speaker.name.includes(" ");
        const name = isNamed ? mention.name : (inOffice(speaker.name)?.name ?? speaker.name);
        return name === speaker.name ? quote : { ...quote, speaker: { ...speaker, name } };
      };
      return { ...annotation, mentions: full, quotes: annotation.quotes.map(spoken) };
    },
  };
}

/** "Teo Ser Luck": the end of a longer name. What begins a sentence is none of it, nor is an address or an office. */
function isTail(text: string, start: number): boolean {
  const [, opens = "", before = ""] =
    /(^|[^\p{L}\s]\s+)?(\p{Lu}[\p{L}.’'-]*\s)$/u.exec(text.slice(Math.max(0, start - 30), start)) ?? [];
  return before !== "" && opens === "" && start > before.length && personName(`${before}Venn`) !== "Venn";
}

/** "President of the United States until 2021" is nobody's role of today. */
function isPresent(office: string): boolean {
  return office !== "" && !/\b(?:until \d{4}|former)\b/i.test(office);
}
