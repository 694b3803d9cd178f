import { differenceLabel } from "./difference-label.ts";
import { speakingParts, voicesIn } from "./in-sum.ts";
import { capital, listWith, numberFrom, timeWith } from "./listing.ts";
import type { FrameKind, Phrases, QuestionFilling } from "./phrases.ts";

const number = numberFrom([
  "aucun",
  "un",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
  "onze",
  "douze",
]);
const list = listWith("et");
const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const quote = (words: string) => `« ${words} »`;
const quoted = (words: readonly string[]) => list(words.map(quote));
const many = (n: number, one: string, more = `${one}s`) => `${number(n)} ${n === 1 ? one : more}`;

const frames: Record<FrameKind, string> = {
  dead: "le nombre de morts",
  injured: "le nombre de blessés",
  missing: "le nombre de disparus",
  arrested: "le nombre d'arrestations",
  displaced: "le nombre de déplacés",
  percent: "le pourcentage",
  sum: "la somme d'argent",
  count: "le chiffre",
};
const difference = differenceLabel(
  {
    names: {
      certainty: "la certitude de",
      attribution: "la source de",
      dispute: "l’affirmation contestée sur",
      wording: "le choix des mots",
      number: "le chiffre",
      person: "la personne nommée",
      body: "l’organisme nommé",
      place: "le lieu nommé",
      date: "la date",
      negation: "l’affirmation",
    },
    sides: { before: "après", behind: "avant", beside: "avec" },
  },
  quote,
);
const states: Partial<Record<FrameKind, string>> = {
  dead: "morts",
  injured: "blessés",
  missing: "disparus",
  arrested: "arrestations",
  displaced: "déplacés",
};
const about = (f: QuestionFilling) => (f.about ? ` (${f.about})` : "");

const speaking = {
  only: "seul(e) ",
  one: "parle",
  several: "parlent",
  ahead: "de ce qui peut suivre",
  limits: "des limites et des risques",
  causes: "des causes et des intérêts",
};

