import { counting, type NumberTable } from "./number-grammar.ts";

const many = Number.POSITIVE_INFINITY;
const small = counting(
  "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
);
const tens = counting("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10);

/** "einundzwanzig", "dreihundert", "zweitausend": German writes them in one word. */
function compounds(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [word, value] of Object.entries({ ein: 1, ...small })) {
    if (value > 9) continue;
    for (const [ten, tenValue] of Object.entries(tens)) found[`${word}und${ten}`] = value + tenValue;
    if (word !== "eins") {
      found[`${word}hundert`] = value * 100;
      found[`${word}tausend`] = value * 1000;
    }
  }
  for (const [word, value] of Object.entries({ ...small, ...tens }))
    if (value > 9) found[`${word}tausend`] = value * 1000;
  return found;
}

export const deNumbers: NumberTable = {
  tag: "de",
  decimalComma: true,
  values: { ...small, ...tens, ...compounds() },
  multipliers: { hundert: 100, dutzend: 12 },
  scales: {
    tausend: 1e3,
    million: 1e6,
    millionen: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    billion: 1e12,
    billionen: 1e12,
  },
  shortScales: { "mio.": 1e6, mio: 1e6, "mrd.": 1e9, mrd: 1e9 },
  article: "eine|ein|einer|einem",
  joins: "und",
  half: "einhalb",
  vague: {
    dutzende: [24, many],
    dutzenden: [24, many],
    hunderte: [200, many],
    hunderten: [200, many],
    tausende: [2000, many],
    tausenden: [2000, many],
    zehntausende: [20_000, many],
    zehntausenden: [20_000, many],
    hunderttausende: [200_000, many],
    hunderttausenden: [200_000, many],
    "die hälfte": [0.5, 0.5],
    "der hälfte": [0.5, 0.5],
    "ein drittel": [1 / 3, 1 / 3],
    "zwei drittel": [2 / 3, 2 / 3],
    "ein viertel": [0.25, 0.25],
    "drei viertel": [0.75, 0.75],
    "eine halbe million": [5e5, 5e5],
    "ein paar": [2, many],
  },
  several: "mehrere|einige|mehreren|einigen",
  severalOf: { dutzend: 24, hundert: 200, tausend: 2000, millionen: 2e6, milliarden: 2e9 },
  atLeast: "mindestens|wenigstens|nicht weniger als",
  moreThan: "mehr als|über|gut",
  atMost: "bis zu|höchstens|maximal",
  lessThan: "weniger als|unter|knapp|fast|beinahe",
  about: "etwa|rund|ungefähr|circa|ca\\.|zirka|schätzungsweise",
  months: "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
  units: {
    euro: "EUR",
    dollar: "USD",
    "us-dollar": "USD",
    franken: "CHF",
    pfund: "GBP",
    kilometer: "km",
    kilometern: "km",
    km: "km",
    meter: "m",
    metern: "m",
    tonnen: "t",
    kilogramm: "kg",
    kilo: "kg",
    kg: "kg",
    liter: "l",
    hektar: "ha",
    grad: "°",
    "°": "°",
    "°c": "°",
    megawatt: "MW",
    stunde: "h",
    stunden: "h",
    minuten: "min",
    sekunden: "s",
    tag: "d",
    tage: "d",
    tagen: "d",
    woche: "wk",
    wochen: "wk",
    monat: "mo",
    monate: "mo",
    monaten: "mo",
    jahr: "y",
    jahre: "y",
    jahren: "y",
  },
  labels:
    "Artikel|Art|Paragraf|Paragraph|Kapitel|Zimmer|Linie|Flug|Gleis|Seite|Nummer|Nr|Absatz|Abs|Boeing|Airbus|Formel|Gruppe|Phase|Klasse|Halle|Covid",
  clockAfter: /^(?:[.:]\d\d)?\s?Uhr\b/i,
  clockBefore: /\bum\s\d{1,2}[:.]$/i,
  to: "bis",
  between: "zwischen",
  and: "und",
  outOf: "von",
  link: "",
  ageAfter: /^-jährig|^\sJahre alt/i,
  minus: "minus",
  noCounted: "und oder in im am an auf zu von der die das den dem des für mit aus bei nach uhr bis als",
};
