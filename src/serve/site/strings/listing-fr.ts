import type { ListingStrings } from "./listing-strings.ts";

/** In French nought is singular. */
const plural = (count: number, one: string, other: string) => (count < 2 ? one : other);

export const fr: ListingStrings = {
  tag: "fr",
  front: {
    description: (title) =>
      `${title} donne l’actualité telle que de nombreux médias la racontent, une page par sujet, chaque phrase avec le passage qui l’atteste.`,
    lastReport: (ago) => `Dernier article ${ago}.`,
    nothing: "Aucun sujet n’est encore publié ici.",
    top: "Les plus couverts en ce moment",
    all: (subject) => `Suite : ${subject}`,
    quiet: "Rubriques calmes",
    quietBelow: (below, count, minArticles, minOrigins) =>
      `${below} ${plural(count, "article", "articles")}, mais encore aucun sujet de ${minArticles} ${plural(minArticles, "article", "articles")} et ${minOrigins} ${plural(minOrigins, "origine indépendante", "origines indépendantes")}`,
    quietEmpty: "rien n’a encore été lu",
    quietAbove: "ses sujets figurent plus haut",
  },
  progress: {
    heading: "La première édition se prépare",
    asking: "Les flux sont interrogés",
    reading: (count, shown) => `Lecture de ${shown} ${plural(count, "article", "articles")}`,
    finding: (count, shown) => `Recherche des sujets dans ${shown} ${plural(count, "article", "articles")}`,
    writing: (count, shown) => `Rédaction de ${shown} ${plural(count, "page", "pages")}`,
    starting: "Démarrage",
    upToDate: "À jour",
    feeds: (answered, all) => `${answered} flux interrogés sur ${all}`,
    articles: (count, shown) => `${shown} ${plural(count, "article lu", "articles lus")}`,
    stories: (count, shown) => `${shown} ${plural(count, "page écrite", "pages écrites")}`,
    fillsIn: "Cette page se remplit d’elle-même.",
    noAnswer: "Aucun flux n’a répondu jusqu’ici.",
    choose: "Choisir langues, pays et rubriques",
  },
  singles: {
    heading: "Articles isolés",
    intro: (minArticles, minOrigins) =>
      `Encore peu repris : un sujet de la une compte au moins ${minArticles} ${plural(minArticles, "article", "articles")} de ${minOrigins} ${plural(minOrigins, "origine indépendante", "origines indépendantes")}.`,
    all: "Tous les articles isolés",
    none: "Il n’y en a pas.",
    more: (count, shown) => `${shown} ${plural(count, "article", "articles")}`,
  },
  paging: { label: "Pages", newer: "Retour", older: "Suite", page: (page) => `Page ${page}` },
  subject: {
    description: (subject, title) => `${subject} : les sujets de ${title}, les plus couverts d’abord.`,
    empty: "Aucun sujet de cette rubrique n’est encore publié.",
  },
  topic: {
    kinds: { PER: "Personne", ORG: "Institution", LOC: "Lieu", MISC: "Nom" },
    noCard: "Nous n’avons sur ce nom aucune phrase qui puisse être attestée.",
    asOf: (date) => `au ${date}`,
    from: "Source :",
    fromArticles: "un article lu :",
    wikipedia: "Wikipédia",
    stories: (count, shown) => `Dans ${shown} ${plural(count, "sujet", "sujets")}`,
    all: "Personnes, institutions et lieux",
    intro: "De qui et de quoi parlent les sujets, les plus fréquents d’abord.",
    none: "Aucun sujet ne nomme encore quelqu’un que nous puissions décrire.",
  },
  outlet: {
    site: "Site",
    country: "Pays",
    owner: "Propriétaire",
    kind: "Type",
    language: "Langue",
    use: "Ce que nous lisons",
    uses: {
      text: "ses flux et les pages de ses articles",
      "feed-only": "ses flux seulement",
      "link-only": "ses flux seulement, pour y renvoyer",
      never: "rien : il n’est pas interrogé",
    },
    optOut: (reason, date) =>
      `Le ${date}, une de ses pages a demandé à ne pas être utilisée par des machines (${reason}) ; de telles pages, rien n’est utilisé au-delà de ce que disent les flux.`,
    unknown: "inconnu",
    asOf: (date) => `Données publiques au ${date}.`,
    stateMedium:
      "Ce média appartient à un gouvernement ou à un parti au pouvoir, ou en reçoit l’essentiel de ses moyens, et aucune loi ni charte n’écarte ce gouvernement de sa rédaction. La mention dit qui décide, non si un article est vrai.",
    feeds: "Flux",
    feedsOf: (_, shown) => `${shown} flux`,
    noFeeds: "aucun flux",
    stories: "Les sujets qu’il a couverts",
    noStories: "Aucun sujet publié ne contient encore d’article de ce média.",
    articles: "Ses derniers articles",
    noArticles: "Aucun de ses articles n’a encore été lu.",
  },
  outlets: {
    heading: "Médias",
    rule: [
      "Entre dans l’édition par défaut un média qui informe avec sa propre rédaction, offre un flux public, apporte un lieu, une langue ou un regard qui manque, et ne demande pas aux machines de rester à l’écart. Personne n’est choisi ni écarté pour pencher d’un côté ou de l’autre.",
      "Les médias d’un même propriétaire forment une famille et comptent pour une origine. Les médias d’État sont signalés partout où ils sont nommés. Ce qui n’est pas connu est indiqué comme inconnu. Il n’y a pas de note de confiance, de qualité ni d’orientation.",
      "Le fichier robots.txt et les réserves des pages sont respectés à chaque visite, et aucun péage ni blocage n’est contourné. D’un article, deux phrases et 60 mots au plus paraissent dans une partie de page, toujours avec un lien vers l’original.",
    ],
    count: (outlets, countries) => `Cette édition lit ${outlets} médias de ${countries} pays.`,
    name: "Média",
    none: "Cette édition n’a pas encore de médias.",
    reread:
      "Un média qui veut faire corriger sa fiche, réduire ce qui est lu de lui ou ne plus figurer ici n’a qu’à le demander.",
  },
  sources: {
    heading: "Sources",
    intro: "Chaque article lu, du plus récent au plus ancien, avec le sujet auquel il appartient.",
    none: "Rien n’a encore été lu.",
    copy: "copie",
    paywalled: "réservé aux abonnés",
    inStory: "dans",
  },
  search: {
    label: "Chercher dans les sujets",
    button: "Chercher",
    tips: 'Tous les mots doivent y être. Les "guillemets" gardent des mots ensemble ; -mot en exclut un.',
    none: (words) => `Aucun sujet ne contient ${words}.`,
    topics: "Personnes, institutions et lieux",
  },
  health: {
    heading: "État des flux",
    summary: (answering, failing, unasked) =>
      `${answering} répondent, ${failing} échouent, ${unasked} pas encore interrogés.`,
    failing: "Flux en échec",
    answering: (count, shown) => `${shown} flux ${plural(count, "répond", "répondent")}`,
    unasked: (count, shown) => `${shown} flux pas encore ${plural(count, "interrogé", "interrogés")}`,
    paused: (_, shown) => `${shown} flux en pause`,
    otherLanguage: (_, shown) => `${shown} flux dans une langue que cette édition ne lit pas`,
    failures: (count, shown) => (count === 1 ? "un échec" : `${shown} échecs de suite`),
    asked: (ago) => `interrogé ${ago}`,
    newest: (ago) => `dernier élément ${ago}`,
    next: (at) => `nouvel essai ${at}`,
    todo: "Que faire :",
    noFeeds: "Cette édition n’a pas de flux. `backstory feeds add` en ajoute un.",
    allWell: "Tous les flux interrogés ont répondu.",
    skips: "Ce qui a été laissé de côté, et pourquoi",
    skipsIntro: (skipped, found) =>
      `Sur ${found} éléments offerts par les flux, ${skipped} ne sont pas devenus des articles.`,
    noSkips: "Rien n’a été laissé de côté.",
    columns: ["Pourquoi", "À l’étape", "Éléments"],
    recent: "Laissés de côté en dernier",
    reasons: {
      "too-little-text": "trop peu de texte à citer",
      "language-not-read": "dans une langue que cette édition ne lit pas",
      "too-old": "plus ancien que ce que l’édition garde",
      "same-article": "un article déjà lu sous une autre adresse",
      "no-link": "le flux n’en donne pas l’adresse",
      "not-html": "son adresse ne contient pas de page",
      "tdm-reservation": "son média en réserve l’exploitation",
      "feed-only": "seul son flux est lu, et il en dit trop peu",
      "link-only": "on ne fait que renvoyer à ce média",
      never: "ce média n’est pas lu",
      "outlet-removed": "ce média a été retiré",
      "reading-failed": "il n’a pas pu être lu",
      redacted: "retiré de l’édition",
      timeout: "le site n’a pas répondu à temps",
      dns: "le nom du site n’est pas connu",
      robots: "robots.txt demande aux machines de ne pas le lire",
      "robots-unavailable": "robots.txt est illisible, donc rien d’autre n’est lu",
      refused: "le site a refusé la connexion",
      unreachable: "le site est injoignable",
      "connection-lost": "la connexion s’est interrompue",
      "private-address": "son adresse mène dans un réseau privé",
      "too-large": "sa page est trop grande",
      "too-many-redirects": "il mène sans fin d’adresse en adresse",
      "bad-certificate": "le certificat du site n’est pas fiable",
    },
    httpStatus: (status) => `le site a répondu ${status}`,
  },
  about: {
    heading: "À propos",
    passages: [
      {
        heading: "Ce que c’est",
        paragraphs: [
          "Ce site lit les flux de nombreux médias, trouve quels articles racontent le même sujet et tient une page pour chacun. Chaque phrase s’y ouvre sur le passage de l’article qui l’atteste ; une phrase sans passage n’est pas publiée.",
          "Il ne dit pas qui a raison. Il montre qui a rapporté quoi, combien d’origines indépendantes a une information, où les médias divergent et ce que personne ne sait encore.",
        ],
      },
      {
        heading: "Quand quelque chose est faux",
        paragraphs: [
          "Chaque version d’une page est gardée, et l’on peut lire ce qui a changé de l’une à l’autre. Quand un média corrige son article, la page suit à la lecture suivante. Pour tout le reste, écrivez à l’éditeur de cette édition.",
        ],
      },
    ],
    keeper: "L’éditeur de cette édition",
    contact: "Écrire à",
    noContact: "L’éditeur n’a pas laissé d’adresse.",
    reads: "Lit",
    shows: "Montre",
    times: "Heures en",
    version: "Faite avec",
    sample: "Ceci est l’édition d’exemple : médias, personnes, lieux et événements y sont tous inventés.",
    more: "À lire aussi :",
  },
  method: {
    heading: "Comment elle est faite",
    passages: [
      {
        heading: "Lire",
        paragraphs: [
          "Chaque flux est interrogé aussi souvent qu’il change, poliment : une requête à la fois par hôte, sous un nom honnête, en respectant robots.txt. Ce que dit un article vient de sa page là où elle peut être lue, sinon du flux. Ce qui ne peut être lu est compté et nommé.",
        ],
      },
      {
        heading: "Trouver les sujets",
        paragraphs: [
          "Un article rejoint le sujet dont les mots, les noms et le moment sont les plus proches des siens, ou en ouvre un nouveau. Des textes presque identiques sont des copies d’un original : dix sites qui impriment une dépêche d’agence sont une seule origine. Les médias d’un même propriétaire aussi.",
          "Les sujets sont classés selon le nombre d’origines indépendantes et l’âge du dernier article. Une demi-journée plus tard, la même couverture compte moins.",
        ],
      },
      {
        heading: "Écrire",
        paragraphs: [
          "Par défaut, aucun modèle de langue n’est à l’œuvre. La page est faite des phrases des médias, choisies, raccourcies par seule suppression et toujours attribuées, et de courtes phrases qui se comptent (« six médias le rapportent ; un seul ajoute … »).",
        ],
      },
      {
        heading: "Vérifier",
        paragraphs: [
          "Avant d’être publiée, une phrase est confrontée aux passages qu’elle cite : citations à la lettre et par la personne nommée, nombres, noms, et qui le dit. Ce qui échoue est laissé de côté, et la page dit quoi et pourquoi.",
        ],
      },
      {
        heading: "Ce qu’elle ne peut pas faire",
        paragraphs: [
          "Elle ne lit que ce que les médias de cette édition ont publié, dans les langues qu’elle lit. « Le premier » veut dire : vu ici le premier. Qu’une chose manque dans les articles lus ne veut pas dire que personne n’en a parlé. Deux sujets peuvent être pris pour un, ou un pour deux.",
        ],
      },
    ],
  },
  corrections: {
    heading: "Rectificatifs",
    intro:
      "Les rectificatifs publiés par les médias, du plus récent au plus ancien. Les pages de leurs sujets suivent.",
    none: "Aucun média n’a encore publié de rectificatif.",
  },
  welcome: {
    heading: "Bienvenue",
    intro: "Choisissez ce que lit cette édition, ou laissez-la telle quelle. Elle se remplit entre-temps.",
    behindSample:
      "Ce choix vaut pour votre propre édition ; l’édition d’exemple y mène dès qu’elle a un sujet à montrer.",
    languages: "Langues",
    languagesHint: "Les articles dans d’autres langues sont laissés de côté.",
    subjects: "Rubriques de la une",
    subjectsHint: "",
    countries: "Pays des médias",
    countriesHint: "Aucun choisi veut dire tous.",
    opml: "Vos propres flux",
    opmlHint: "Une liste de votre lecteur de flux (OPML). Elle s’ajoute aux autres.",
    save: "Enregistrer et aller à la une",
    skip: "Laisser tel quel",
    noneChosen: "Choisissez au moins une langue et une rubrique.",
  },
  errors: {
    notFound: "Cette page n’existe pas",
    notFoundText:
      "L’adresse est peut-être mal écrite. Un sujet ne change jamais d’adresse : la recherche peut le trouver.",
    badRequest: "Cette adresse ne peut pas être lue",
    refused: "Cela n’a pas été fait",
    refusedText:
      "La demande venait d’un autre site. Ouvrez la page ici et réessayez ; derrière un mandataire, publicUrl doit être défini.",
    tooLarge: "C’est trop grand",
    tooLargeText: "Une liste de flux peut avoir 5 Mo.",
    method: "Cela ne se peut pas ici",
    methodText: "La page existe, mais pas pour ce type de demande.",
    failed: "Quelque chose a échoué ici",
    failedText: "C’est notre faute, et c’est au journal. Réessayez dans un instant.",
    unavailable: "Pas maintenant",
    home: "À la une",
  },
};
