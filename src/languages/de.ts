import { type Language, words } from "./language.ts";
import { stemmerOf } from "./stemmer.ts";

export const de: Language = {
  tag: "de",
  stopWords:
    words(`aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf
    aus bei beim bin bis bist da dabei damit dann das dass dein dem den denn der des deren dessen dich die dies diese diesem
    diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa euch euer für gegen gibt habe haben
    hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder
    jedes jetzt kann kein keine keinem keinen keiner können könnte machen man mehr mein mich mit muss müssen nach neue
    neuen nicht nichts noch nun nur ob oder ohne sagte sagt schon sehr sei sein seine seinem seinen seiner seit sich sie
    sind so soll sollen sollte sondern sowie über um und uns unser unter vom von vor war waren was weil weiter welche wenn
    werden wird wer wie wieder will wir wo wollen worden wurde wurden zu zum zur zwei zwischen laut jahr jahre jahren`),
  stem: stemmerOf("german"),
  abbreviations:
    words(`dr prof hr fr fa rd v st nr str ca bzw z.b d.h u.a v.a z.t sog usw vgl evtl ggf inkl abs art bd jh mio mrd
    jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa so geb gest kgl dipl ing z d u v i`),
  endingAbbreviations: words("etc usw co u.a u.s.w"),
  speechVerbs: words(`sagte sagten sagt sagen erklärte erklärten erklärt betonte betont teilte teilten kündigte forderte
    forderten warnte warnten schrieb schreibt fügte ergänzte meinte meint berichtete berichten bestätigte bestätigten
    dementierte bestritt bestreitet antwortete fragte äußerte räumte versicherte behauptete behauptet kritisierte
    kritisierten hieß erläuterte unterstrich mahnte appellierte verwies`),
  quoteVerbs:
    words(`so rief riefen beteuerte beteuerten erzählte erzählen erzählt lobte lobten entgegnete erwiderte jubelte
    gab sprach sprachen schreibt schilderte nannte nannten nennt bezeichnete bezeichneten bezeichnet stellte stellten wies
    wiesen hält hielt ließ begründete verteidigte bedauerte freute klagte scherzte spottete schimpfte twitterte zitierte
    zitiert resümierte urteilte befand unterstellte lautete heißt wiederholte versprach bat rechtfertigte verlangte`),
  accordingTo: [
    "laut",
    "nach angaben von",
    "nach angaben des",
    "nach angaben der",
    "nach worten von",
    "nach ansicht von",
    "zufolge",
  ],
  pronouns: words("er sie"),
  quotationMarks: [
    ["„", "“"],
    ["„", "”"],
    ["»", "«"],
    ["«", "»"],
    ['"', '"'],
    ["‚", "‘"],
  ],
  capitalNouns: true,
};
