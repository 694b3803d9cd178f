/** How a language names times that chrono-node does not read, or reads wrongly. Every pattern is searched in one sentence. */
export interface TimeWords {
  /** Years that stand for themselves, the year in the last group. */
  readonly year: RegExp;
  /** "between 2014 and 2018": both years, in two groups. */
  readonly years: RegExp;
  /** "the 1990s": the first three figures in group 1. */
  readonly decade: RegExp;
  /** A month with or without a year, in groups `month` and `year`. */
  readonly month: RegExp;
  readonly months: readonly string[];
  /** "last week", "el año pasado": how far from now, by unit. */
  readonly relative: readonly (readonly [RegExp, RelativeUnit, number])[];
  /** "three years ago": the count (a figure or a word of `counts`) in group 1, the unit in group 2. */
  readonly ago: RegExp;
  readonly units: Readonly<Record<string, RelativeUnit>>;
  readonly counts: Readonly<Record<string, number>>;
}

export type RelativeUnit = "day" | "week" | "month" | "year" | "decade";

const years = "(?:1[89]|20)\\d\\d";
const notCounted =
  "(?![\\d%]|[.,]\\d|\\s?(?:people|dead|km|miles|men|women|dollars|euros?|menschen|personnes|personas|homes|jobs|tonnes|troops|dólares|voters|seats))";

