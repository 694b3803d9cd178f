/** English names and units that are written in several ways, lower case and without stops, by the one that stands for them all. */
const aliases: Readonly<Record<string, string>> = {
  us: "u.s",
  usa: "u.s",
  america: "u.s",
  "united states": "u.s",
  uk: "u.k",
  britain: "u.k",
  "united kingdom": "u.k",
  un: "u.n",
  "united nations": "u.n",
  eu: "e.u",
  "european union": "e.u",
  ceo: "ceo",
  "chief executive": "ceo",
};

/** What follows a number: its scale, however it is cut short. */
const scales: Readonly<Record<string, string>> = {
  m: "million",
  mn: "million",
  mln: "million",
  million: "million",
  b: "billion",
  bn: "billion",
  billion: "billion",
  tn: "trillion",
  trillion: "trillion",
  k: "thousand",
  thousand: "thousand",
};

const shortTimes: Readonly<Record<string, string>> = {
  jan: "january",
  feb: "february",
  aug: "august",
  sep: "september",
  sept: "september",
  oct: "october",
  nov: "november",
  dec: "december",
  mon: "monday",
  tue: "tuesday",
  tues: "tuesday",
  wed: "wednesday",
  thu: "thursday",
  thur: "thursday",
  thurs: "thursday",
  fri: "friday",
};

/** The one form of a name or title of one or two words ("united states" gives "u.s"), undefined where it has no other forms. */
export function aliasOf(words: string): string | undefined {
  return Object.hasOwn(aliases, words) ? aliases[words] : undefined;
}

/** "bn" as "billion"; undefined where the word after a number is no scale. */
export function scaleOf(word: string): string | undefined {
  return Object.hasOwn(scales, word) ? scales[word] : undefined;
}

/** A month or weekday cut short in full ("sept" gives "september"), any other word unchanged. */
export function fullTime(word: string): string {
  return Object.hasOwn(shortTimes, word) ? (shortTimes[word] ?? word) : word;
}
