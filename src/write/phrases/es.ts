import { differenceLabel } from "./difference-label.ts";
import { speakingParts, voicesIn } from "./in-sum.ts";
import { capital, listWith, numberFrom, timeWith } from "./listing.ts";
import type { FrameKind, Phrases, QuestionFilling } from "./phrases.ts";

const number = numberFrom([
  "ningún",
  "un",
  "dos",
  "tres",
  "cuatro",
  "cinco",
  "seis",
  "siete",
  "ocho",
  "nueve",
  "diez",
  "once",
  "doce",
]);
const list = listWith("y");
const months = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const quote = (words: string) => `«${words}»`;
const quoted = (words: readonly string[]) => list(words.map(quote));
const many = (n: number, one: string, more = `${one}s`) => `${number(n)} ${n === 1 ? one : more}`;

const frames: Record<FrameKind, string> = {
  dead: "el número de muertos",
  injured: "el número de heridos",
  missing: "el número de desaparecidos",
  arrested: "el número de detenidos",
  displaced: "el número de desplazados",
  percent: "el porcentaje",
  sum: "la suma de dinero",
  count: "la cifra",
};
const difference = differenceLabel(
  {
    names: {
      certainty: "la certeza de",
      attribution: "la fuente de",
      dispute: "la afirmación negada sobre",
      wording: "la elección de palabras",
      number: "la cifra",
      person: "la persona nombrada",
      body: "el organismo nombrado",
      place: "el lugar nombrado",
      date: "la fecha",
      negation: "la afirmación",
    },
    sides: { before: "tras", behind: "ante", beside: "con" },
  },
  quote,
);
const states: Partial<Record<FrameKind, string>> = {
  dead: "muertos",
  injured: "heridos",
  missing: "desaparecidos",
  arrested: "detenidos",
  displaced: "desplazados",
};
const about = (f: QuestionFilling) => (f.about ? ` (${f.about})` : "");

const speaking = {
  only: "solo ",
  one: "habla de",
  several: "hablan de",
  ahead: "lo que puede venir",
  limits: "límites y riesgos",
  causes: "causas e intereses",
};

