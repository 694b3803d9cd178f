import type { Span } from "../model/article.ts";
import { personName } from "../text/person-name.ts";
import type { Passage } from "./passage.ts";
import type { SectionContext } from "./section-context.ts";

/** Somebody whose words a passage gives, by full name, with the passage that prints that name. */
export interface Holder {
  readonly name: string;
  readonly naming: Passage;
}

/** Who speaks in a passage: people by first and last name, bodies by name; never a place, never somebody known by a last name alone. */
export function holdersIn(passage: Passage, { reading, material }: SectionContext): Holder[] {
  const mentions = material.annotations.get(passage.article.id)?.mentions ?? [];
  return passage.quotes.flatMap(({ speaker }) => {
    if (!speaker || speaker.start < passage.start || speaker.end > passage.end) return [];
    const mention = mentions.find(({ start, end }) => start < speaker.end && end > speaker.start);
    if (!mention || (mention.type !== "PER" && mention.type !== "ORG")) return [];
    if (!speaksHere(speaker, passage)) return [];
    const bare = mention.type === "PER" ? personName(mention.name) : mention.name;
    const candidates = mention.type === "PER" ? fullNames(bare, reading.passages) : [bare];
    for (const name of candidates) {
      if (mention.type === "PER" && !name.includes(" ")) continue;
      const naming = [passage, ...reading.passages].find(({ text, flaw }) => flaw === undefined && text.includes(name));
      if (naming) return [{ name, naming }];
    }
    return [];
  });
}

/** A newsroom that reports is no voice; of somebody and the body they speak for only the one is. */
export function voicesIn(passage: Passage, context: SectionContext): Holder[] {
  const holders = holdersIn(passage, context).filter(({ name }) => !context.reading.isOutlet(name) && isWhole(name));
  return holders.filter(
    ({ name }) =>
      !holders.some((other) => other.name !== name && other.naming.people.has(other.name) && !passage.people.has(name)),
  );
}

/** "School of Law" is a part of a body that has a name, "Tern) Board" a part of a name. */
const isWhole = (name: string) =>
  !/[()]/.test(name) &&
  (/\b(?:University|Universität|Université|Universidad|Institute)\b/.test(name) ||
    !/^(?:[\p{Lu}]\p{L}+ )?(?:School|Faculty|Department|Centre|Center|Division)\b/u.test(name));

/** Who is named speaks only by a verb of speech or an "according to" beside the name: names stand in sentences for much else. */
function speaksHere({ start, end }: Span, { text, start: from, cues }: Passage): boolean {
  const behind = text.slice(end - from, end - from + besideName).split(/[.;:“”"]/)[0] ?? "";
  const before =
    text
      .slice(Math.max(0, start - from - besideName), start - from)
      .split(/[.;:]/)
      .at(-1) ?? "";
  return (
    cues.attributed.test(behind) ||
    /\b(?:according to|laut|selon|según)\s(?:[\p{L}’'-]+\s){0,4}$/iu.test(before) ||
    // "said the union's secretary Irja Solund".
    cues.attributed.test(/(?:^|[,”"]\s)\p{Ll}+\s(?:[\p{L}’'-]+,?\s){0,6}$/u.exec(before)?.[0] ?? "")
  );
}

/** Characters: an office and an institute may stand between. */
const besideName = 90;

/** The name itself where it is whole, else longer names of people of the story that end in it. */
function fullNames(name: string, passages: readonly Passage[]): string[] {
  if (name.includes(" ")) return [name];
  const longer = new Set<string>();
  for (const { agents } of passages)
    for (const agent of agents) {
      if (agent.endsWith(` ${name}`)) longer.add(agent);
    }
  return [...longer];
}
