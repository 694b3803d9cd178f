/** Month names as feeds write them, whole or cut to their first letters; en, de, fr, es, it, pt, nl, el, hu. Accents do not matter. */
const months: readonly string[] = [
  "january januar janner janvier enero gennaio janeiro januari ιανουαριος januar",
  "february februar feber fevrier febrero febbraio fevereiro februari φεβρουαριος februar",
  "march marz maerz mars marzo marco maart μαρτιος marcius mrz mrt",
  "april avril abril aprile απριλιος aprilis",
  "may mai mayo maggio maio mei μαιος majus",
  "june juni juin junio giugno junho ιουνιος junius",
  "july juli juillet julio luglio julho ιουλιος julius",
  "august aout agosto augustus αυγουστος augusztus",
  "september septembre septiembre settembre setembro σεπτεμβριος szeptember sept",
  "october oktober octobre octubre ottobre outubro οκτωβριος oktober",
  "november novembre noviembre novembro νοεμβριος november",
  "december dezember decembre diciembre dicembre dezembro δεκεμβριος december",
];
const monthNames = months.map((names) => names.split(" "));

/** The month (1 to 12) that a word names, whole or abbreviated to at least three letters; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  const plain = word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/\.$/, "")
    .toLowerCase()
    .replace(/ς$/, "σ");
  if (plain.length < 3) return undefined;
  const fits = (name: string) => name.replace(/ς$/, "σ").startsWith(plain);
  const whole = monthNames.findIndex((names) => names.some((name) => name.length === plain.length && fits(name)));
  if (whole >= 0) return whole + 1;
  const found = monthNames.flatMap((names, i) => (names.some(fits) ? [i + 1] : []));
  // "jui" is June and July in French: a cut that fits two months names neither.
  return found.length === 1 ? found[0] : frenchCuts[plain];
}

const frenchCuts: Readonly<Record<string, number>> = { juin: 6, juil: 7, mar: 3 };

/**
 * Zone abbreviations in hours east of UTC. Where one name stands for several zones, the one more feeds come from is meant: IST is
 * India's, CST and EST are North America's, BST is Britain's summer.
 */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  mez: 1,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  trt: 3,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  pt: -8,
  akst: -9,
  akdt: -8,
  hst: -10,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  art: -3,
  clt: -4,
  clst: -3,
  cot: -5,
  pet: -5,
  vet: -4,
  cat: 2,
  eat: 3,
  wat: 1,
  sast: 2,
  gst: 4,
  pkt: 5,
  ist: 5.5,
  npt: 5.75,
  wib: 7,
  ict: 7,
  hkt: 8,
  sgt: 8,
  pht: 8,
  myt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};

/** Minutes east of UTC of a zone abbreviation, or undefined for one we do not know. */
export function zoneMinutes(name: string): number | undefined {
  const hours = zones[name.toLowerCase().replace(/^etc\//, "")];
  return hours === undefined ? undefined : hours * 60;
}
