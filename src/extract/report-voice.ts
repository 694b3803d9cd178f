/*
 * A report names who said what and on which day; other texts argue, judge, address and ask. The weights of such words are those of a logistic
 * regression over 760 English articles, 666 read by hand and 94 marked as opinion by editors; what it is worth is said in docs/reading.md.
 */

interface Sign {
  readonly words: RegExp;
  /** For each of them in a hundred words. */
  readonly weight: number;
}

const inText: readonly Sign[] = [
  {
    words:
      /\b(?:said|says|told|tells|according to|announced|added|reported|stated|wrote|statement|spokes(?:man|woman|person))\b/gi,
    weight: -1.15,
  },
  {
    words:
      /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b/g,
    weight: -0.67,
  },
  { words: /\b(?:I|my|me|we|our|us|ourselves|let['’]s)\b/gi, weight: 0.48 },
  { words: /\b(?:should|must|ought|needs? to)\b/gi, weight: 0.26 },
  { words: /\?/g, weight: 0.32 },
  { words: /!/g, weight: 0.13 },
  {
    words:
      /(?:^|[.!?]\s+|\n)(?:But|And|So|Yet|Of course|Indeed|Still|Now|Perhaps|Maybe|Or|Then|Instead|That['’]s|It['’]s|This is|There['’]s|Here['’]s|If|Why|What|How)\b/g,
    weight: 0.78,
  },
  {
    words:
      /\b(?:really|simply|clearly|obviously|surely|actually|frankly|merely|truly|utterly|absurd|ridiculous|disgrace\p{L}*|hypocri\p{L}+|shame\p{L}*|outrage\p{L}*|fool\p{L}*|pathetic|terrible|horrible|bizarre|wrong|right|best|worst|perfect|stunning|even|just|course|rather|quite)\b/giu,
    weight: 1.08,
  },
];

const inTitle: readonly Sign[] = [
  { words: /\?/, weight: 0.57 },
  { words: /^\W*(?:how|why|what|when|where|who|here['’]s|can|is|are|should|do|does)\b/i, weight: 0.67 },
];

const base = -1.09;
/** For each unit of half the logarithm of a text's thousands of characters: reports are short. */
const ofLength = 0.65;

/** Above these sums a text judges, and argues: in cross-validation .965 of what is below the first is a report, and .94 of the reports are below it. */
const judges = -0.2;
const argues = 0.75;

/** In UTF-16 units: a voice shows in the beginning of a text, and not in less than `least`. */
const read = 6000;
const least = 600;
/** Least share of these words in an English text; other languages are not judged. */
const english = /\b(?:the|and|of|to|that|is|was|with|it)\b/gi;
const leastEnglish = 0.08;

/** What a text sounds like: a report, where it is too short or in a language whose voice we do not know. */
export function voiceOf(title: string, text: string): "report" | "analysis" | "opinion" {
  const own = text.slice(0, read).replace(/[“"][^”"\n]{0,600}[”"]/g, " ");
  const words = count(own, /\p{L}+/gu);
  if (own.length < least || count(own, english) < leastEnglish * words) return "report";
  const asked = title.replace(/[‘“"][^’”"]*[’”"]/g, "");
  let sum = base + ofLength * Math.min(2, Math.log(text.length / 1000 + 1) / 2);
  for (const sign of inText) sum += sign.weight * Math.min(3, (100 * count(own, sign.words)) / words);
  for (const sign of inTitle) if (sign.words.test(asked)) sum += sign.weight;
  return sum > argues ? "opinion" : sum > judges ? "analysis" : "report";
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}
