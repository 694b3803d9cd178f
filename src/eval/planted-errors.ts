import type { Annotation, Mention } from "../model/annotation.ts";
import type { Article, Span } from "../model/article.ts";

/** What was made wrong in a sentence. */
export type ErrorKind = "number" | "name" | "date" | "negation" | "speaker" | "outlet";
export const errorKinds: readonly ErrorKind[] = ["number", "name", "date", "negation", "speaker", "outlet"];

/** A sentence of an article, with what is needed to make it wrong. */
export interface Ground {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly sentence: Span;
  /** Another article, for things that this one does not name. */
  readonly stranger: { readonly article: Article; readonly annotation: Annotation };
  /** A number that chooses among what is possible; equal numbers choose alike. */
  readonly draw: number;
}

const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const months = "January February March April May June July August September October November December".split(" ");
const outlets =
  "Reuters|The Associated Press|AP|CNN|Fox News|The New York Times|The Washington Post|The Wall Street Journal|NBC News|ABC News|CBS News|BBC|The Guardian|Politico|Bloomberg|USA Today|NPR|MSNBC|The Hill|Time|Newsweek|The Daily Mail|The Los Angeles Times|Axios|Vox|BuzzFeed News|AFP|CNBC".split(
    "|",
  );
const outletPattern = new RegExp(
  `(?<![\\p{L}])(?:the )?(${outlets
    .map((name) => name.replace(/^The /, ""))
    .sort((a, b) => b.length - a.length)
    .join("|")})(?![\\p{L}])(?! (?:Square|magazine))`,
  "u",
);

/** The words of the sentence with one error of the kind in them; undefined where the sentence offers none. `words` may be a rephrasing of it. */
export function plantError(kind: ErrorKind, words: string, ground: Ground): string | undefined {
  switch (kind) {
    case "number":
      return swapNumber(words, ground);
    case "date":
      return swapDate(words, ground);
    case "negation":
      return turn(words);
    case "outlet":
      return swapOutlet(words, ground);
    case "name":
      return swapName(words, ground);
    case "speaker":
      return swapSpeaker(words, ground);
  }
}

function swapNumber(words: string, { draw }: Ground): string | undefined {
  const found = [
    ...words.matchAll(/(?<![\p{L}\d.,:/-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\p{L}\d:/-]|[.,]\d)/gu),
  ].filter(([number]) => !/^(?:19|20)\d\d$/.test(number) && !isDay(words, number));
  const one = found[draw % Math.max(1, found.length)];
  if (!one) {
    const word = /(?<![\p{L}-])(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?![\p{L}-])/iu.exec(words);
    if (!word) return undefined;
    const others = "two three four five six seven eight nine"
      .split(" ")
      .filter((other) => other !== word[0].toLowerCase());
    return replaceAt(words, word.index, word[0], others[draw % others.length] ?? "eleven");
  }
  const value = Number(one[0].replace(/,/g, ""));
  const next =
    [value * 2, value + 3, Math.max(1, Math.floor(value / 2)) + (value < 4 ? 7 : 0), value * 10][draw % 4] ?? value + 1;
  const rounded = Number.isInteger(value) ? Math.round(next) : Number(next.toFixed(1));
  if (rounded === value) return undefined;
  return replaceAt(words, one.index, one[0], one[0].includes(",") ? rounded.toLocaleString("en-US") : String(rounded));
}

function isDay(words: string, number: string): boolean {
  return new RegExp(`(?:${months.join("|")}|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.) ${number}\\b`).test(
    words,
  );
}

function swapDate(words: string, { draw, article }: Ground): string | undefined {
  for (const list of [days, months]) {
    const one = new RegExp(`(?<![\\p{L}])(${list.join("|")})(?![\\p{L}])`, "u").exec(words);
    if (!one || one[0] === "May" || one[0] === "March") continue;
    // Every other time a day that the article names elsewhere, where there is one.
    const others = list.filter((other) => other !== one[0] && !words.includes(other));
    const elsewhere = others.filter((other) => article.text.includes(other));
    const from = draw % 2 === 0 && elsewhere.length > 0 ? elsewhere : others;
    return replaceAt(words, one.index, one[0], from[(draw >> 1) % from.length] ?? "Sunday");
  }
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(words);
  return year ? replaceAt(words, year.index, year[0], String(Number(year[0]) - 1 - (draw % 5))) : undefined;
}

