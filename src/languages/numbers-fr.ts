import { counting, type NumberTable } from "./number-grammar.ts";

const many = Number.POSITIVE_INFINITY;
const about = (value: number): readonly [number, number] => [value * 0.9, value * 1.1];
const small = counting(
  "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
);

/** "vingt-deux", "soixante et onze", "quatre-vingt-dix-neuf": counted by twenties above sixty. */
function belowHundred(): Record<string, number> {
  const found: Record<string, number> = { ...small, une: 1, "quatre-vingts": 80 };
  const tens = { ...counting("vingt trente quarante cinquante soixante", 20, 10), "quatre-vingt": 80 };
  for (const [ten, tenValue] of Object.entries(tens)) {
    found[ten] = tenValue;
    for (const [word, value] of Object.entries(small)) {
      if (value > (tenValue >= 60 ? 19 : 9)) continue;
      found[`${ten}-${word}`] = tenValue + value;
      if (value === 1 || value === 11) {
        found[`${ten} et ${word}`] = tenValue + value;
        found[`${ten}-et-${word}`] = tenValue + value;
      }
    }
  }
  return found;
}

export const frNumbers: NumberTable = {
  tag: "fr",
  decimalComma: true,
  values: belowHundred(),
  multipliers: { cent: 100, cents: 100 },
  scales: { mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  shortScales: { md: 1e9, mds: 1e9 },
  article: "un|une",
  joins: "et",
  half: "et demi",
  vague: {
    "des dizaines": [20, many],
    "une dizaine": about(10),
    "une douzaine": [12, 12],
    "une quinzaine": about(15),
    "une vingtaine": about(20),
    "une trentaine": about(30),
    "une quarantaine": about(40),
    "une cinquantaine": about(50),
    "une soixantaine": about(60),
    "une centaine": about(100),
    "un millier": about(1000),
    "des centaines": [200, many],
    "des milliers": [2000, many],
    "des dizaines de milliers": [20_000, many],
    "des centaines de milliers": [200_000, many],
    "des millions": [2e6, many],
    "la moitié": [0.5, 0.5],
    "un tiers": [1 / 3, 1 / 3],
    "deux tiers": [2 / 3, 2 / 3],
    "un quart": [0.25, 0.25],
    "trois quarts": [0.75, 0.75],
    "un demi-million": [5e5, 5e5],
  },
  several: "plusieurs|quelques",
  severalOf: { dizaines: 20, centaines: 200, milliers: 2000, millions: 2e6, milliards: 2e9 },
  atLeast: "au moins|au minimum",
  moreThan: "plus de|plus d['’]",
  atMost: "jusqu['’]à|au plus|au maximum",
  lessThan: "moins de|près de|presque",
  about: "environ|quelque|à peu près",
  months: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  units: {
    euro: "EUR",
    euros: "EUR",
    dollar: "USD",
    dollars: "USD",
    livres: "GBP",
    kilomètre: "km",
    kilomètres: "km",
    km: "km",
    mètre: "m",
    mètres: "m",
    tonnes: "t",
    kilos: "kg",
    kilogrammes: "kg",
    kg: "kg",
    litres: "l",
    hectares: "ha",
    degrés: "°",
    "°": "°",
    "°c": "°",
    mégawatts: "MW",
    heures: "h",
    minutes: "min",
    secondes: "s",
    jours: "d",
    semaines: "wk",
    mois: "mo",
    ans: "y",
    an: "y",
    années: "y",
  },
  labels: "article|articles|Article|chapitre|vol|chambre|numéro|page|n°|Boeing|Airbus|Formule|groupe|phase|ligne|Covid",
  clockAfter: /^\s?h(?:eures)?(?:\s?\d{2})(?!\d)|^\s?h\b/i,
  clockBefore: /\d\s?h(?:eures)?\s?$/i,
  to: "à",
  between: "entre",
  and: "et",
  outOf: "sur",
  link: "(?:\\s?d['’]|\\sde\\s)",
  ageAfter: /^\sans?\b(?=[,.;)\s])/i,
  minus: "moins",
  noCounted: "de et ou à au aux en dans sur pour par avec du des le la les d h",
};
