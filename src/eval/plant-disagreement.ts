import type { Article } from "../model/article.ts";
import { sameAs } from "../write/aligned-facts.ts";
import { countedNoun } from "../write/counted-noun.ts";
import { headOf } from "../write/frame-statements.ts";
import type { Passage } from "../write/passage.ts";
import type { StoryReading } from "../write/read-story.ts";
import { withoutDateline } from "../write/trim-sentence.ts";

export const plantKinds = ["number", "name", "date", "negation"] as const;
export type PlantKind = (typeof plantKinds)[number];

/** A story in which one outlet was made to tell something differently. */
export interface Planted {
  readonly kind: PlantKind;
  readonly articles: readonly Article[];
  readonly outlet: string;
  /** Words that stand in the outlet's changed sentences and in no other's. */
  readonly words: string;
}

interface Change {
  readonly from: RegExp;
  readonly to: string;
  readonly words: string;
}

/** Share of common terms from which a reader would say that two sentences tell one thing. */
const toldAlike = 0.5;
/** Names of nobody, to be put in place of real ones. */
const invented = { PER: "Odile Varga", ORG: "Merrin Foundation", LOC: "Port Carrow", MISC: "" } as const;
const spelled = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const month =
  "(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";

/**
 * Changes one fact that two origins tell alike, everywhere in the articles of the one outlet: a number, a name, a day, or a "not". Undefined
 * where the story has no such fact. What is changed does not ask what the finder of disagreements can see.
 */
export function plantDisagreement(kind: PlantKind, reading: StoryReading): Planted | undefined {
  for (const passage of reading.passages) {
    if (passage.flaw !== undefined || !passage.reported || passage.words > 45) continue;
    const others = sameAs(reading, passage).filter(
      (one) =>
        one.flaw === undefined &&
        one.origin !== passage.origin &&
        reading.space.overlap(one.index, passage.index) >= toldAlike,
    );
    for (const other of others) {
      const change = changes[kind](passage, other, reading);
      if (!change) continue;
      const articles = reading.material.articles.map((article) =>
        article.outlet === passage.outlet
          ? {
              ...article,
              title: article.title.replace(change.from, change.to),
              text: article.text.replace(change.from, change.to),
            }
          : article,
      );
      return { kind, articles, outlet: passage.outlet, words: change.words };
    }
  }
  return undefined;
}

const changes: Readonly<Record<PlantKind, (a: Passage, b: Passage, reading: StoryReading) => Change | undefined>> = {
  number: changedNumber,
  name: changedName,
  date: changedDay,
  negation: changedSense,
};

function changedNumber(a: Passage, b: Passage, { passages }: StoryReading): Change | undefined {
  for (const number of a.numbers) {
    const surface = a.article.text.slice(number.start, number.end).replace(/^[$£€]|\s?(?:%|per ?cent)$/g, "");
    const noun = (passage: Passage, end: number) => {
      const counted = countedNoun(passage.article.text.slice(end, end + 60), "en");
      return counted === undefined ? undefined : headOf(counted);
    };
    const own = noun(a, number.end);
    const told = b.numbers.some(
      (one) =>
        one.low === number.low &&
        (one.unit !== undefined ? one.unit === number.unit : own !== undefined && own === noun(b, one.end)),
    );
    const word = spelled.includes(surface.toLowerCase());
    if (!told || !(word || /^\d{1,3}(?:,\d{3})*$/.test(surface)) || number.start < a.start) continue;
    const value = number.low < 10 ? number.low + 2 : Math.round(number.low * 1.3) + 1;
    if (passages.some(({ numbers }) => numbers.some(({ low, high }) => low <= value && value <= high))) continue;
    const words = word ? (spelled[value] ?? "") : value.toLocaleString("en-US");
    if (words === "") continue;
    return { from: new RegExp(`(?<![\\w.,$])${surface}(?![\\w]|[.,]\\d)`, "gi"), to: words, words };
  }
  return undefined;
}

function changedName(a: Passage, b: Passage, { material }: StoryReading): Change | undefined {
  const mentions = material.annotations.get(a.article.id)?.mentions ?? [];
  for (const { start, end, type } of mentions) {
    if (start < a.start || end > a.end || type === "MISC") continue;
    const surface = a.article.text.slice(start, end);
    // A place is changed where it says where something is, a part of a longer name never.
    const standing = new RegExp(
      `${type === "LOC" ? "\\b(?:in|at|near|to|from) " : ""}${escaped(surface)}(?! \\p{Lu})`,
      "u",
    );
    if (!standing.test(withoutDateline(a.text)) || !standing.test(withoutDateline(b.text))) continue;
    if ((type !== "LOC" && !/^\p{Lu}\S+ \p{Lu}\S+$/u.test(surface)) || surface.length < 5) continue;
    const last = surface.split(" ").at(-1) ?? surface;
    const from = new RegExp(`\\b(?:${escaped(surface)}|${escaped(last)})\\b`, "g");
    return { from, to: invented[type], words: invented[type] };
  }
  return undefined;
}

function changedDay(a: Passage, b: Passage): Change | undefined {
  const told = new RegExp(`\\b${month} (\\d{1,2})\\b(?!,? \\d{4}s?\\b.*\\bborn)`).exec(withoutDateline(a.text));
  const [, name = "", day = ""] = told ?? [];
  const short = name.slice(0, 3);
  const same = new RegExp(`\\b(?:${short}\\w*\\.? ${day}|${day} ${short}\\w*)\\b`);
  if (!told || !same.test(withoutDateline(b.text))) return undefined;
  const other = Number(day) > 20 ? Number(day) - 4 : Number(day) + 4;
  return { from: new RegExp(`\\b(${short}\\w*\\.?) ${day}\\b`, "g"), to: `$1 ${other}`, words: ` ${other}` };
}

function changedSense(a: Passage, b: Passage): Change | undefined {
  for (const told of a.text.matchAll(/\b(was|were|is|are|will|has|have|had|would|can|did) (\p{Ll}{5,})\b/gu)) {
    const [whole, auxiliary = "", verb = ""] = told;
    if (!b.text.includes(` ${verb}`) || /\b(?:not|no|never)\b|n['’]t/.test(a.text + b.text)) continue;
    if (/ly$/.test(verb)) continue;
    return {
      from: new RegExp(escaped(a.text)),
      to: a.text.replace(whole, `${auxiliary} not ${verb}`),
      words: `${auxiliary} not ${verb}`,
    };
  }
  return undefined;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
