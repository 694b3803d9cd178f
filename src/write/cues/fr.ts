import type { Cues } from "./cues.ts";

/** French. */
export const fr: Cues = {
  tag: "fr",
  dangling:
    /^(?:["«“]\s*)?(?:il|elle|ils|elles|ce|cela|ça|cet(?:te)?|ces|celui|celle|ceux|celles|son|sa|ses|leurs?|lui|y|en effet|ainsi|alors|puis|ici|là|tous deux|oui|non|ce dernier|cette dernière|l['’]homme|la décision|la vidéo)(?![\p{L}])/iu,
  connective:
    /^(?:mais|et|or|cependant|toutefois|pourtant|néanmoins|par ailleurs|en outre|de plus|enfin|en revanche|du coup|parallèlement)(?:,\s+|\s+(?=["«]?\s?\p{Lu}))/iu,
  anaphor: /(?:ce dernier|cette dernière|ces derniers|ci-dessus|ci-dessous|susmentionné)/i,
  pronounSpeech: /(?:\ba-t-(?:il|elle) \p{L}+|\b(?:il|elle) a (?:dit|déclaré|ajouté|expliqué|affirmé)\b)/iu,
  firstPerson: /(?:^|[^\p{L}])(?:je|Je|j['’]|nous|Nous|notre|Notre|nos|mon|ma|mes|vous|Vous|votre|vos)(?![\p{L}])/u,
  boilerplate:
    /(?:newsletter|abonnez-vous|s['’]abonner|lire aussi|à lire|lire la suite|tous droits réservés|cookies?|crédit photo|photo :|source :|vidéo :|publicité|copyright|©|https?:|www\.|@\w|\s\|\s|[→▼►•])/i,
  instruction:
    /^(?:veuillez|n['’]oubliez pas|vérifiez|évitez|assurez-vous|découvrez|profitez|retrouvez|visitez|inscrivez|abonnez|réservez|consultez|commandez)\b/i,
  analysis: {
    cause:
      /(?:parce qu|à cause d|en raison d|dû à|due à|provoqu|entraîn|a conduit à|conséquence d|s['’]explique|résult|grâce à)/i,
    interest:
      /(?:\bveut\b|veulent|souhait|cherche(?:nt)? à|espère|vise(?:nt)? à|réclam|exige|intérêt|objectif|profite)/i,
    constraint:
      /(?:malgré|bien qu|toutefois|ne peu(?:t|vent)|obstacle|difficult|manque|limit|dépend d|résistance|oppos|échou|trop (?:tard|peu|tôt)|pas assez)/i,
    comparison:
      /(?:par rapport à|comparé|contrairement|plus .{1,30} depuis|depuis (?:19|20)\d\d|sans précédent|record|similaire|deux fois|doublé)/i,
    stakes:
      /(?:menac|risqu|danger|crucial|essentiel|important|signifie|impact|affect|inquiét|crain|conséquences|enjeu|signal|confiance)/i,
    expectation:
      /(?:probable|devrait|devraient|pourrait|pourraient|attendu|prévoi|prévision|perspective|dans les prochain|l['’]an prochain|d['’]ici)/i,
  },
  wish: /^ (?:veut|veulent|voulait|voulaient|souhaite(?:nt)?|cherche(?:nt)? à|espère(?:nt)?|vise(?:nt)?|réclame(?:nt)?|exige(?:nt)?|demande(?:nt)?|appelle(?:nt)? à|propose(?:nt)?|entend(?:ent)?)(?!\p{L})/iu,
  holder:
    /(?:analyst|expert|économist|observateur|critique|chercheur|scientifique|professeur|historien|juriste|syndicat|porte-parole|institut)/i,
  attributed:
    /(?:a déclaré|a dit|a indiqué|a affirmé|a expliqué|a annoncé|ont annoncé|selon|d['’]après|a précisé|a averti|estime|explique|affirme|déclare|souligne|a-t-il|a-t-elle)/i,
  unknown:
    /(?:inconnu|pas (?:encore )?(?:connu|confirmé|clair|précisé|établi)|on ignore|reste(?:nt)? à|n['’]a pas (?:précisé|souhaité|voulu)|aucune (?:information|précision|confirmation)|incertain|n['’]était pas clair)/i,
  hedge:
    /(?:apparemment|peut-être|probablement|sans doute|présumée?s?|aurai(?:t|ent)|serai(?:t|ent)|pourrai(?:t|ent)|semble(?:nt)?|non confirmée?s?)(?![\p{L}])/iu,
  denial: /(?:dément|nie |nient |a nié|rejet(?:te|é|tent)|conteste|réfut|n['’]a jamais dit|est faux|mensong)/i,
  dispute: /(?:dément|nie |nient |a nié|rejet(?:te|é|tent)|conteste|réfut|n['’]a jamais dit|est faux|mensong)/i,
  accusation: /(?:accus|soupçonn|présumé|inculp|mis en examen|poursuivi|aurait|auraient|allégu)/i,
  sensitive:
    /(?:\bmeurtre|assassin|homicide|poignard|\bviol(?:s|é|ée|eur)?\b|agression(?:s)? sexuelle|abus sexuel|suicid|arrêté|mis en examen|accusé|condamné|écroué|procès|enlèvement|kidnapp|\bvol(?:s|é|ée|eur)?\b|cambriol|braquage|escroquerie|mineur|(?:fillette|garçon|adolescent|lycéen|collégien))/i,
  suicide: /(?:suicid|mis fin à ses jours|donné la mort)/i,
  method: /(?:pendu|pendaison|corde|overdose|sauté (?:de|du)|défenestr|empoisonn|médicaments|s['’]est tiré)/i,
  background:
    /(?:déjà|auparavant|précédemment|l['’]an dernier|l['’]année dernière|le mois dernier|il y a (?:\p{L}+|\d+) (?:ans|mois|semaines)|en (?:19|20)\d\d|depuis (?:19|20)\d\d|\bavai(?:t|ent)\b|fondé|a commencé|à l['’]origine|depuis (?:des|plusieurs))/iu,
  future:
    /(?:\p{L}{2,}(?:era|eront|ira|iront|dra|dront)\b|devrait|doit (?:se|être|avoir)|prévu|prochain|d['’]ici|à venir)/iu,
  relativeDay: /(?:^|[^\p{L}])(?:hier|aujourd['’]hui|demain|ce (?:matin|soir)|cette nuit)(?![\p{L}])/iu,
  weekday:
    /\s+(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|après-midi|soir))?(?=[\s,.;])/g,
  cut: /,\s+(?:qui|dont|où|alors|après|tandis|selon|a|ont|afin|malgré|en|pour)\b|\s+(?:alors que|après que|tandis que|selon|afin de)\b|;\s|\s[–—]\s/g,
  finiteVerb:
    /(?:^|[^\p{L}])(?:est|sont|était|étaient|a|ont|avait|avaient|sera|seront|va|vont|fait|peut|doit|veut|annonce|demande|appelle|reste|devient|meurt|\p{L}{3,}(?:ent|ait|aient|era|eront))(?![\p{L}])/u,
  frames: {
    dead: /(?:\bmorte?s?\b|tuée?s?\b|décès|décédé|victimes mortelles|ont péri)/i,
    injured: /(?:blessée?s?\b)/i,
    missing: /(?:disparue?s?\b)/i,
    arrested: /(?:arrêtée?s?\b|arrestations?|interpellé|garde à vue)/i,
    displaced: /(?:déplacée?s\b|évacué|sans-abri|ont fui)/i,
  },
  labels: [
    ["militants", "combattants", "terroristes", "rebelles"],
    ["manifestants", "émeutiers", "militants"],
    ["régime", "gouvernement"],
    ["migrants", "réfugiés"],
    ["taxe", "impôt", "redevance"],
  ],
  general: new Set(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre pourcent personnes personne années année mois semaine semaines jours jour heures heure minutes temps aujourd'hui hier demain matin soir nuit selon déclaré indiqué affirmé précisé expliqué annoncé ajouté porte-parole après avant pendant depuis entre contre sans sous vers chez plus moins plusieurs autres autre même encore aussi déjà toujours très bien avoir être fait faire premier première deuxième dernier dernière million millions milliard milliards mille partie cas nombre pays ville question questions alors ainsi dont notamment".split(
      " ",
    ),
  ),
  plainStart: /^(?!)/,
};
