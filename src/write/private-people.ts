import type { Mention } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { StoryMaterial } from "../model/draft.ts";
import { cuesFor } from "./cues/cues.ts";

/** Whom a story must not expose, and what of it must not be told. */
export interface Protection {
  /** Last names, lower case, of people who hold no office and are not in the base of facts -> how many origins name them. */
  readonly people: ReadonlyMap<string, number>;
  /** The story is of a suicide: how it was done is not told. */
  readonly suicide: boolean;
}

/** So many origins have to name a private person before the page may. */
export const leastOriginsNaming = 3;

/** Names a page of any story may give: nobody is protected where the story is none of crime, sexual violence, suicide or minors. */
const nobody: Protection = { people: new Map(), suicide: false };

/** An office or a public task right before a name, or in the apposition right behind it. */
const office =
  "president|minister|premier|chancellor|governor|mayor|judge|justice|magistrate|senator|congress(?:man|woman)|lawmaker|mp|secretary|commissioner|superintendent|inspector|police chief|chief of police|spokes(?:man|woman|person)|ambassador|attorney|prosecutor|lawyer|counsel|pope|king|queen|prince|princess|general|admiral|secretary-general|director|professor|präsident(?:in)?|minister(?:in)?|kanzler(?:in)?|richter(?:in)?|bürgermeister(?:in)?|sprecher(?:in)?|staatsanwalt|staatsanwältin|président(?:e)?|ministre|maire|juge|procureur(?:e)?|porte-parole|avocat(?:e)?|presidente|presidenta|ministr[oa]|alcalde(?:sa)?|juez(?:a)?|fiscal|portavoz|abogad[oa]";
const officeBefore = new RegExp(`\\b(?:${office})(?: general)?,?\\s+$`, "iu");
const officeBehind = new RegExp(`^,\\s(?:[\\p{L}'’-]+\\s){0,5}?(?:${office})\\b`, "iu");

/**
 * The private people of a story: those the base of facts does not know and no article gives an office. Empty for all stories but those of
 * crime, sexual violence, suicide or minors, as most of the articles' titles and first lines tell.
 */
export function protectionOf({ articles, annotations, origins }: StoryMaterial): Protection {
  const opening = ({ title, text }: Article) => `${title}\n${text.slice(0, 500)}`;
  const telling = articles.filter((article) => cuesFor(article.language).sensitive.test(opening(article)));
  if (telling.length * 2 < articles.length) return nobody;
  const known = new Set<string>();
  const naming = new Map<string, Set<string>>();
  for (const article of articles) {
    for (const mention of annotations.get(article.id)?.mentions ?? []) {
      if (mention.type !== "PER") continue;
      const key = lastName(mention.name);
      if (isPublic(mention, article)) known.add(key);
      naming.set(key, (naming.get(key) ?? new Set()).add(origins.get(article.id) ?? article.outlet));
    }
  }
  return {
    people: new Map([...naming].filter(([name]) => !known.has(name)).map(([name, who]) => [name, who.size])),
    suicide: telling.some((article) => cuesFor(article.language).suicide.test(opening(article))),
  };
}

/** The private people a text names, by last name. */
export function privateNamesIn(text: string, { people }: Protection): string[] {
  if (people.size === 0) return [];
  const words = new Set(
    (text.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? []).map((word) => word.replace(/['’]s$/, "")),
  );
  return [...people.keys()].filter((name) => words.has(name));
}

function isPublic({ entityId, start, end }: Mention, { text }: Article): boolean {
  if (entityId !== undefined && !entityId.startsWith("local:")) return true;
  return officeBefore.test(text.slice(Math.max(0, start - 60), start)) || officeBehind.test(text.slice(end, end + 100));
}

const lastName = (name: string) => (name.split(/\s+/).at(-1) ?? name).toLowerCase();
