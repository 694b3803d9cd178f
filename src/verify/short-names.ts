import type { StoryMaterial } from "../model/draft.ts";
import { personName } from "../text/person-name.ts";
import type { StoryFacts } from "./story-facts.ts";

/** The whole names of a story's people by last name; none where two people share it. */
export function wholeNamesIn({ annotations }: StoryMaterial): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  for (const { mentions, quotes } of annotations.values()) {
    const people = mentions.filter(({ type }) => type === "PER").map(({ name }) => name);
    const speakers = quotes.flatMap(({ speaker }) => speaker?.name ?? []);
    for (const name of [...people, ...speakers].map(personName)) {
      const last = lastName(name);
      if (last === name) continue;
      found.set(last, found.has(last) && found.get(last) !== name ? undefined : name);
    }
  }
  return new Map([...found].flatMap(([last, whole]) => (whole === undefined ? [] : [[last, whole] as const])));
}

/** A sentence with the whole names of people whom the passages give by their last names alone, as these have them. */
export function shortenNames(text: string, passages: readonly string[], { wholeNames }: StoryFacts): string {
  let short = text;
  for (const [last, whole] of wholeNames)
    if (
      short.includes(whole) &&
      passages.some((one) => one.includes(last)) &&
      !passages.some((one) => one.includes(whole))
    )
      short = short.replaceAll(whole, last);
  return short;
}

const lastName = (name: string) => name.split(/\s+/).at(-1) ?? name;
