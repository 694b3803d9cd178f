import type { Cues } from "./cues.ts";

/** German. */
export const de: Cues = {
  tag: "de",
  dangling:
    /^(?:["„“»']?)(?:er|sie|es|dies(?:e[rsnm]?)?|jene[rsnm]?|sein(?:e[rsnm]?)?|ihr(?:e[rsnm]?)?|ihm|ihn|ihnen|dessen|deren|dort|da|dann|so|dabei|dazu|darin|dafür|dagegen|daher|deshalb|danach|darauf|davon|damit|darüber|hier|beide|beides|solche[rsnm]?|welche[rsnm]?|laut ihm|der mann|die frau|der vorfall|die entscheidung|das video|ja|nein)(?![\p{L}])/iu,
  connective:
    /^(?:aber|und|oder|doch|jedoch|allerdings|außerdem|zudem|zugleich|unterdessen|derweil|dennoch|trotzdem|ferner|schließlich)(?:,\s+|\s+(?=["„]?\p{Lu}))/iu,
  anaphor: /(?:letztere[rsnm]?|erstere[rsnm]?|wie erwähnt|siehe oben|im bild)/i,
  pronounSpeech: /\b(?:(?:er|sie) (?:sagte|sagt|erklärte|betonte)|(?:sagte|sagt|erklärte|betonte|so) (?:er|sie))\b/i,
  firstPerson:
    /(?:^|[^\p{L}])(?:ich|Ich|wir|Wir|uns|Uns|unser\p{L}*|Unser\p{L}*|mein\p{L}*|mir|mich|du|Du|euch)(?![\p{L}])/u,
  boilerplate:
    /(?:newsletter|abonnieren|jetzt anmelden|mehr lesen|lesen sie auch|weiterlesen|alle rechte vorbehalten|cookies?|foto:|bild:|quelle:|video:|anzeige|copyright|©|datenschutz|impressum|https?:|www\.|@\w|\s\|\s|[→▼►•])/i,
  instruction:
    /^(?:bitte |jetzt )?(?:achten sie|beachten sie|vermeiden sie|prüfen sie|besuchen sie|entdecken sie|genießen sie|erfahren sie|bestellen sie|melden sie|sehen sie|hören sie|nutzen sie|vergessen sie)\b/i,
  analysis: {
    cause:
      /(?:\bweil\b|wegen|aufgrund|infolge|ausgelöst|verursacht|führte? zu|geführt hat|grund (?:dafür|ist|für)|ursache|folge (?:von|der)|zurückzuführen|deshalb|daher|denn )/i,
    interest:
      /(?:\bwill\b|\bwollen\b|\bmöchte\b|fordert?|verlangt|strebt|ziel (?:ist|sei)|interesse|hofft|setzt auf|dringt auf|profitier)/i,
    constraint:
      /(?:\bjedoch\b|\btrotz\b|\bobwohl\b|\bkann nicht\b|können nicht|hindernis|hürde|schwierig|mangel|fehlt|fehlen|begrenzt|hängt (?:von|davon)|widerstand|abgelehnt|scheiter|zu (?:wenig|spät|früh)|nicht genug)/i,
    comparison:
      /(?:im vergleich|verglichen|\bals (?:im|vor|in|je)\b|(?:höchste|größte|schwerste|niedrigste|stärkste)\p{L}* .{0,30}(?:seit|jahren)|seit (?:19|20)\d\d|beispiellos|rekord|ähnlich wie|doppelt|verdoppelt)/iu,
    stakes:
      /(?:droht|drohen|gefahr|risiko|entscheidend|wichtig|bedeutet|bedeutung|auswirkung|betrifft|betroffen|gefährdet|sorge|befürcht|folgen für|signal|vertrauen)/i,
    expectation:
      /(?:wahrscheinlich|voraussichtlich|vermutlich|erwartet|rechnet (?:mit|damit)|prognose|könnte|dürfte|in den kommenden|nächste[rsnm]? (?:jahr|woche|monat)|bis ende|aussicht)/i,
  },
  wish: /^ (?:auch |nun |zudem )?(?:will|wollen|wollte|wollten|möchte|möchten|forder(?:t|n|te|ten)|verlang(?:t|en|te|ten)|strebt|hofft|hoffen|plant|planen|dringt auf|drängt auf|setzt sich für|ruft|rief)(?!\p{L})/iu,
  holder:
    /(?:analyst|expert|ökonom|beobachter|kritiker|forscher|wissenschaftler|professor|historiker|kommentator|jurist|verband|gewerkschaft|sprecher|institut)/i,
  attributed:
    /(?:\bsagte\b|\bsagt\b|\bsagten\b|\bteilte\b|\bteilten\b|\blaut\b|\bzufolge\b|\berklärte\b|\berklärten\b|\bbetonte\b|\bwarnte\b|\bschrieb\b|\bnach angaben\b|\bmitteilte\b|\bberichtete\b|\bnannte\b|\bkündigte\b|\bso (?:der|die|das)\b)/i,
  unknown:
    /(?:unklar|unbekannt|(?:noch )?nicht (?:bekannt|bestätigt|geklärt|fest)|steht (?:noch )?nicht fest|keine (?:angaben|informationen|hinweise|bestätigung)|wollte sich nicht|offen(?:\s+(?:ist|blieb|bleibt)|,)|ist (?:noch )?offen|bleibt offen|wird (?:noch )?ermittelt|ließ sich (?:zunächst )?nicht)/i,
  hedge:
    /(?:angeblich|vermutlich|möglicherweise|mutmaßlich\p{L}*|womöglich|offenbar|anscheinend|wahrscheinlich|unbestätigt\p{L}*|könnte[n]?|dürfte[n]?)(?![\p{L}])/iu,
  denial:
    /(?:bestreitet|bestritt|dementier|wies .{1,60} zurück|weist .{1,60} zurück|zurückgewiesen|nie gesagt|nicht gesagt|sei falsch|ist falsch|unwahr|haltlos)/i,
  dispute:
    /(?:bestreitet|bestritt|dementier|wies .{1,60} zurück|weist .{1,60} zurück|zurückgewiesen|nie gesagt|nicht gesagt|sei falsch|ist falsch|unwahr|haltlos)/i,
  accusation:
    /(?:beschuldig|vorgeworfen|wirft .{1,40} vor|vorwurf|vorwürfe|angeklagt|verdächtig|mutmaßlich|soll .{1,80} haben|angeblich)/i,
  sensitive:
    /(?:\bmord|ermordet|totschlag|erstochen|messerattacke|vergewaltig|sexuell\w* (?:missbrauch|gewalt|übergriff|nötigung)|missbrauch|suizid|selbstmord|selbsttötung|festgenommen|verhaftet|angeklagt|verurteilt|vor gericht|entführ|diebstahl|gestohlen|raub|betrug|minderjährig|(?:schüler|mädchen|junge)\b.{0,20}jährig|-jährige[rn]? (?:schüler|mädchen|junge))/i,
  suicide: /(?:suizid|selbstmord|selbsttötung|das leben genommen)/i,
  method: /(?:erhängt|strick|überdosis|sprang (?:von|aus)|vergiftet|tabletten|erschoss sich|ertränkt)/i,
  background:
    /(?:bereits|zuvor|früher|im (?:vergangenen|letzten|vorigen) (?:jahr|monat|jahrzehnt)|vor (?:\p{L}+|\d+) (?:jahren|monaten|wochen)|seit (?:19|20)\d\d|im jahr (?:19|20)\d\d|(?:im|seit) (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)|\bhatten?\b|\bwar(?:en)? .{1,60} worden|gegründet|begann|ursprünglich|jahrelang|seit (?:jahren|monaten|langem)|in der vergangenheit)/iu,
  future:
    /(?:\bwird\b .{1,80}\p{L}{2,}en\b|\bwerden\b|\bsoll(?:en)?\b|geplant|nächste[rsnm]? (?:woche|monat|jahr|schritt)|voraussichtlich|in den kommenden|bis ende|demnächst|ab (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))/iu,
  relativeDay:
    /(?:^|[^\p{L}])(?:gestern|heute|morgen (?:früh|abend)|vorgestern|heute (?:morgen|abend|nacht))(?![\p{L}])/iu,
  weekday:
    /\s+am (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:morgen|vormittag|mittag|nachmittag|abend)?(?=[\s,.;])/g,
  cut: /,\s+(?:nachdem|weil|während|wobei|die|der|das|wie|obwohl|als|um|da|sodass|teilte|sagte|wo|so)\b|;\s|\s[–—]\s/g,
  finiteVerb:
    /(?:^|[^\p{L}])(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|soll|sollen|will|wollen|muss|müssen|bleibt|gibt|gab|kam|kamen|ging|steht|stand|starb|starben|fordert|beschließt|beschloss|stimmt|begann|endet|\p{Ll}{3,}(?:te|ten|iert))(?![\p{L}])/u,
  frames: {
    dead: /(?:\btote[n]?\b|\btot\b|getötet|gestorben|\bstarben?\b|ums leben|todesopfer|tödlich)/i,
    injured: /(?:verletzt|verwundet)/i,
    missing: /(?:vermisst)/i,
    arrested: /(?:festgenommen|festnahmen?|verhaftet|in gewahrsam)/i,
    displaced: /(?:vertrieben|evakuiert|obdachlos|geflohen|flohen)/i,
  },
  labels: [
    ["Kämpfer", "Terroristen", "Rebellen", "Milizionäre"],
    ["Demonstranten", "Randalierer", "Aktivisten", "Protestierende"],
    ["Regime", "Regierung"],
    ["Migranten", "Flüchtlinge", "Geflüchtete"],
    ["Steuer", "Abgabe", "Gebühr"],
    ["Streik", "Ausstand", "Arbeitsniederlegung"],
  ],
  general: new Set(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april juni juli august september oktober november dezember prozent menschen mensch jahr jahre jahren jahres monat monate monaten woche wochen tage tagen stunde stunden minuten zeit heute gestern morgen abend nacht angaben bericht berichte berichten sprecher sprecherin sagte sagten erklärte teilte laut zufolge bereits unter gegen wegen seit etwa rund mehr weniger viele einige andere anderen neue neuen ersten erste zweite dritte letzten nächsten millionen milliarden tausend hundert wurde wurden worden werden haben hatte hatten sollen sollte können könnte müssen damit dabei dazu daher dagegen dafür darauf davon zwischen während nachdem bevor zudem außerdem allerdings jedoch teil fall fälle zahl frage fragen land länder stadt".split(
      " ",
    ),
  ),
  plainStart: /^(?!)/,
};