function monthPattern(before: string, months: string, of = ""): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:${before})[\\s-](?<month>${months})(?![\\p{L}-])(?!\\.?\\s\\d{1,2}(?!\\d))(?:,?\\s${of}(?<year>${years}))?`,
    "giu",
  );
}

const en: TimeWords = {
  year: new RegExp(
    `(?<![\\p{L}\\d.,$£€/-])(?:(?:in|since|by|until|till|of|the|from|to|through|around|before|after)\\s(?:(?:early|late|mid)[\\s-])?|(?:reported|for|during)\\s)(${years})${notCounted}(?!\\s?[-–]\\s?\\d)(?!s)`,
    "giu",
  ),
  years: new RegExp(`(?:between|from)\\s(${years})\\s(?:and|to|until|through)\\s(${years})`, "gi"),
  decade: /\b(?:the|early|late|mid-?) ?((?:1[89]|20)\d)0s\b/gi,
  month: monthPattern(
    "in(?:\\s(?:early|late|mid))?|since|from|until|by|(?:in\\s)?mid",
    "january|february|march|april|may|june|july|august|september|october|november|december",
  ),
  months: "january february march april may june july august september october november december".split(" "),
  relative: [
    [/\b(?:earlier |later )?this week\b/gi, "week", 0],
    [/\b(?:last|the previous|the past) week\b/gi, "week", -1],
    [/\bnext week\b/gi, "week", 1],
  ],
  ago: /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten) (decades?) ago\b/gi,
  units: { decade: "decade", decades: "decade" },
  counts: { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
};

const de: TimeWords = {
  year: new RegExp(
    `(?<![\\p{L}\\d.,/-])(?:(?:[Ii]m Jahre?|[Ss]eit|[Bb]is|[Vv]on|[Aa]b|Anfang|Ende|Mitte|[Vv]or|[Nn]ach)\\s|^\\s*|(?<=[,;]\\s)|(?<=\\p{Ll}\\s))(${years})${notCounted}(?!er|-|\\s?\\p{Lu}|\\s?Uhr)`,
    "gu",
  ),
  years: new RegExp(`(?:zwischen|von)\\s(${years})\\s(?:und|bis)\\s(${years})`, "gi"),
  decade: /\b((?:1[89]|20)\d)0er(?:[- ]?jahren?)?\b/gi,
  month: monthPattern(
    "im|seit|bis|ende|anfang|mitte",
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
  ),
  months: "januar februar märz april mai juni juli august september oktober november dezember".split(" "),
  relative: [
    [/\b(?:letzte|vergangene|vorige)[nr]? woche\b/gi, "week", -1],
    [/\b(?:nächste|kommende)[nr]? woche\b/gi, "week", 1],
    [/\b(?:letzten|vergangenen|vorigen) monat\b/gi, "month", -1],
    [/\b(?:letztes|vergangenes|voriges|letzten|vergangenen|vorigen) jahr\b/gi, "year", -1],
    [/\b(?:nächstes|kommendes|nächsten|kommenden) jahr\b/gi, "year", 1],
  ],
  ago: /\bvor (\d+|einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn) (tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\b/gi,
  units: {
    tag: "day",
    tagen: "day",
    woche: "week",
    wochen: "week",
    monat: "month",
    monaten: "month",
    jahr: "year",
    jahren: "year",
  },
  counts: { einem: 1, einer: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10 },
};

const fr: TimeWords = {
  year: new RegExp(
    `(?<![\\p{L}\\d.,/-])(?:en|depuis|dès|fin|début|avant|après|de|à|jusqu['’]en|d['’]ici(?:\\s(?:à|fin))?)\\s(${years})${notCounted}`,
    "giu",
  ),
  years: new RegExp(`(?:entre|de)\\s(${years})\\s(?:et|à)\\s(${years})`, "gi"),
  decade: /\bannées ((?:1[89]|20)\d)0\b/gi,
  month: monthPattern(
    "en|depuis|fin|début|mi|dès",
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  ),
  months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  relative: [
    [/\bla semaine (?:dernière|passée)/gi, "week", -1],
    [/\bla semaine prochaine\b/gi, "week", 1],
    [/\ble mois dernier\b/gi, "month", -1],
    [/\ble mois prochain\b/gi, "month", 1],
    [/(?<!\p{L})(?:l['’]an dernier|l['’]année dernière|l['’]an passé)/giu, "year", -1],
    [/(?<!\p{L})(?:l['’]an prochain|l['’]année prochaine)/giu, "year", 1],
  ],
  ago: /\bil y a (\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (jours?|semaines?|mois|ans?|années?)(?!\p{L})/giu,
  units: {
    jour: "day",
    jours: "day",
    semaine: "week",
    semaines: "week",
    mois: "month",
    an: "year",
    ans: "year",
    année: "year",
    années: "year",
  },
  counts: { un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10 },
};

const es: TimeWords = {
  year: new RegExp(
    `(?<![\\p{L}\\d.,/-])(?:en|desde|de|del|hasta|para|a|hacia|antes de|año)\\s(${years})${notCounted}`,
    "giu",
  ),
  years: new RegExp(`(?:entre|de|desde)\\s(${years})\\s(?:y|a|hasta)\\s(${years})`, "gi"),
  decade: /\b(?:años|década de(?: los)?) ((?:1[89]|20)\d)0\b/gi,
  month: monthPattern(
    "en|desde|hasta|a (?:finales|principios|mediados) de",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "(?:de\\s)?",
  ),
  months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  relative: [
    [/\bla (?:semana pasada|pasada semana)\b/gi, "week", -1],
    [/\bla (?:próxima semana|semana próxima|semana que viene)\b/gi, "week", 1],
    [/\bel (?:mes pasado|pasado mes)(?! de)\b/gi, "month", -1],
    [/\bel (?:próximo mes|mes próximo|mes que viene)\b/gi, "month", 1],
    [/\bel (?:año pasado|pasado año)/gi, "year", -1],
    [/\bel (?:próximo año|año próximo|año que viene)/gi, "year", 1],
  ],
  ago: /\bhace (\d+|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (días?|semanas?|mes(?:es)?|años?)(?!\p{L})/giu,
  units: {
    día: "day",
    días: "day",
    semana: "week",
    semanas: "week",
    mes: "month",
    meses: "month",
    año: "year",
    años: "year",
  },
  counts: { un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10 },
};

const all: Readonly<Record<string, TimeWords>> = { en, de, fr, es };

/** The time words of a language, by primary tag; undefined where we know none. */
export function timeWordsFor(tag: string): TimeWords | undefined {
  return all[tag];
}
