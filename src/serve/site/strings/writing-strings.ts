/** The site's words about what a language model wrote, in one language. */
export interface WritingStrings {
  /** Beside the heading of a part. */
  readonly label: string;
  readonly heading: string;
  /** Behind a translation, before its original in that language. */
  readonly translated: (language: string) => string;
  /** Who wrote which parts. */
  readonly wrote: (model: string, parts: string) => string;
  /** It was asked, and nothing it wrote stands on the page. */
  readonly wroteNothing: (model: string) => string;
  /** What was done with its sentences, and what the others are. */
  readonly checked: string;
  /** Of its sentences, so many were in doubt, and passed. */
  readonly judged: (count: number, number: string) => string;
  readonly leftOut: (count: number, number: string) => string;
  readonly took: (tokens: string) => string;
  readonly cost: (money: string) => string;
  /** In feeds, under an entry's figures. */
  readonly inFeeds: (model: string) => string;
}

const en: WritingStrings = {
  label: "written by a model",
  translated: (language) => `translated by a model; original: ${language}`,
  heading: "How it was written",
  wrote: (model, parts) => `A language model, ${model}, wrote: ${parts}.`,
  wroteNothing: (model) => `A language model, ${model}, was asked; nothing it wrote stands on this page.`,
  checked:
    "Each of its sentences was checked against the passages it cites. All else is the outlets’ own sentences, or counted.",
  judged: (count, number) =>
    count === 1
      ? "One was in doubt and stands because a model found it in its passages."
      : `${number} were in doubt and stand because a model found them in their passages.`,
  leftOut: (count, number) =>
    count === 1
      ? "One sentence was left out because no source bore it out."
      : `${number} sentences were left out because no source bore them out.`,
  took: (tokens) => `Its replies took ${tokens} tokens.`,
  cost: (money) => `By the edition’s prices they cost ${money}.`,
  inFeeds: (model) => `Written in part by a language model (${model}), each sentence checked against its sources.`,
};

const de: WritingStrings = {
  label: "von einem Sprachmodell",
  translated: (language) => `von einem Sprachmodell übersetzt; Original: ${language}`,
  heading: "Wie es geschrieben wurde",
  wrote: (model, parts) => `Ein Sprachmodell, ${model}, hat geschrieben: ${parts}.`,
  wroteNothing: (model) => `Ein Sprachmodell, ${model}, wurde gefragt; nichts von ihm steht auf dieser Seite.`,
  checked:
    "Jeder seiner Sätze wurde an den Textstellen geprüft, die er nennt. Alles andere sind Sätze der Medien oder Gezähltes.",
  judged: (count, number) =>
    count === 1
      ? "Einer war zweifelhaft und steht hier, weil ein Modell ihn in seinen Textstellen fand."
      : `${number} waren zweifelhaft und stehen hier, weil ein Modell sie in ihren Textstellen fand.`,
  leftOut: (count, number) =>
    count === 1
      ? "Ein Satz wurde weggelassen, weil keine Quelle ihn belegte."
      : `${number} Sätze wurden weggelassen, weil keine Quelle sie belegte.`,
  took: (tokens) => `Seine Antworten brauchten ${tokens} Tokens.`,
  cost: (money) => `Nach den Preisen der Ausgabe kosteten sie ${money}.`,
  inFeeds: (model) => `Zum Teil von einem Sprachmodell geschrieben (${model}), jeder Satz an seinen Quellen geprüft.`,
};

const fr: WritingStrings = {
  label: "écrit par un modèle",
  translated: (language) => `traduit par un modèle ; original : ${language}`,
  heading: "Comment la page a été écrite",
  wrote: (model, parts) => `Un modèle de langue, ${model}, a écrit : ${parts}.`,
  wroteNothing: (model) => `Un modèle de langue, ${model}, a été interrogé ; rien de lui ne figure sur cette page.`,
  checked:
    "Chacune de ses phrases a été confrontée aux passages qu’elle cite. Le reste vient des médias ou a été compté.",
  judged: (count, number) =>
    count === 1
      ? "L’une était douteuse et figure ici parce qu’un modèle l’a trouvée dans ses passages."
      : `${number} étaient douteuses et figurent ici parce qu’un modèle les a trouvées dans leurs passages.`,
  leftOut: (count, number) =>
    count === 1
      ? "Une phrase a été écartée, car aucune source ne l’attestait."
      : `${number} phrases ont été écartées, car aucune source ne les attestait.`,
  took: (tokens) => `Ses réponses ont pris ${tokens} jetons.`,
  cost: (money) => `Aux prix de l’édition, elles ont coûté ${money}.`,
  inFeeds: (model) => `Écrit en partie par un modèle de langue (${model}), chaque phrase confrontée à ses sources.`,
};

const es: WritingStrings = {
  label: "escrito por un modelo",
  translated: (language) => `traducido por un modelo; original: ${language}`,
  heading: "Cómo se escribió",
  wrote: (model, parts) => `Un modelo de lenguaje, ${model}, escribió: ${parts}.`,
  wroteNothing: (model) => `Se preguntó a un modelo de lenguaje, ${model}; nada suyo está en esta página.`,
  checked:
    "Cada una de sus frases se comprobó con los pasajes que cita. Lo demás son frases de los medios o recuentos.",
  judged: (count, number) =>
    count === 1
      ? "Una era dudosa y está aquí porque un modelo la encontró en sus pasajes."
      : `${number} eran dudosas y están aquí porque un modelo las encontró en sus pasajes.`,
  leftOut: (count, number) =>
    count === 1
      ? "Se omitió una frase porque ninguna fuente la respaldaba."
      : `Se omitieron ${number} frases porque ninguna fuente las respaldaba.`,
  took: (tokens) => `Sus respuestas ocuparon ${tokens} tokens.`,
  cost: (money) => `A los precios de la edición costaron ${money}.`,
  inFeeds: (model) => `Escrito en parte por un modelo de lenguaje (${model}), cada frase comprobada con sus fuentes.`,
};

const all: Readonly<Record<string, WritingStrings>> = { en, de, fr, es };

/** The words in a site's language, by the tag of its strings. */
export function writingStrings(tag: string): WritingStrings {
  return all[tag] ?? en;
}
