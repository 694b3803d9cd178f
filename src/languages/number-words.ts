/** How a language writes numbers in words. */
export interface NumberWords {
  readonly tag: string;
  readonly decimalComma: boolean;
  /** Spelled-out numbers ("twenty-one thousand"). */
  readonly spelled: RegExp;
  readonly valueOf: (words: string) => number | undefined;
  /** "dozens", "hundreds of thousands", "a third". */
  readonly vague: RegExp;
  readonly vagueInterval: (words: string) => readonly [number, number] | undefined;
  /** A factor right after a number: " million", "bn". Its name is group 1. */
  readonly scale: RegExp;
  readonly scales: Readonly<Record<string, number>>;
  /** "at least", "up to", … right before a number, and what they make of it. */
  readonly bounds: readonly (readonly [RegExp, (low: number, high: number) => readonly [number, number]])[];
  readonly unitAfter: (after: string) => string | undefined;
  readonly monthBefore: RegExp;
  readonly monthAfter: RegExp;
  /** Words after a number that do not say what is counted. */
  readonly noCounted: ReadonlySet<string>;
}

interface NumberTable {
  readonly tag: string;
  readonly decimalComma: boolean;
  readonly small: string;
  readonly tens: string;
  readonly more: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  readonly joins: string;
  readonly vague: Readonly<Record<string, readonly [number, number]>>;
  readonly atLeast: string;
  readonly moreThan: string;
  readonly atMost: string;
  readonly lessThan: string;
  readonly about: string;
  readonly months: string;
  readonly units: Readonly<Record<string, string>>;
  readonly noCounted: string;
}

const many = Number.POSITIVE_INFINITY;
/** "about 50" is taken for 45 to 55: readers allow a tenth. */
const aboutShare = 0.1;

function numberWords(table: NumberTable): NumberWords {
  const values = new Map<string, number>(Object.entries(table.more));
  for (const [index, word] of table.small.split(" ").entries()) values.set(word, index + 1);
  for (const [index, word] of table.tens.split(" ").entries()) values.set(word, (index + 2) * 10);
  const longest = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join("|");
  const one = longest(values.keys());
  const scales = longest(Object.keys(table.scales));
  const vague = longest(Object.keys(table.vague));
  const before = (words: string) => new RegExp(`(?:^|\\s)(?:${words})\\s+$`, "i");
  return {
    tag: table.tag,
    decimalComma: table.decimalComma,
    spelled: new RegExp(
      `(?<![\\p{L}-])(?:${one})(?:[-\\s](?:${table.joins}\\s)?(?:${one}|${scales}))*(?![\\p{L}-])`,
      "giu",
    ),
    valueOf: (words) => spelledValue(words.toLowerCase(), values, table.scales),
    vague: new RegExp(`(?<![\\p{L}-])(?:${vague})(?![\\p{L}-])`, "giu"),
    vagueInterval: (words) => table.vague[words.toLowerCase()],
    scale: new RegExp(`^[\\s-]?(${scales})(?![\\p{L}])`, "iu"),
    scales: table.scales,
    bounds: [
      [before(table.atLeast), (low) => [low, many]],
      [before(table.moreThan), (low) => [low, many]],
      [before(table.atMost), (_, high) => [0, high]],
      [before(table.lessThan), (_, high) => [0, high]],
      [before(table.about), (low, high) => [low * (1 - aboutShare), high * (1 + aboutShare)]],
    ],
    unitAfter: (after) => {
      const word = after.match(/^[-\s]*([\p{L}°]+)/u)?.[1]?.toLowerCase();
      return word === undefined ? undefined : table.units[word];
    },
    monthBefore: new RegExp(`(?:^|\\s)(?:${table.months})\\.?\\s+$`, "i"),
    monthAfter: new RegExp(`^\\.?\\s+(?:de\\s)?(?:${table.months})(?![\\p{L}])`, "iu"),
    noCounted: new Set(table.noCounted.split(" ")),
  };
}

function spelledValue(
  words: string,
  values: ReadonlyMap<string, number>,
  scales: Readonly<Record<string, number>>,
): number | undefined {
  let total = 0;
  let current = 0;
  for (const word of words.split(/[-\s]+/)) {
    const value = values.get(word);
    const scale = scales[word];
    if (value === 100) current = (current || 1) * 100;
    else if (value !== undefined) current += value;
    else if (scale !== undefined) {
      total += (current || 1) * scale;
      current = 0;
    }
  }
  return total + current > 0 ? total + current : undefined;
}

