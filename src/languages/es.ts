import { type Language, words } from "./language.ts";
import { stemmerOf } from "./stemmer.ts";

export const es: Language = {
  tag: "es",
  stopWords:
    words(`a al algo algunas algunos ante antes aquel aquella aunque así cada casi como con contra cual cuando de
    del desde donde dos durante e el él ella ellas ellos en entre era eran eres es esa esas ese eso esos esta está están
    estas este esto estos fue fueron ha había han hasta hay hoy la las le les lo los más me mi mientras muy nada ni no nos
    nosotros o otra otras otro otros para pero poco por porque pues que qué quien quienes se sea según ser si sí sido sin
    sobre solo sólo son su sus también tan tanto te tiene tienen todo todos tras tu tus un una uno unos ya yo y año años
    dijo`),
  stem: stemmerOf("spanish"),
  abbreviations: words(
    "sr sra srta dr dra d dña prof gral lic ing ud uds av avda núm pág ene feb mar abr ee jun jul ago sept oct nov dic ee.uu aprox",
  ),
  endingAbbreviations: words("etc s.a cía ee.uu uu"),
  speechVerbs: words(`dijo dice dicen dijeron afirmó afirma aseguró asegura explicó explica señaló señala añadió añade
    declaró declara indicó indica manifestó manifiesta advirtió advierte anunció anuncia sostuvo sostiene agregó agrega
    apuntó apunta expresó escribió respondió reconoció admitió negó insistió subrayó destacó denunció criticó recordó
    concluyó precisó comentó`),
  quoteVerbs:
    words(`contó cuenta relató relata preguntó pregunta calificó califica acusó acusa celebró lamentó lamenta exigió
    exige pidió pide prometió promete reveló revela tuiteó gritó bromeó ironizó replicó matizó zanjó describió describe
    llamó llama habló habla consideró considera opinó opina tachó confesó confiesa reiteró aclaró valoró defendió`),
  accordingTo: ["según", "de acuerdo con"],
  pronouns: words("él ella ellos ellas"),
  quotationMarks: [
    ["«", "»"],
    ["“", "”"],
    ['"', '"'],
  ],
  capitalNouns: false,
};
