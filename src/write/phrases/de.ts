import { differenceLabel } from "./difference-label.ts";
import { speakingParts, voicesIn } from "./in-sum.ts";
import { capital, listWith, numberFrom, timeWith } from "./listing.ts";
import type { FrameKind, Phrases, QuestionFilling } from "./phrases.ts";

const number = numberFrom([
  "kein",
  "ein",
  "zwei",
  "drei",
  "vier",
  "fünf",
  "sechs",
  "sieben",
  "acht",
  "neun",
  "zehn",
  "elf",
  "zwölf",
]);
const list = listWith("und");
const months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");
const quote = (words: string) => `„${words}“`;
const quoted = (words: readonly string[]) => list(words.map(quote));
const articles = (n: number) => (n === 1 ? "einem Artikel" : `${number(n)} Artikeln`);
const origins = (n: number) => (n === 1 ? "einer unabhängigen Quelle" : `${number(n)} unabhängigen Quellen`);
const outletsOf = (n: number) => (n === 1 ? "einem Medium" : `${number(n)} Medien`);

const frames: Record<FrameKind, string> = {
  dead: "der Zahl der Toten",
  injured: "der Zahl der Verletzten",
  missing: "der Zahl der Vermissten",
  arrested: "der Zahl der Festnahmen",
  displaced: "der Zahl der Vertriebenen",
  percent: "dem Prozentsatz",
  sum: "der Geldsumme",
  count: "der genannten Zahl",
};
const difference = differenceLabel(
  {
    names: {
      certainty: "der Gewissheit von",
      attribution: "der Quelle für",
      dispute: "der bestrittenen Aussage über",
      wording: "der Wortwahl",
      number: "der Zahl",
      person: "der genannten Person",
      body: "der genannten Stelle",
      place: "dem genannten Ort",
      date: "dem Datum",
      negation: "der Behauptung",
    },
    sides: { before: "nach", behind: "vor", beside: "bei" },
  },
  quote,
);
const states: Partial<Record<FrameKind, string>> = {
  dead: "Tote",
  injured: "Verletzte",
  missing: "Vermisste",
  arrested: "Festnahmen",
  displaced: "Vertriebene",
};
const about = (f: QuestionFilling) => (f.about ? ` (${f.about})` : "");

const speaking = {
  only: "nur ",
  one: "spricht von",
  several: "sprechen von",
  ahead: "dem, was folgen könnte",
  limits: "Grenzen und Risiken",
  causes: "Ursachen und Interessen",
};