const en = numberWords({
  tag: "en",
  decimalComma: false,
  small:
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  tens: "twenty thirty forty fifty sixty seventy eighty ninety",
  more: { hundred: 100 },
  scales: { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12, k: 1e3 },
  joins: "and",
  vague: {
    dozens: [24, many],
    "a dozen": [12, 12],
    scores: [40, many],
    hundreds: [200, many],
    thousands: [2000, many],
    "tens of thousands": [20_000, many],
    "hundreds of thousands": [200_000, many],
    millions: [2e6, many],
    "a third": [1 / 3, 1 / 3],
    "two thirds": [2 / 3, 2 / 3],
    "two-thirds": [2 / 3, 2 / 3],
    "a quarter": [0.25, 0.25],
    "three quarters": [0.75, 0.75],
    "half a million": [5e5, 5e5],
    "half a billion": [5e8, 5e8],
  },
  atLeast: "at least|no fewer than|no less than|a minimum of",
  moreThan: "more than|over|above|upwards of|exceeding",
  atMost: "up to|at most|as many as|a maximum of|no more than",
  lessThan: "fewer than|less than|under|below|nearly|almost",
  about: "about|around|some|roughly|approximately|an estimated|close to",
  months:
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
  units: {
    dollars: "USD",
    euros: "EUR",
    pounds: "GBP",
    km: "km",
    kilometres: "km",
    kilometers: "km",
    miles: "mi",
    metres: "m",
    meters: "m",
    feet: "ft",
    tonnes: "t",
    tons: "t",
    kg: "kg",
    hectares: "ha",
    acres: "acre",
    degrees: "°",
    mph: "mph",
    hours: "h",
    minutes: "min",
    days: "d",
    weeks: "wk",
    months: "mo",
    years: "y",
  },
  noCounted: "of in on at to and or but the a an for from by with as per that who which were was is are have had has",
});
const de = numberWords({
  tag: "de",
  decimalComma: true,
  small:
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
  tens: "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
  more: { hundert: 100 },
  scales: { tausend: 1e3, million: 1e6, millionen: 1e6, "mio.": 1e6, milliarde: 1e9, milliarden: 1e9, "mrd.": 1e9 },
  joins: "und",
  vague: {
    dutzende: [24, many],
    "ein dutzend": [12, 12],
    hunderte: [200, many],
    tausende: [2000, many],
    millionen: [2e6, many],
    "ein drittel": [1 / 3, 1 / 3],
    "zwei drittel": [2 / 3, 2 / 3],
    "ein viertel": [0.25, 0.25],
  },
  atLeast: "mindestens|wenigstens|nicht weniger als",
  moreThan: "mehr als|über|gut",
  atMost: "bis zu|höchstens|maximal",
  lessThan: "weniger als|unter|knapp|fast|beinahe",
  about: "etwa|rund|ungefähr|circa|ca\\.|zirka",
  months: "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
  units: {
    euro: "EUR",
    dollar: "USD",
    kilometer: "km",
    km: "km",
    meter: "m",
    tonnen: "t",
    hektar: "ha",
    grad: "°",
    stunden: "h",
    minuten: "min",
    tage: "d",
    tagen: "d",
    wochen: "wk",
    monate: "mo",
    monaten: "mo",
    jahre: "y",
    jahren: "y",
  },
  noCounted: "und oder in im am an auf zu von der die das den dem des für mit aus bei nach uhr",
});
const fr = numberWords({
  tag: "fr",
  decimalComma: true,
  small:
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
  tens: "vingt trente quarante cinquante soixante",
  more: { cent: 100, cents: 100 },
  scales: { mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  joins: "et",
  vague: {
    "des dizaines": [20, many],
    "une douzaine": [12, 12],
    "des centaines": [200, many],
    "des milliers": [2000, many],
    "un tiers": [1 / 3, 1 / 3],
    "deux tiers": [2 / 3, 2 / 3],
    "un quart": [0.25, 0.25],
  },
  atLeast: "au moins|au minimum",
  moreThan: "plus de|plus d['’]",
  atMost: "jusqu['’]à|au plus|au maximum",
  lessThan: "moins de|près de|presque",
  about: "environ|quelque|à peu près|une",
  months: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  units: {
    euros: "EUR",
    dollars: "USD",
    kilomètres: "km",
    km: "km",
    mètres: "m",
    tonnes: "t",
    hectares: "ha",
    degrés: "°",
    heures: "h",
    minutes: "min",
    jours: "d",
    semaines: "wk",
    mois: "mo",
    ans: "y",
    années: "y",
  },
  noCounted: "de et ou à au aux en dans sur pour par avec du des le la les d h",
});
const es = numberWords({
  tag: "es",
  decimalComma: true,
  small:
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
  tens: "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  more: { cien: 100, ciento: 100 },
  scales: { mil: 1e3, millón: 1e6, millones: 1e6 },
  joins: "y",
  vague: {
    decenas: [20, many],
    "una docena": [12, 12],
    cientos: [200, many],
    centenares: [200, many],
    miles: [2000, many],
    "un tercio": [1 / 3, 1 / 3],
    "dos tercios": [2 / 3, 2 / 3],
    "un cuarto": [0.25, 0.25],
  },
  atLeast: "al menos|por lo menos|como mínimo",
  moreThan: "más de",
  atMost: "hasta|como máximo",
  lessThan: "menos de|casi|cerca de",
  about: "unos|unas|alrededor de|aproximadamente",
  months: "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
  units: {
    euros: "EUR",
    dólares: "USD",
    kilómetros: "km",
    km: "km",
    metros: "m",
    toneladas: "t",
    hectáreas: "ha",
    grados: "°",
    horas: "h",
    minutos: "min",
    días: "d",
    semanas: "wk",
    meses: "mo",
    años: "y",
  },
  noCounted: "de y o a al en para por con del el la los las que",
});

const all = [en, de, fr, es];

/** The number words of a language; the English ones for a language we know nothing of, whose digits still count. */
export function numberWordsFor(tag: string): NumberWords {
  return all.find((words) => words.tag === tag) ?? en;
}