/** A negation is put in or taken out. */
function turn(words: string): string | undefined {
  const outside = words.replace(/[“"][^”"]*[”"]/g, (quoted) => " ".repeat(quoted.length));
  const without =
    /(?<=\b(?:is|are|was|were|has|have|had|will|would|could|should|did|does|do|can)) not\b|n't\b|n’t\b/.exec(outside);
  if (without && !/\b(?:ca|wo)$/.test(outside.slice(0, without.index)))
    return words.slice(0, without.index) + words.slice(without.index + without[0].length);
  const verb = /(?<![\p{L}])(is|are|was|were|has|have|had|will|would|could|should|can)(?= \p{Ll})/u.exec(outside);
  return verb
    ? `${words.slice(0, verb.index + verb[0].length)} not${words.slice(verb.index + verb[0].length)}`
    : undefined;
}

function swapOutlet(words: string, { draw }: Ground): string | undefined {
  const one = outletPattern.exec(words);
  const name = one?.[1];
  if (!one || name === undefined) return undefined;
  const others = outlets.map((other) => other.replace(/^The /, "")).filter((other) => !words.includes(other));
  const at = one.index + one[0].length - name.length;
  return replaceAt(words, at, name, others[draw % others.length] ?? "Reuters");
}

function swapName(words: string, ground: Ground): string | undefined {
  const here = mentionsIn(ground.annotation, ground.sentence).filter(({ start, end }) =>
    words.includes(ground.article.text.slice(start, end)),
  );
  const one = here[ground.draw % Math.max(1, here.length)];
  return one && replaceName(words, one, ground);
}

function swapSpeaker(words: string, ground: Ground): string | undefined {
  const { annotation, article, sentence } = ground;
  for (const { speaker } of annotation.quotes) {
    if (!speaker || speaker.start < sentence.start || speaker.end > sentence.end) continue;
    const one = annotation.mentions.find(
      ({ start, end, type }) => type === "PER" && start >= speaker.start && end <= speaker.end,
    );
    if (one && words.includes(article.text.slice(one.start, one.end))) return replaceName(words, one, ground);
  }
  return undefined;
}

const pivots = new Set(
  "was were is are has have had will would to for with from by at on in and that who which after before because while".split(
    " ",
  ),
);

/** The beginning of the sentence with the end of another one of its article, joined at a small word that both have: what careless shortening makes. */
export function fuse(words: string, { article, annotation, draw }: Ground): string | undefined {
  const own = words.split(" ");
  const others = annotation.sentences
    .map(({ start, end }) => article.text.slice(start, end))
    .filter((other) => other !== words && other.length > 50);
  for (let step = 0; step < others.length; step++) {
    const other = others[(draw + step * 3) % others.length]?.split(" ") ?? [];
    const joints = own.flatMap((word, at) => {
      const there = other.lastIndexOf(word);
      const fits = at >= 2 && at <= own.length - 3 && there >= 2 && there <= other.length - 4 && pivots.has(word);
      return fits ? [[at, there] as const] : [];
    });
    const joint = joints[draw % Math.max(1, joints.length)];
    if (joint) return [...own.slice(0, joint[0]), ...other.slice(joint[1])].join(" ");
  }
  return undefined;
}

/** Puts another name of the same type in the place of one: every other time one that the article names elsewhere. */
function replaceName(words: string, one: Mention, { article, annotation, stranger, draw }: Ground): string | undefined {
  const name = article.text.slice(one.start, one.end);
  const own = new Set(name.toLowerCase().split(/\s+/));
  const others = ({ text }: Article, { mentions }: Annotation) =>
    [
      ...new Set(mentions.filter(({ type }) => type === one.type).map(({ start, end }) => text.slice(start, end))),
    ].filter(
      (other) =>
        !words.includes(other) &&
        !other
          .toLowerCase()
          .split(/\s+/)
          .some((part) => own.has(part) || words.toLowerCase().includes(part)),
    );
  const near = others(article, annotation).filter((other) => other !== one.name);
  const far = others(stranger.article, stranger.annotation);
  const from = (draw % 2 === 0 && near.length > 0) || far.length === 0 ? near : far;
  const other = from[(draw >> 1) % Math.max(1, from.length)];
  if (other === undefined) return undefined;
  const at = words.indexOf(name);
  return replaceAt(words, at, name, other);
}

function mentionsIn({ mentions }: Annotation, sentence: Span): Mention[] {
  return mentions.filter(({ start, end, type }) => start >= sentence.start && end <= sentence.end && type !== "MISC");
}

function replaceAt(text: string, at: number, old: string, by: string): string {
  return text.slice(0, at) + by + text.slice(at + old.length);
}
