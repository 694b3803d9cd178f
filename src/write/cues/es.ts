import type { Cues } from "./cues.ts";

/** Spanish. */
export const es: Cues = {
  tag: "es",
  dangling:
    /^(?:["«“]\s*)?(?:él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|aquel\p{L}*|su|sus|así|entonces|luego|aquí|allí|ambos|ambas|sí|no,|dicho|dicha|el hombre|la mujer|la decisión|el vídeo)(?![\p{L}])/iu,
  connective:
    /^(?:pero|y|sin embargo|no obstante|además|por otra parte|asimismo|mientras tanto|por su parte|aun así|finalmente|en cambio)(?:,\s+|\s+(?=["«]?\p{Lu}))/iu,
  anaphor: /(?:est[ea] últim[oa]|dich[oa]s? |arriba mencionad|antes citad)/i,
  pronounSpeech: /\b(?:(?:él|ella) (?:dijo|añadió|explicó|afirmó)|(?:dijo|añadió|explicó|afirmó) (?:él|ella))\b/i,
  firstPerson: /(?:^|[^\p{L}])(?:yo|Yo|nosotros|Nosotros|nuestr[oa]s?|Nuestr[oa]s?|mi|mis|usted|tú)(?![\p{L}])/u,
  boilerplate:
    /(?:newsletter|boletín|suscríb|suscríbete|leer más|lea también|seguir leyendo|todos los derechos|cookies?|foto:|fuente:|vídeo:|publicidad|copyright|©|https?:|www\.|@\w|\s\|\s|[→▼►•])/i,
  instruction:
    /^(?:por favor|no (?:olvide|se pierda)s?|asegúrese|verifique|evite|descubra|disfrute|visite|consulte|reserve|suscríbase|compre)\b/i,
  analysis: {
    cause:
      /(?:porque|debido a|a causa de|por culpa|provoc|llevó a|como consecuencia|se explica|resultado de|gracias a)/i,
    interest: /(?:quiere|quieren|busca|buscan|espera que|pretende|exige|reclama|interés|objetivo|beneficia)/i,
    constraint:
      /(?:a pesar de|aunque|sin embargo|no puede|no pueden|obstáculo|dificultad|falta de|limita|depende de|resistencia|oposición|fracas|demasiado)/i,
    comparison:
      /(?:en comparación|comparado|a diferencia|más .{1,30} desde|desde (?:19|20)\d\d|sin precedentes|récord|similar a|el doble)/i,
    stakes:
      /(?:amenaz|riesgo|peligro|crucial|clave|importante|significa|impacto|afecta|preocup|temor|consecuencias|en juego|señal|confianza)/i,
    expectation:
      /(?:probable|se espera|podría|podrían|prevé|prevén|previsión|perspectiva|en los próximos|el próximo|para finales)/i,
  },
  wish: /^ (?:también |ahora )?(?:quiere|quieren|quería|busca|buscan|espera|esperan|pretende|pretenden|exige|exigen|exigió|reclama|reclaman|pide|piden|pidió|propone|proponen|propuso)(?!\p{L})/iu,
  holder:
    /(?:analista|experto|economista|observador|crítico|investigador|científic|profesor|historiador|jurista|sindicato|portavoz|instituto)/i,
  attributed:
    /(?:\bdijo\b|\bdijeron\b|según|afirmó|explicó|anunció|anunciaron|señaló|aseguró|advirtió|indicó|declaró|añadió|de acuerdo con)/i,
  unknown:
    /(?:se desconoce|desconocid|no (?:se )?(?:ha|han) (?:confirmado|revelado|informado)|no está claro|aún no|todavía no|sin confirmar|no quiso|no precisó|ninguna información)/i,
  hedge:
    /(?:supuest[oa](?:s|mente)?|presunt[oa](?:s|mente)?|posiblemente|probablemente|quizás?|tal vez|al parecer|aparentemente|podrían?|habrían?|sin confirmar)(?![\p{L}])/iu,
  denial: /(?:niega|niegan|negó|negaron|rechaz|desmiente|desmintió|refut|nunca dijo|es falso|mentira)/i,
  dispute: /(?:niega|niegan|negó|negaron|rechaz|desmiente|desmintió|refut|nunca dijo|es falso|mentira)/i,
  accusation: /(?:acus|sospech|presunt|imputad|procesad|alega|habría|habrían)/i,
  sensitive:
    /(?:\basesin|homicidio|apuñal|\bviol(?:ación|ada|ado|ador|ó)\b|agresión sexual|abuso sexual|suicid|detenid|arrestad|acusad|condenad|encarcelad|juicio|secuestr|\brob(?:o|ó|ada|ado)\b|hurto|estafa|menor(?:es)? de edad|\bmenores\b|niñ[oa] de)/i,
  suicide: /(?:suicid|se quitó la vida)/i,
  method: /(?:ahorcad|ahorcó|soga|sobredosis|se arrojó|saltó (?:de|desde)|envenen|pastillas|se disparó)/i,
  background:
    /(?:anteriormente|previamente|el año pasado|el mes pasado|hace (?:\p{L}+|\d+) (?:años|meses|semanas)|en (?:19|20)\d\d|desde (?:19|20)\d\d|\bhabía[n]?\b|fundad|comenzó|empezó|originalmente|desde hace)/iu,
  future: /(?:\p{L}{2,}(?:ará|erá|irá|arán|erán|irán)\b|se espera|previsto|próxim|va a |van a )/iu,
  relativeDay: /(?:^|[^\p{L}])(?:ayer|hoy|mañana|anoche|esta (?:mañana|tarde|noche))(?![\p{L}])/iu,
  weekday:
    /\s+(?:este|el) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: por la (?:mañana|tarde|noche))?(?=[\s,.;])/g,
  cut: /,\s+(?:que|quien|donde|según|tras|después|mientras|aunque|cuando|en|para|lo que)\b|\s+(?:tras|después de|mientras|según|aunque|cuando)\b|;\s|\s[–—]\s/g,
  finiteVerb:
    /(?:^|[^\p{L}])(?:es|son|era|eran|fue|fueron|ha|han|había|habían|será|serán|está|están|hay|tiene|tienen|puede|debe|quiere|anuncia|pide|muere|\p{L}{2,}(?:ó|aron|ieron|ará|erá|irá|aban|ían))(?![\p{L}])/u,
  frames: {
    dead: /(?:\bmuert[oa]s?\b|murieron|fallecid|fallecieron|víctimas mortales|perdieron la vida)/i,
    injured: /(?:herid[oa]s?\b|lesionad)/i,
    missing: /(?:desaparecid)/i,
    arrested: /(?:detenid|arrestad|detenciones)/i,
    displaced: /(?:desplazad|evacuad|sin hogar|huyeron)/i,
  },
  labels: [
    ["militantes", "combatientes", "terroristas", "rebeldes"],
    ["manifestantes", "alborotadores", "activistas"],
    ["régimen", "gobierno"],
    ["migrantes", "refugiados"],
    ["impuesto", "tasa"],
  ],
  general: new Set(
    "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre personas persona años año meses semana semanas días horas hora minutos tiempo ayer mañana tarde noche según dijo declaró indicó afirmó explicó anunció añadió portavoz después antes durante desde entre contra sobre bajo hacia más menos varios otros otras otro mismo también además todavía siempre muy bien haber hecho hacer primer primera segundo último última millón millones miles parte caso casos número país países ciudad cuando donde aunque porque".split(
      " ",
    ),
  ),
  plainStart: /^(?!)/,
};
