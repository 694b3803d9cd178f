import type { MailRhythm } from "../../../model/mail.ts";

/** The site's words about mail, in one language. */
export interface MailStrings {
  readonly heading: string;
  readonly intro: string;
  readonly address: string;
  readonly rhythm: string;
  readonly rhythms: Readonly<Record<MailRhythm, string>>;
  readonly ask: string;
  readonly privacy: string;
  /** The same whether the address is known or not. */
  readonly asked: string;
  readonly noAddress: string;
  readonly tooMany: string;
  readonly confirmHeading: string;
  readonly confirmText: (address: string) => string;
  readonly confirm: string;
  readonly confirmed: string;
  readonly leaveHeading: string;
  readonly leave: string;
  readonly left: string;
  readonly gone: string;
  readonly question: {
    readonly subject: (title: string) => string;
    readonly text: (title: string) => string;
    readonly ignore: string;
  };
  readonly digest: {
    readonly week: (from: string, to: string) => string;
    readonly read: string;
    readonly why: (title: string) => string;
  };
}

const en: MailStrings = {
  heading: "The edition by e-mail",
  intro:
    "The stories of the day, or of the week, when the edition closes. No pictures, nothing that counts what you open.",
  address: "E-mail address",
  rhythm: "How often",
  rhythms: { daily: "Every day", weekly: "Once a week" },
  ask: "Send it to me",
  privacy:
    "Your address is kept for this alone. It is deleted at once when you leave, and after two days if you do not confirm it.",
  asked: "If that address can get mail, a link is on its way to it. Nothing is sent before you follow it.",
  noAddress: "That is no e-mail address.",
  tooMany: "Too many addresses came from here. Try again in an hour.",
  confirmHeading: "Do you want these mails?",
  confirmText: (address) => `They will go to ${address}.`,
  confirm: "Yes, send them",
  confirmed: "Done. The next edition comes to you.",
  leaveHeading: "No more mails?",
  leave: "Stop them and delete my address",
  left: "Your address is deleted. No more mails will come.",
  gone: "This link is not in use any more: the address was deleted, or never confirmed in time.",
  question: {
    subject: (title) => `Please confirm: ${title} by e-mail`,
    text: (title) => `Somebody, hopefully you, asked for ${title} by e-mail. Follow this link if you want it:`,
    ignore: "If it was not you, do nothing: this address is deleted after two days.",
  },
  digest: {
    week: (from, to) => `The week from ${from} to ${to}`,
    read: "What each outlet says, and the passages",
    why: (title) => `You get this because you asked for ${title} by e-mail.`,
  },
};

const de: MailStrings = {
  heading: "Die Ausgabe per E-Mail",
  intro:
    "Die Geschichten des Tages oder der Woche, wenn die Ausgabe schließt. Ohne Bilder, und nichts zählt, was Sie öffnen.",
  address: "E-Mail-Adresse",
  rhythm: "Wie oft",
  rhythms: { daily: "Jeden Tag", weekly: "Einmal in der Woche" },
  ask: "An mich senden",
  privacy:
    "Ihre Adresse dient nur dazu. Sie wird sofort gelöscht, wenn Sie abbestellen, und nach zwei Tagen, wenn Sie sie nicht bestätigen.",
  asked:
    "Wenn die Adresse Post empfängt, ist ein Link an sie unterwegs. Nichts wird gesendet, bevor Sie ihm gefolgt sind.",
  noAddress: "Das ist keine E-Mail-Adresse.",
  tooMany: "Von hier kamen zu viele Adressen. Versuchen Sie es in einer Stunde noch einmal.",
  confirmHeading: "Möchten Sie diese E-Mails?",
  confirmText: (address) => `Sie gehen an ${address}.`,
  confirm: "Ja, bitte senden",
  confirmed: "Fertig. Die nächste Ausgabe kommt zu Ihnen.",
  leaveHeading: "Keine E-Mails mehr?",
  leave: "Beenden und meine Adresse löschen",
  left: "Ihre Adresse ist gelöscht. Es kommen keine E-Mails mehr.",
  gone: "Dieser Link gilt nicht mehr: Die Adresse wurde gelöscht oder nicht rechtzeitig bestätigt.",
  question: {
    subject: (title) => `Bitte bestätigen: ${title} per E-Mail`,
    text: (title) =>
      `Jemand, hoffentlich Sie, hat ${title} per E-Mail bestellt. Folgen Sie diesem Link, wenn Sie das möchten:`,
    ignore: "Waren Sie es nicht, tun Sie nichts: Die Adresse wird nach zwei Tagen gelöscht.",
  },
  digest: {
    week: (from, to) => `Die Woche vom ${from} bis ${to}`,
    read: "Was jede Zeitung sagt, mit den Belegen",
    why: (title) => `Sie erhalten dies, weil Sie ${title} per E-Mail bestellt haben.`,
  },
};