export const es: Phrases = {
  tag: "es",
  number,
  list,
  quote,
  time: timeWith(
    (day, month, year) => `${day} de ${months[month - 1]} de ${year}`,
    (time, day) => `${day} a las ${time} UTC`,
  ),

  accordingTo: (outlet) => `Según ${outlet}: `,
  colon: (who) => `${who}: `,
  quotedBy: (speaker, outlet) => `${speaker}, citado por ${outlet}: `,
  reportedBy: (outlets) => `${capital(list(outlets))} ${outlets.length === 1 ? "informa" : "informan"} de esto: `,
  replies: (outlet) => `En respuesta, ${outlet} recoge: `,

  standfirst: ({ outlets, origins, articles, differ }) =>
    `${capital(outlets === 1 ? "un medio informa" : `${number(outlets)} medios informan`)} de ello en ${many(articles, "artículo")}` +
    `${origins < outlets ? ` de ${many(origins, "origen independiente", "orígenes independientes")}` : ""}` +
    `${differ ? `; difieren en ${differ}` : ""}.`,
  standfirstOne: ({ outlet, articles }) =>
    `Un solo medio, ${outlet}, informa de ello${articles > 1 ? ` en ${many(articles, "artículo")}` : ""}; ningún otro de los que leemos lo tiene hasta ahora.`,
  excerptsOnly: "solo se pudieron leer los extractos de los canales",

  frame: (kind, counted) => (kind === "count" && counted ? `el número (${counted})` : frames[kind]),
  frameWith: (frame, words) => `${frame} junto a ${quoted(words)}`,
  frameValue: (kind, amount, counted) => {
    const state = states[kind] ?? (kind === "count" ? counted : undefined);
    return state && !amount.toLowerCase().includes(state) ? `${amount} ${state}` : amount;
  },

  allNameThese: (outlets, names) => `${capital(list(outlets))} escriben todos sobre ${list(names)}.`,
  stresses: (outlet, terms, others) =>
    `${outlet} da más espacio que ${others === 1 ? "el otro" : "los demás"} a ${quoted(terms)}.`,
  contrast: (a, termsA, b, termsB, others) =>
    `Mientras ${a} escribe más${others === 1 ? "" : " que los demás"} de ${quoted(termsA)}, ${b} da más espacio a ${quoted(termsB)}.`,
  stressedClauses: (a, clauseA, b, clauseB) => `${a} subraya: ${quote(clauseA)}; ${b}, en cambio: ${quote(clauseB)}.`,
  openings: (a, wordsA, b, wordsB) => `${a} empieza con ${quote(wordsA)}, ${b} con ${quote(wordsB)}.`,
  versions: (subject, versions) =>
    `Difieren en ${subject}: ${versions.map((v) => `${v.value} según ${list(v.outlets)}`).join("; ")}.`,
  labels: (a, wordA, b, wordB) => `${a} escribe ${quote(wordA)} donde ${b} escribe ${quote(wordB)}.`,
  allCite: (outlets, source) =>
    `${capital(list(outlets))} citan ${outlets.length === 2 ? "ambos" : "todos"} una sola fuente (${source}): `,
  oneState: (outlets) => `${capital(list(outlets))} pertenecen a un solo Estado y cuentan como una sola voz.`,
  agreeOn: (outlets, subject, value) => `En ${subject}, ${list(outlets)} coinciden: ${value}.`,
  difference,
  hedged: (words) => `${quote(words)}, con reservas`,
  flat: (words) => `${quote(words)}, como un hecho`,
  onlyOutlet: (outlet) => `De los medios leídos, solo ${outlet} tiene esto: `,
  notIn: (outlet, articles, until) =>
    `No está en ${articles === 1 ? "el único artículo" : `los ${number(articles)} artículos`} de ${outlet} leídos hasta el ${until}: `,
  overallAgree: (agreeing, all) =>
    agreeing === all
      ? `En conjunto, los ${number(all)} medios tienen esto en común: `
      : `En conjunto, ${number(agreeing)} de los ${number(all)} medios tienen esto en común: `,
  overallMain: (agreeing, all) =>
    agreeing === all
      ? `En conjunto, los ${number(all)} medios informan del mismo hecho principal.`
      : `En conjunto, ${number(agreeing)} de los ${number(all)} medios informan del mismo hecho principal.`,
  overallOneSource: (agreeing, all, source) =>
    `En conjunto, ${number(agreeing)} de los ${number(all)} medios cuentan el mismo hecho principal, todos según una sola fuente (${source}).`,
  overallDiffer: (outlets, subjects) =>
    `En conjunto, los ${number(outlets)} medios cuentan la misma historia y difieren en ${list(subjects)}.`,
  overallNone: (outlets) =>
    `En conjunto, los ${number(outlets)} medios destacan cosas distintas, y la mayoría no abre con un mismo hecho.`,
  overallOne: (outlet) => `En conjunto, esto se apoya solo en ${outlet}, sin otro informe con que compararlo.`,
  inSum: (groups) => {
    const voices = voicesIn(groups);
    const parts = speakingParts(groups, speaking, list);
    return `En suma, ${voices === 1 ? "se oye una voz" : `se oyen ${number(voices)} voces`} sobre lo que esto significa: ${parts.join("; ")}.`;
  },

  question: (kind, f) => {
    switch (kind) {
      case "how-many":
        if (f.frame === "dead") return `¿Cuántas personas murieron${about(f)}?`;
        if (f.frame === "injured") return `¿Cuántas personas resultaron heridas${about(f)}?`;
        if (f.frame === "missing") return `¿Cuántas personas están desaparecidas${about(f)}?`;
        if (f.frame === "arrested") return `¿Cuántas personas fueron detenidas${about(f)}?`;
        if (f.frame === "displaced") return `¿Cuántas personas tuvieron que dejar su casa${about(f)}?`;
        return `¿Cuántos son: ${f.counted ?? ""}${about(f)}?`;
      case "who":
        return `¿Quién es ${f.about}?`;
      case "wants":
        return `¿Qué quiere ${f.about}?`;
      case "why":
        return `¿Qué hay detrás de las noticias sobre ${f.about}?`;
      case "next":
        return `¿Qué pasará ahora con ${f.about}?`;
      case "differ":
        return `¿En qué difieren los periódicos sobre ${f.about}?`;
      case "said":
        return `¿Qué dijo ${f.about}?`;
      case "denied":
        return `¿Qué niega ${f.about}?`;
      case "unknown":
        return `¿Qué no se sabe todavía sobre ${f.about}?`;
    }
  },
  teaser: (kind, f) => {
    const read = `Para esta respuesta se ${f.articles === 1 ? "leyó un artículo" : `leyeron ${number(f.articles)} artículos`} de ${many(f.outlets, "medio")}, el más reciente del ${f.newest}.`;
    switch (kind) {
      case "how-many":
        return `Los recuentos cambian en las primeras horas, y los medios no siempre dan el mismo. La respuesta deja cada cifra con el medio que la publicó. ${read}`;
      case "who":
        return `El nombre de ${f.about} aparece en varios informes, y no todos dicen de quién o de qué se trata. La respuesta reúne lo que dicen. ${read}`;
      case "wants":
        return `Se cuenta lo que hace ${f.about} más a menudo que lo que se busca con ello. La respuesta reúne los objetivos y demandas que dan los informes, con su medio. ${read}`;
      case "why":
        return `Sobre ${f.about}, lo que pasó se cuenta deprisa; lo que hay detrás lleva más tiempo y a menudo es cuestión de opinión. La respuesta nombra quién lo ve de qué modo. ${read}`;
      case "next":
        return `Sobre ${f.about}, algunos pasos están anunciados, otros solo se esperan, y las expectativas pueden fallar. La respuesta dice quién espera o anuncia qué. ${read}`;
      case "differ":
        return `Los informes sobre ${f.about} no siempre coinciden, y quien leyó uno solo no puede saberlo. La respuesta pone las versiones una junto a otra. ${read}`;
      case "said":
        return `Las palabras suelen acortarse camino de un titular. La respuesta da las frases tal como se publicaron, con el medio que las tiene. ${read}`;
      case "denied":
        return `Una afirmación y su desmentido rara vez reciben el mismo espacio. La respuesta dice qué se niega, y con las palabras de quién. ${read}`;
      case "unknown":
        return `Parte de una noticia reciente es lo que nadie puede decir aún. La respuesta reúne los puntos que los propios informes dan por abiertos. ${read}`;
    }
  },
};
