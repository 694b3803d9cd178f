type Words = readonly [en: string, de: string, fr: string, es: string];

/** Why something is not on a page, by the code that stands in `Briefing.skipped`: said of sentences or of a part. */
const reasons: Readonly<Record<string, Words>> = {
  "too-little-analysis": [
    "the articles hold too little analysis",
    "die Artikel enthalten zu wenig Einschätzung",
    "les articles contiennent trop peu d’analyse",
    "los artículos traen poco análisis",
  ],
  "no-name-described": [
    "no name could be described with certainty",
    "kein Name ließ sich sicher beschreiben",
    "aucun nom n’a pu être décrit avec certitude",
    "ningún nombre pudo describirse con certeza",
  ],
  "no-sentence-stands-alone": [
    "no sentence of the articles can stand alone",
    "kein Satz der Artikel kann allein stehen",
    "aucune phrase des articles ne se suffit à elle-même",
    "ninguna frase de los artículos se sostiene sola",
  ],
  "accusation-without-room-for-reply": [
    "an accusation had no room for the reply to it",
    "für einen Vorwurf fehlte der Platz für die Antwort darauf",
    "une accusation n’avait pas la place pour sa réponse",
    "una acusación no tenía sitio para su respuesta",
  ],
  "one-outlet": [
    "only one outlet reports it so far",
    "bisher berichtet nur ein Medium",
    "un seul média en parle à ce jour",
    "por ahora lo cuenta un solo medio",
  ],
  "nothing-to-compare": [
    "there is nothing to compare yet",
    "es gibt noch nichts zu vergleichen",
    "il n’y a encore rien à comparer",
    "aún no hay nada que comparar",
  ],
  "no-past-told": [
    "the articles recount nothing of what came before",
    "die Artikel erzählen nichts von dem, was vorher war",
    "les articles ne racontent rien de ce qui précède",
    "los artículos no cuentan nada de lo anterior",
  ],
  "no-question-answered": [
    "the articles answer no question beyond the page itself",
    "die Artikel beantworten keine Frage über die Seite hinaus",
    "les articles ne répondent à aucune question au-delà de la page",
    "los artículos no responden a ninguna pregunta más allá de la página",
  ],
  "nothing-borne-out": [
    "no sentence of it was borne out",
    "kein Satz davon ließ sich belegen",
    "aucune de ses phrases n’a pu être attestée",
    "ninguna de sus frases pudo respaldarse",
  ],
  "in-doubt": [
    "whether the passages bear it out is in doubt",
    "ob die Textstellen ihn belegen, ist zweifelhaft",
    "il est douteux que les passages l’attestent",
    "es dudoso que los pasajes lo respalden",
  ],
  "hedge-lost": [
    "it tells as certain what the passage does not",
    "er stellt als sicher hin, was die Textstelle offenlässt",
    "elle donne pour certain ce que le passage laisse ouvert",
    "da por seguro lo que el pasaje no afirma",
  ],
  negation: [
    "it denies what the passage says, or says what it denies",
    "er verneint, was die Textstelle sagt, oder umgekehrt",
    "elle nie ce que dit le passage, ou l’inverse",
    "niega lo que dice el pasaje, o al revés",
  ],
  opposite: [
    "it says the opposite of the passage",
    "er sagt das Gegenteil der Textstelle",
    "elle dit le contraire du passage",
    "dice lo contrario que el pasaje",
  ],
  "not-borne-out": [
    "the passages do not bear it out",
    "die Textstellen belegen es nicht",
    "les passages ne l’attestent pas",
    "los pasajes no lo respaldan",
  ],
  "fact-not-borne-out": [
    "the passages do not bear it out",
    "die Textstellen belegen es nicht",
    "les passages ne l’attestent pas",
    "los pasajes no lo respaldan",
  ],
  "fact-not-in-sentence": [
    "the sentence does not say what was counted",
    "der Satz sagt nicht, was gezählt wurde",
    "la phrase ne dit pas ce qui a été compté",
    "la frase no dice lo que se contó",
  ],
  "one-origin": [
    "it sums up, and stands on one origin only",
    "er fasst zusammen und stützt sich nur auf eine Quelle",
    "elle résume et ne repose que sur une seule source",
    "resume y se apoya en un solo origen",
  ],
  "no-citation": [
    "no passage was given for it",
    "keine Textstelle dafür genannt",
    "aucun passage n’était indiqué",
    "no se indicó ningún pasaje",
  ],
  "no-source": [
    "no article was given for it",
    "kein Artikel dafür genannt",
    "aucun article n’était indiqué",
    "no se indicó ningún artículo",
  ],
  "empty-citation": ["its passage is empty", "die Textstelle ist leer", "son passage est vide", "su pasaje está vacío"],
  "citation-not-verbatim": [
    "its passage does not stand so in the article",
    "die Textstelle steht so nicht im Artikel",
    "son passage n’est pas tel quel dans l’article",
    "su pasaje no está así en el artículo",
  ],
  "article-not-in-story": [
    "its article is not part of the story",
    "der Artikel gehört nicht zur Geschichte",
    "son article ne fait pas partie du sujet",
    "su artículo no es parte de la historia",
  ],
  "words-not-verbatim": [
    "words shown as an outlet’s are not verbatim",
    "als Wortlaut gezeigte Wörter sind nicht wörtlich",
    "des mots prêtés à un média ne sont pas littéraux",
    "palabras atribuidas a un medio no son literales",
  ],
  "words-not-in-source": [
    "it has words that the passage has not",
    "er hat Wörter, die die Textstelle nicht hat",
    "elle a des mots que le passage n’a pas",
    "tiene palabras que el pasaje no tiene",
  ],
  "quote-not-verbatim": [
    "a quotation is not verbatim",
    "ein Zitat ist nicht wörtlich",
    "une citation n’est pas littérale",
    "una cita no es literal",
  ],
  "unseen-quotation": [
    "a quotation is not verbatim",
    "ein Zitat ist nicht wörtlich",
    "une citation n’est pas littérale",
    "una cita no es literal",
  ],
  "name-not-in-source": [
    "a name is not in the passage",
    "ein Name steht nicht in der Textstelle",
    "un nom manque dans le passage",
    "un nombre no está en el pasaje",
  ],
  "unseen-date": [
    "a date is not in the passage",
    "ein Datum steht nicht in der Textstelle",
    "une date manque dans le passage",
    "una fecha no está en el pasaje",
  ],
  "unseen-name": [
    "a name is not in the passage",
    "ein Name steht nicht in der Textstelle",
    "un nom manque dans le passage",
    "un nombre no está en el pasaje",
  ],
  "name-not-in-story": [
    "a name is in none of the articles",
    "ein Name steht in keinem der Artikel",
    "un nom n’est dans aucun article",
    "un nombre no está en ningún artículo",
  ],
  "number-not-in-source": [
    "a number is not in the passage",
    "eine Zahl steht nicht in der Textstelle",
    "un nombre manque dans le passage",
    "una cifra no está en el pasaje",
  ],
  "unseen-number": [
    "a number is not in the passage",
    "eine Zahl steht nicht in der Textstelle",
    "un nombre manque dans le passage",
    "una cifra no está en el pasaje",
  ],
  "number-not-counted": [
    "a number is not what was counted",
    "eine Zahl entspricht nicht der Zählung",
    "un nombre n’est pas celui qui a été compté",
    "una cifra no es la contada",
  ],
  "attribution-missing": [
    "it does not say who said it",
    "es fehlt, wer es gesagt hat",
    "il manque qui l’a dit",
    "falta quién lo dijo",
  ],
  "wrong-outlet": [
    "it names another outlet than the passage’s",
    "es nennt ein anderes Medium als das der Textstelle",
    "le média nommé n’est pas celui du passage",
    "nombra un medio que no es el del pasaje",
  ],
  "wrong-speaker": [
    "it names another speaker than the passage’s",
    "es nennt jemand anderen als die Textstelle",
    "la personne nommée n’est pas celle du passage",
    "nombra a otra persona que el pasaje",
  ],
  "model-refused": [
    "the model gave no answer of the kind asked for; the outlets’ own sentences stand instead",
    "das Sprachmodell gab keine Antwort der verlangten Art; stattdessen stehen Sätze der Medien",
    "le modèle n’a pas donné de réponse de la forme demandée ; les phrases des médias en tiennent lieu",
    "el modelo no dio una respuesta de la forma pedida; en su lugar están las frases de los medios",
  ],
  "model-wrote-nothing": [
    "the model wrote nothing; the outlets’ own sentences stand instead",
    "das Sprachmodell schrieb nichts; stattdessen stehen Sätze der Medien",
    "le modèle n’a rien écrit ; les phrases des médias en tiennent lieu",
    "el modelo no escribió nada; en su lugar están las frases de los medios",
  ],
  "model-cut-off": [
    "the model’s answer broke off; the outlets’ own sentences stand instead",
    "die Antwort des Sprachmodells brach ab; stattdessen stehen Sätze der Medien",
    "la réponse du modèle s’est interrompue ; les phrases des médias en tiennent lieu",
    "la respuesta del modelo se interrumpió; en su lugar están las frases de los medios",
  ],
  "model-wrong-shape": [
    "the model’s answer was not of the form asked for; the outlets’ own sentences stand instead",
    "die Antwort des Sprachmodells hatte nicht die verlangte Form; stattdessen stehen Sätze der Medien",
    "la réponse du modèle n’avait pas la forme demandée ; les phrases des médias en tiennent lieu",
    "la respuesta del modelo no tenía la forma pedida; en su lugar están las frases de los medios",
  ],
  "model-timeout": [
    "the model took too long; the outlets’ own sentences stand instead",
    "das Sprachmodell brauchte zu lange; stattdessen stehen Sätze der Medien",
    "le modèle a mis trop de temps ; les phrases des médias en tiennent lieu",
    "el modelo tardó demasiado; en su lugar están las frases de los medios",
  ],
  "model-unreachable": [
    "the model could not be reached; the outlets’ own sentences stand instead",
    "das Sprachmodell war nicht erreichbar; stattdessen stehen Sätze der Medien",
    "le modèle était injoignable ; les phrases des médias en tiennent lieu",
    "no se pudo contactar con el modelo; en su lugar están las frases de los medios",
  ],
  "model-busy": [
    "the model was overloaded; the outlets’ own sentences stand instead",
    "das Sprachmodell war überlastet; stattdessen stehen Sätze der Medien",
    "le modèle était surchargé ; les phrases des médias en tiennent lieu",
    "el modelo estaba saturado; en su lugar están las frases de los medios",
  ],
  "model-misconfigured": [
    "the model refused the request; the outlets’ own sentences stand instead",
    "das Sprachmodell wies die Anfrage ab; stattdessen stehen Sätze der Medien",
    "le modèle a refusé la demande ; les phrases des médias en tiennent lieu",
    "el modelo rechazó la petición; en su lugar están las frases de los medios",
  ],
  "model-budget": [
    "the day’s budget for the model is used up; the outlets’ own sentences stand instead",
    "das Tagesbudget für das Sprachmodell ist aufgebraucht; stattdessen stehen Sätze der Medien",
    "le budget du jour pour le modèle est épuisé ; les phrases des médias en tiennent lieu",
    "el presupuesto diario del modelo está agotado; en su lugar están las frases de los medios",
  ],
  "not-a-sentence": [
    "it was no sentence for readers",
    "er war kein Satz für Leser",
    "ce n’était pas une phrase pour des lecteurs",
    "no era una frase para lectores",
  ],
  "repeats-another": [
    "another sentence says the same",
    "ein anderer Satz sagt dasselbe",
    "une autre phrase dit la même chose",
    "otra frase dice lo mismo",
  ],
  "translation-length": [
    "the translation is far shorter or longer than the sentence",
    "die Übersetzung ist weit kürzer oder länger als der Satz",
    "la traduction est bien plus courte ou plus longue que la phrase",
    "la traducción es mucho más corta o más larga que la frase",
  ],
  "translation-language": [
    "the translation is not in the language of the page",
    "die Übersetzung ist nicht in der Sprache der Seite",
    "la traduction n’est pas dans la langue de la page",
    "la traducción no está en la lengua de la página",
  ],
  "beyond-length": [
    "the part is long enough without it",
    "der Abschnitt ist ohne ihn lang genug",
    "la partie est assez longue sans elle",
    "la parte ya es bastante larga sin ella",
  ],
  "private-person": [
    "it names a private person",
    "er nennt eine Privatperson",
    "elle nomme une personne privée",
    "nombra a una persona privada",
  ],
  "hangs-in-the-air": [
    "it does not stand alone",
    "er steht nicht für sich",
    "elle ne se suffit pas à elle-même",
    "no se sostiene sola",
  ],
  "beside-the-point": [
    "it does not say what the outlets put first",
    "er sagt nicht, was die Medien voranstellen",
    "elle ne dit pas ce que les médias mettent en tête",
    "no dice lo que los medios ponen por delante",
  ],
  "disputed-number": [
    "it gives a number on which outlets differ",
    "er nennt eine Zahl, in der die Medien sich unterscheiden",
    "elle donne un chiffre sur lequel les médias divergent",
    "da una cifra en la que los medios difieren",
  ],
};

const languages = ["en", "de", "fr", "es"];

/** Why something was left out, in words; a code without words is shown as it is, for it must not be silent. */
export function skipReason(code: string, tag: string): string {
  return reasons[code]?.[Math.max(0, languages.indexOf(tag))] ?? code.replaceAll("-", " ");
}

/** True where the code has words. */
export function hasSkipReason(code: string): boolean {
  return Object.hasOwn(reasons, code);
}