const fr: MailStrings = {
  heading: "L’édition par courriel",
  intro:
    "Les sujets du jour, ou de la semaine, à la clôture de l’édition. Sans images, et rien ne compte ce que vous ouvrez.",
  address: "Adresse électronique",
  rhythm: "Fréquence",
  rhythms: { daily: "Chaque jour", weekly: "Une fois par semaine" },
  ask: "M’abonner",
  privacy:
    "Votre adresse ne sert qu’à cela. Elle est effacée dès que vous vous désabonnez, et après deux jours sans confirmation.",
  asked: "Si cette adresse reçoit du courrier, un lien est en route. Rien n’est envoyé avant que vous l’ayez suivi.",
  noAddress: "Ce n’est pas une adresse électronique.",
  tooMany: "Trop d’adresses sont venues d’ici. Réessayez dans une heure.",
  confirmHeading: "Voulez-vous recevoir ces courriels ?",
  confirmText: (address) => `Ils seront envoyés à ${address}.`,
  confirm: "Oui, envoyez-les",
  confirmed: "C’est fait. Vous recevrez la prochaine édition.",
  leaveHeading: "Plus de courriels ?",
  leave: "Arrêter et effacer mon adresse",
  left: "Votre adresse est effacée. Vous ne recevrez plus de courriels.",
  gone: "Ce lien n’est plus valable : l’adresse a été effacée, ou n’a pas été confirmée à temps.",
  question: {
    subject: (title) => `À confirmer : ${title} par courriel`,
    text: (title) =>
      `Quelqu’un, vous sans doute, a demandé ${title} par courriel. Suivez ce lien si vous le souhaitez :`,
    ignore: "Si ce n’était pas vous, ne faites rien : l’adresse sera effacée après deux jours.",
  },
  digest: {
    week: (from, to) => `La semaine du ${from} au ${to}`,
    read: "Ce que dit chaque journal, avec les passages",
    why: (title) => `Vous recevez ce courriel parce que vous avez demandé ${title}.`,
  },
};

const es: MailStrings = {
  heading: "La edición por correo",
  intro:
    "Las historias del día, o de la semana, al cierre de la edición. Sin imágenes y sin nada que cuente lo que abre.",
  address: "Dirección de correo",
  rhythm: "Frecuencia",
  rhythms: { daily: "Cada día", weekly: "Una vez por semana" },
  ask: "Quiero recibirla",
  privacy:
    "Su dirección se guarda solo para esto. Se borra en cuanto se da de baja, y a los dos días si no la confirma.",
  asked: "Si esa dirección recibe correo, un enlace va en camino. No se envía nada hasta que lo siga.",
  noAddress: "Eso no es una dirección de correo.",
  tooMany: "Llegaron demasiadas direcciones desde aquí. Inténtelo de nuevo en una hora.",
  confirmHeading: "¿Quiere recibir estos correos?",
  confirmText: (address) => `Irán a ${address}.`,
  confirm: "Sí, envíenlos",
  confirmed: "Listo. Recibirá la próxima edición.",
  leaveHeading: "¿No más correos?",
  leave: "Terminar y borrar mi dirección",
  left: "Su dirección está borrada. No llegarán más correos.",
  gone: "Este enlace ya no sirve: la dirección se borró o no se confirmó a tiempo.",
  question: {
    subject: (title) => `Confirme, por favor: ${title} por correo`,
    text: (title) => `Alguien, esperamos que usted, pidió ${title} por correo. Siga este enlace si lo desea:`,
    ignore: "Si no fue usted, no haga nada: la dirección se borra a los dos días.",
  },
  digest: {
    week: (from, to) => `La semana del ${from} al ${to}`,
    read: "Qué dice cada medio, con los pasajes",
    why: (title) => `Recibe esto porque pidió ${title} por correo.`,
  },
};

const all: Readonly<Record<string, MailStrings>> = { en, de, fr, es };

/** The words in a site's language, by the tag of its strings. */
export function mailStrings(tag: string): MailStrings {
  return all[tag] ?? en;
}
