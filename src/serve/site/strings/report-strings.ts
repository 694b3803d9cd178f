import type { ReportKind } from "../../../model/report.ts";

/** The site's words about reports of readers and our own corrections, in one language. */
export interface ReportStrings {
  readonly report: string;
  readonly question: string;
  readonly kinds: Readonly<Record<ReportKind, string>>;
  readonly words: string;
  readonly contact: string;
  readonly privacy: (days: number) => string;
  readonly send: string;
  readonly thanks: string;
  readonly incomplete: string;
  readonly tooMany: string;
  /** Of a field that only machines fill in. */
  readonly trap: string;
  readonly noEditor: string;
  /** An address follows. */
  readonly writeTo: string;
  readonly noContact: string;
  /** The correction follows. */
  readonly correction: (day: string) => string;
  readonly ownHeading: string;
  readonly ownNone: string;
  readonly outletsHeading: string;
}

const en: ReportStrings = {
  report: "Report this sentence",
  question: "What is wrong with it?",
  kinds: {
    passage: "It is not in the passage",
    attribution: "Wrong outlet or speaker",
    outdated: "It is outdated",
    "private-person": "It names a private person",
    other: "Something else",
  },
  words: "In your words, if you like (up to 1,000 characters)",
  contact: "Where an answer reaches you, if you want one",
  privacy: (days) =>
    `Only the editors of this edition read it. What you leave to be reached by is erased with their answer, the rest at most ${days} days after it.`,
  send: "Send the report",
  thanks: "Thank you. An editor will read it.",
  incomplete: "Choose what is wrong, and keep to 1,000 characters.",
  tooMany: "Too many reports are coming in. Try again in ten minutes.",
  trap: "Leave this empty",
  noEditor: "Nobody edits this edition, so a report left here would not be read.",
  writeTo: "Write to its publisher:",
  noContact: "Its publisher gives no contact either.",
  correction: (day) => `Correction, ${day}:`,
  ownHeading: "Corrections of ours",
  ownNone: "We have not had to correct a page yet.",
  outletsHeading: "Corrections of outlets",
};

const de: ReportStrings = {
  report: "Diesen Satz melden",
  question: "Was stimmt daran nicht?",
  kinds: {
    passage: "Er steht nicht im Beleg",
    attribution: "Falsches Medium oder falscher Sprecher",
    outdated: "Er ist überholt",
    "private-person": "Er nennt eine Privatperson",
    other: "Etwas anderes",
  },
  words: "In Ihren Worten, wenn Sie mögen (bis zu 1.000 Zeichen)",
  contact: "Wo eine Antwort Sie erreicht, wenn Sie eine möchten",
  privacy: (days) =>
    `Nur die Redaktion dieser Ausgabe liest es. Womit man Sie erreicht, wird mit der Antwort gelöscht, der Rest höchstens ${days} Tage danach.`,
  send: "Meldung senden",
  thanks: "Danke. Die Redaktion wird es lesen.",
  incomplete: "Wählen Sie, was nicht stimmt, und schreiben Sie höchstens 1.000 Zeichen.",
  tooMany: "Es kommen zu viele Meldungen. Versuchen Sie es in zehn Minuten noch einmal.",
  trap: "Bitte leer lassen",
  noEditor: "Diese Ausgabe hat keine Redaktion; eine Meldung läse hier niemand.",
  writeTo: "Schreiben Sie dem Herausgeber:",
  noContact: "Auch der Herausgeber nennt keine Adresse.",
  correction: (day) => `Berichtigung, ${day}:`,
  ownHeading: "Unsere Berichtigungen",
  ownNone: "Wir mussten noch keine Seite berichtigen.",
  outletsHeading: "Berichtigungen der Medien",
};

const fr: ReportStrings = {
  report: "Signaler cette phrase",
  question: "Qu’est-ce qui ne va pas ?",
  kinds: {
    passage: "Elle n’est pas dans le passage",
    attribution: "Mauvais média ou mauvais auteur du propos",
    outdated: "Elle est dépassée",
    "private-person": "Elle nomme une personne privée",
    other: "Autre chose",
  },
  words: "Avec vos mots, si vous le souhaitez (1 000 signes au plus)",
  contact: "Où vous répondre, si vous le souhaitez",
  privacy: (days) =>
    `Seule la rédaction de cette édition le lit. Votre adresse est effacée avec la réponse, le reste au plus tard ${days} jours après.`,
  send: "Envoyer le signalement",
  thanks: "Merci. La rédaction le lira.",
  incomplete: "Choisissez ce qui ne va pas, en 1 000 signes au plus.",
  tooMany: "Trop de signalements arrivent. Réessayez dans dix minutes.",
  trap: "À laisser vide",
  noEditor: "Cette édition n’a pas de rédaction : personne ne lirait un signalement laissé ici.",
  writeTo: "Écrivez à son éditeur :",
  noContact: "Son éditeur ne donne pas d’adresse non plus.",
  correction: (day) => `Rectificatif, ${day} :`,
  ownHeading: "Nos rectificatifs",
  ownNone: "Nous n’avons encore eu aucune page à rectifier.",
  outletsHeading: "Rectificatifs des médias",
};

const es: ReportStrings = {
  report: "Avisar de un error en esta frase",
  question: "¿Qué está mal?",
  kinds: {
    passage: "No está en el pasaje",
    attribution: "Medio o autor de las palabras equivocado",
    outdated: "Está desfasada",
    "private-person": "Nombra a una persona privada",
    other: "Otra cosa",
  },
  words: "Con sus palabras, si quiere (hasta 1000 caracteres)",
  contact: "Dónde responderle, si lo desea",
  privacy: (days) =>
    `Solo lo lee la redacción de esta edición. Su dirección se borra con la respuesta; lo demás, a más tardar ${days} días después.`,
  send: "Enviar el aviso",
  thanks: "Gracias. La redacción lo leerá.",
  incomplete: "Elija qué está mal y no pase de 1000 caracteres.",
  tooMany: "Llegan demasiados avisos. Inténtelo de nuevo en diez minutos.",
  trap: "Déjelo vacío",
  noEditor: "Esta edición no tiene redacción: nadie leería un aviso dejado aquí.",
  writeTo: "Escriba a su editor:",
  noContact: "Su editor tampoco da una dirección.",
  correction: (day) => `Rectificación, ${day}:`,
  ownHeading: "Rectificaciones nuestras",
  ownNone: "Todavía no hemos tenido que rectificar ninguna página.",
  outletsHeading: "Rectificaciones de los medios",
};

const all: Readonly<Record<string, ReportStrings>> = { en, de, fr, es };

/** The words in a site's language, by the tag of its strings. */
export function reportStrings(tag: string): ReportStrings {
  return all[tag] ?? en;
}