export const de: Phrases = {
  tag: "de",
  number,
  list,
  quote,
  time: timeWith(
    (day, month, year) => `${day}. ${months[month - 1]} ${year}`,
    (time, day) => `${day}, ${time} Uhr UTC`,
  ),

  accordingTo: (outlet) => `${outlet} berichtet: `,
  colon: (who) => `${who}: `,
  quotedBy: (speaker, outlet) => `${speaker}, zitiert von ${outlet}: `,
  reportedBy: (outlets) => `${capital(list(outlets))} ${outlets.length === 1 ? "berichtet" : "berichten"}: `,
  replies: (outlet) => `Dagegen steht bei ${outlet} die Antwort: `,

  standfirst: ({ outlets, origins: n, articles: m, differ }) =>
    `${capital(outlets === 1 ? "ein Medium berichtet" : `${number(outlets)} Medien berichten`)} darüber in ${articles(m)}` +
    `${n < outlets ? ` aus ${origins(n)}` : ""}${differ ? `; sie unterscheiden sich in ${differ}` : ""}.`,
  standfirstOne: ({ outlet, articles: n }) =>
    `Nur ein Medium, ${outlet}, berichtet darüber${n > 1 ? ` in ${articles(n)}` : ""}; bei keinem anderen von uns gelesenen steht es bisher.`,
  excerptsOnly: "nur die Auszüge in den Feeds waren lesbar",

  frame: (kind, counted) => (kind === "count" && counted ? `der Zahl (${counted})` : frames[kind]),
  frameWith: (frame, words) => `${frame} bei ${quoted(words)}`,
  frameValue: (kind, amount, counted) => {
    const state = states[kind] ?? (kind === "count" ? counted : undefined);
    return state && !amount.toLowerCase().includes(state.toLowerCase()) ? `${amount} ${state}` : amount;
  },

  allNameThese: (outlets, names) =>
    `${capital(list(outlets))} schreiben ${outlets.length === 2 ? "beide" : "alle"} über ${list(names)}.`,
  stresses: (outlet, terms, others) =>
    `${outlet} gibt ${quoted(terms)} mehr Raum als ${others === 1 ? "das andere Medium" : "die anderen"}.`,
  contrast: (a, termsA, b, termsB, others) =>
    `Während ${a} mehr${others === 1 ? "" : " als die anderen"} von ${quoted(termsA)} schreibt, gibt ${b} ${quoted(termsB)} mehr Raum.`,
  stressedClauses: (a, clauseA, b, clauseB) => `${a} betont ${quote(clauseA)}, ${b} hingegen ${quote(clauseB)}.`,
  openings: (a, wordsA, b, wordsB) => `${a} beginnt mit ${quote(wordsA)}, ${b} mit ${quote(wordsB)}.`,
  versions: (subject, versions) =>
    `In ${subject} unterscheiden sie sich: ${versions.map((v) => `${v.value} bei ${list(v.outlets)}`).join("; ")}.`,
  labels: (a, wordA, b, wordB) => `${a} schreibt ${quote(wordA)}, wo ${b} ${quote(wordB)} schreibt.`,
  allCite: (outlets, source) =>
    `${capital(list(outlets))} berufen sich dafür ${outlets.length === 2 ? "beide" : "alle"} auf eine Quelle (${source}): `,
  oneState: (outlets) => `${capital(list(outlets))} gehören einem Staat und zählen als eine Stimme.`,
  agreeOn: (outlets, subject, value) => `In ${subject} stimmen ${list(outlets)} überein: ${value}.`,
  difference,
  hedged: (words) => `${quote(words)}, mit Vorbehalt`,
  flat: (words) => `${quote(words)}, als Tatsache`,
  onlyOutlet: (outlet) => `Von den gelesenen Medien hat nur ${outlet} dies: `,
  notIn: (outlet, n, until) =>
    `Nicht in ${n === 1 ? "dem einen Artikel" : `den ${number(n)} Artikeln`} von ${outlet}, die wir bis ${until} gelesen haben: `,
  overallAgree: (agreeing, all) =>
    agreeing === all
      ? `Insgesamt haben ${all === 2 ? "beide" : `alle ${number(all)}`} Medien dies gemeinsam: `
      : `Insgesamt haben ${number(agreeing)} der ${number(all)} Medien dies gemeinsam: `,
  overallMain: (agreeing, all) =>
    agreeing === all
      ? `Insgesamt berichten ${all === 2 ? "beide" : `alle ${number(all)}`} Medien dasselbe Hauptereignis.`
      : `Insgesamt berichten ${number(agreeing)} der ${number(all)} Medien dasselbe Hauptereignis.`,
  overallOneSource: (agreeing, all, source) =>
    `Insgesamt berichten ${agreeing === all ? (all === 2 ? "beide" : `alle ${number(all)}`) : `${number(agreeing)} der ${number(all)}`} Medien dasselbe Hauptereignis, nach einer Quelle (${source}).`,
  overallDiffer: (outlets, subjects) =>
    `Insgesamt erzählen die ${number(outlets)} Medien eine gemeinsame Geschichte und unterscheiden sich in ${list(subjects)}.`,
  overallNone: (outlets) =>
    `Insgesamt betonen die ${number(outlets)} Medien Verschiedenes, und die meisten beginnen nicht mit ein und demselben Ereignis.`,
  overallOne: (outlet) =>
    `Insgesamt beruht dies allein auf ${outlet}, und es gibt keinen anderen Bericht zum Vergleich.`,
  inSum: (groups) => {
    const voices = voicesIn(groups);
    const parts = speakingParts(groups, speaking, list);
    return `Alles in allem ${voices === 1 ? "kommt eine Stimme" : `kommen ${number(voices)} Stimmen`} zur Bedeutung zu Wort: ${parts.join("; ")}.`;
  },

  question: (kind, f) => {
    switch (kind) {
      case "how-many":
        if (f.frame === "dead") return `Wie viele Menschen kamen ums Leben${about(f)}?`;
        if (f.frame === "injured") return `Wie viele Menschen wurden verletzt${about(f)}?`;
        if (f.frame === "missing") return `Wie viele Menschen werden vermisst${about(f)}?`;
        if (f.frame === "arrested") return `Wie viele Menschen wurden festgenommen${about(f)}?`;
        if (f.frame === "displaced") return `Wie viele Menschen mussten ihr Zuhause verlassen${about(f)}?`;
        return `Wie viele sind es: ${f.counted ?? ""}${about(f)}?`;
      case "who":
        return `Wer ist ${f.about}?`;
      case "wants":
        return `Was will ${f.about}?`;
      case "why":
        return `Was steckt hinter den Nachrichten über ${f.about}?`;
      case "next":
        return f.aboutIsPlace ? `Wie geht es in ${f.about} weiter?` : `Wie geht es mit ${f.about} weiter?`;
      case "differ":
        return `Worin unterscheiden sich die Berichte über ${f.about}?`;
      case "said":
        return `Was hat ${f.about} gesagt?`;
      case "denied":
        return `Was weist ${f.about} zurück?`;
      case "unknown":
        return `Was ist über ${f.about} noch nicht bekannt?`;
    }
  },
  teaser: (kind, f) => {
    const read = `Für diese Antwort ${f.articles === 1 ? "wurde ein Artikel" : `wurden ${number(f.articles)} Artikel`} aus ${outletsOf(f.outlets)} gelesen, der neueste vom ${f.newest}.`;
    switch (kind) {
      case "how-many":
        return `Zahlen ändern sich in den ersten Stunden und Tagen, und nicht alle Medien nennen dieselbe. Die Antwort lässt jede Zahl bei dem Medium, das sie gedruckt hat. ${read}`;
      case "who":
        return `Der Name ${f.about} steht in mehreren Berichten, und nicht alle sagen, wer oder was das ist. Die Antwort sammelt, was sie sagen. ${read}`;
      case "wants":
        return `Was ${f.about} tut, wird öfter berichtet als das, was damit erreicht werden soll. Die Antwort sammelt Ziele und Forderungen, jede mit dem Medium, das sie hat. ${read}`;
      case "why":
        return `Was geschah, sagen Berichte über ${f.about} schnell; was dahinter steht, dauert länger und ist oft Ansichtssache. Die Antwort nennt, wer es wie sieht. ${read}`;
      case "next":
        return `Zu ${f.about} ist manches angekündigt, anderes wird nur erwartet, und Erwartungen können fehlgehen. Die Antwort sagt, wer was erwartet oder ankündigt. ${read}`;
      case "differ":
        return `Berichte über ${f.about} stimmen nicht immer überein, und wer nur einen gelesen hat, merkt es nicht. Die Antwort stellt die Fassungen nebeneinander. ${read}`;
      case "said":
        return `Auf dem Weg in eine Schlagzeile werden Worte oft gekürzt. Die Antwort gibt die Sätze so wieder, wie sie gedruckt wurden, mit dem Medium, das sie hat. ${read}`;
      case "denied":
        return `Eine Behauptung und ihr Dementi bekommen selten gleich viel Raum. Die Antwort sagt, was zurückgewiesen wird, und in wessen Worten. ${read}`;
      case "unknown":
        return `Zu einer frischen Nachricht gehört, was noch niemand sagen kann. Die Antwort sammelt, was die Berichte selbst offen oder unbestätigt nennen. ${read}`;
    }
  },
};