export const fr: Phrases = {
  tag: "fr",
  number,
  list,
  quote,
  time: timeWith(
    (day, month, year) => `${day === 1 ? "1er" : day} ${months[month - 1]} ${year}`,
    (time, day) => `${day} à ${time} UTC`,
  ),

  accordingTo: (outlet) => `Selon ${outlet} : `,
  colon: (who) => `${who} : `,
  quotedBy: (speaker, outlet) => `${speaker}, cité par ${outlet} : `,
  reportedBy: (outlets) => `${capital(list(outlets))} ${outlets.length === 1 ? "rapporte" : "rapportent"} ceci : `,
  replies: (outlet) => `En réponse, on lit dans ${outlet} : `,

  standfirst: ({ outlets, origins, articles, differ }) =>
    `${capital(outlets === 1 ? "un média en parle" : `${number(outlets)} médias en parlent`)} dans ${many(articles, "article")}` +
    `${origins < outlets ? ` issus de ${many(origins, "source indépendante", "sources indépendantes")}` : ""}` +
    `${differ ? ` ; ils divergent sur ${differ}` : ""}.`,
  standfirstOne: ({ outlet, articles }) =>
    `Un seul média, ${outlet}, en parle${articles > 1 ? ` dans ${many(articles, "article")}` : ""} ; aucun autre de ceux que nous lisons ne l'a pour l'instant.`,
  excerptsOnly: "seuls les extraits des flux ont pu être lus",

  frame: (kind, counted) => (kind === "count" && counted ? `le nombre (${counted})` : frames[kind]),
  frameWith: (frame, words) => `${frame} cité avec ${quoted(words)}`,
  frameValue: (kind, amount, counted) => {
    const state = states[kind] ?? (kind === "count" ? counted : undefined);
    return state && !amount.toLowerCase().includes(state) ? `${amount} ${state}` : amount;
  },

  allNameThese: (outlets, names) => `${capital(list(outlets))} parlent tous de ${list(names)}.`,
  stresses: (outlet, terms, others) =>
    `${outlet} donne plus de place que ${others === 1 ? "l'autre" : "les autres"} à ${quoted(terms)}.`,
  contrast: (a, termsA, b, termsB, others) =>
    `Tandis que ${a} insiste plus${others === 1 ? "" : " que les autres"} sur ${quoted(termsA)}, ${b} donne plus de place à ${quoted(termsB)}.`,
  stressedClauses: (a, clauseA, b, clauseB) =>
    `${a} insiste sur ceci : ${quote(clauseA)} ; ${b}, sur ceci : ${quote(clauseB)}.`,
  openings: (a, wordsA, b, wordsB) => `${a} commence par ${quote(wordsA)}, ${b} par ${quote(wordsB)}.`,
  versions: (subject, versions) =>
    `Ils divergent sur ${subject} : ${versions.map((v) => `${v.value} selon ${list(v.outlets)}`).join(" ; ")}.`,
  labels: (a, wordA, b, wordB) => `${a} écrit ${quote(wordA)} là où ${b} écrit ${quote(wordB)}.`,
  allCite: (outlets, source) =>
    `${capital(list(outlets))} citent ${outlets.length === 2 ? "tous deux" : "tous"} une seule source (${source}) : `,
  oneState: (outlets) => `${capital(list(outlets))} appartiennent à un seul État et comptent pour une seule voix.`,
  agreeOn: (outlets, subject, value) => `Sur ${subject}, ${list(outlets)} concordent : ${value}.`,
  difference,
  hedged: (words) => `${quote(words)}, avec réserve`,
  flat: (words) => `${quote(words)}, comme un fait`,
  onlyOutlet: (outlet) => `Parmi les médias lus, seul ${outlet} rapporte ceci : `,
  notIn: (outlet, articles, until) =>
    `Absent ${articles === 1 ? "de l'unique article" : `des ${number(articles)} articles`} de ${outlet} lus jusqu'au ${until} : `,
  overallAgree: (agreeing, all) =>
    agreeing === all
      ? `Au total, les ${number(all)} médias ont ceci en commun : `
      : `Au total, ${number(agreeing)} des ${number(all)} médias ont ceci en commun : `,
  overallMain: (agreeing, all) =>
    agreeing === all
      ? `Au total, les ${number(all)} médias rapportent le même événement principal.`
      : `Au total, ${number(agreeing)} des ${number(all)} médias rapportent le même événement principal.`,
  overallOneSource: (agreeing, all, source) =>
    `Au total, ${number(agreeing)} des ${number(all)} médias rapportent le même événement, tous d’après une seule source (${source}).`,
  overallDiffer: (outlets, subjects) =>
    `Au total, les ${number(outlets)} médias racontent la même histoire et divergent sur ${list(subjects)}.`,
  overallNone: (outlets) =>
    `Au total, les ${number(outlets)} médias mettent l'accent sur des points différents, et la plupart n'ouvrent pas sur un même fait.`,
  overallOne: (outlet) => `Au total, tout repose sur ${outlet}, sans autre article pour comparer.`,
  inSum: (groups) => {
    const voices = voicesIn(groups);
    const parts = speakingParts(groups, speaking, list);
    return `En somme, ${voices === 1 ? "une voix se fait" : `${number(voices)} voix se font`} entendre sur le sens de ces événements : ${parts.join(" ; ")}.`;
  },

  question: (kind, f) => {
    switch (kind) {
      case "how-many":
        if (f.frame === "dead") return `Combien de personnes ont été tuées${about(f)} ?`;
        if (f.frame === "injured") return `Combien de personnes ont été blessées${about(f)} ?`;
        if (f.frame === "missing") return `Combien de personnes sont portées disparues${about(f)} ?`;
        if (f.frame === "arrested") return `Combien de personnes ont été arrêtées${about(f)} ?`;
        if (f.frame === "displaced") return `Combien de personnes ont dû quitter leur domicile${about(f)} ?`;
        return `Combien y en a-t-il : ${f.counted ?? ""}${about(f)} ?`;
      case "who":
        return `Qui est ${f.about} ?`;
      case "wants":
        return `Que veut ${f.about} ?`;
      case "why":
        return `Qu'y a-t-il derrière l'actualité de ${f.about} ?`;
      case "next":
        return `Quelle est la suite pour ${f.about} ?`;
      case "differ":
        return `Sur quoi les journaux divergent-ils à propos de ${f.about} ?`;
      case "said":
        return `Qu'a dit ${f.about} ?`;
      case "denied":
        return `Que dément ${f.about} ?`;
      case "unknown":
        return `Que ne sait-on pas encore à propos de ${f.about} ?`;
    }
  },
  teaser: (kind, f) => {
    const read = `${capital(many(f.articles, "article"))} de ${many(f.outlets, "média")} ${f.articles === 1 ? "a été lu" : "ont été lus"} pour cette réponse, le plus récent du ${f.newest}.`;
    switch (kind) {
      case "how-many":
        return `Les bilans changent dans les premières heures, et les médias ne donnent pas toujours le même. La réponse laisse chaque chiffre au média qui l'a publié. ${read}`;
      case "who":
        return `Le nom de ${f.about} figure dans plusieurs articles, qui ne disent pas tous de qui ou de quoi il s'agit. La réponse rassemble ce qu'ils en disent. ${read}`;
      case "wants":
        return `On raconte ce que fait ${f.about} plus souvent que ce qui est visé. La réponse rassemble les buts et les demandes que donnent les articles, avec leur média. ${read}`;
      case "why":
        return `Sur ${f.about}, ce qui s'est passé se raconte vite ; ce qu'il y a derrière prend plus de temps et reste souvent une question de point de vue. ${read}`;
      case "next":
        return `Sur ${f.about}, certaines étapes sont annoncées, d'autres seulement attendues, et les attentes peuvent être déçues. La réponse dit qui attend ou annonce quoi. ${read}`;
      case "differ":
        return `Les récits sur ${f.about} ne concordent pas toujours, et qui n'en a lu qu'un ne peut le savoir. La réponse met les versions côte à côte. ${read}`;
      case "said":
        return `Les propos sont souvent raccourcis avant d'arriver dans un titre. La réponse donne les phrases telles qu'elles ont été publiées, avec leur média. ${read}`;
      case "denied":
        return `Une affirmation et son démenti reçoivent rarement la même place. La réponse dit ce qui est démenti, et dans les mots de qui. ${read}`;
      case "unknown":
        return `Une nouvelle récente comporte toujours une part que personne ne connaît encore. La réponse rassemble ce que les articles disent eux-mêmes incertain. ${read}`;
    }
  },
};
