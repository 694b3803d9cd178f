import { type Language, words } from "./language.ts";
import { stemmerOf } from "./stemmer.ts";

export const fr: Language = {
  tag: "fr",
  stopWords:
    words(`à a ai ainsi alors après au aucun aussi autre autres aux avait avant avec avoir c ce cela celle celles
    celui ces cet cette ceux chez comme comment contre d dans de depuis des deux dit donc dont du elle elles en encore entre
    est et été être eu eux fait faire fois font hors ici il ils j je jusqu l la le les leur leurs lors lui m ma mais me même
    mes moi moins mon n ne ni nos notre nous on ont ou où par parce pas pendant peu peut plus pour pourquoi près qu quand
    que quel quelle quelles quels qui s sa sans se selon sera ses si sa son sont sous sur t ta te tes toi ton tous tout
    toute toutes très tu un une va vers vos votre vous y an ans année`),
  stem: stemmerOf("french"),
  abbreviations: words(
    "m mm h mme mmes mlle dr pr me st ste av bd janv févr avr juill sept oct nov déc env art n° p.ex cf",
  ),
  endingAbbreviations: words("etc cie s.a"),
  speechVerbs:
    words(`dit disait déclaré déclare affirmé affirme expliqué explique précisé précise indiqué indique ajouté
    ajoute annoncé annonce assuré assure estimé estime souligné souligne averti avertit répondu répond lancé lance confié
    confie reconnu reconnaît rappelé rappelle écrit insisté insiste dénoncé dénonce martelé poursuivi poursuit conclu
    conclut regretté regrette`),
  quoteVerbs:
    words(`raconté raconte témoigne témoigné demandé demande critiqué critique qualifié qualifie parlé parle accusé
    accuse salué salue ironisé ironise prévenu prévient réagi réagit glissé glisse soupiré soupire crié crie plaidé plaide
    promis promet évoqué évoque jugé juge titré titre tweeté fustigé jure juré nuance nuancé tempère renchérit rétorque`),
  accordingTo: ["selon", "d'après", "d’après"],
  pronouns: words("il elle ils elles"),
  quotationMarks: [
    ["«", "»"],
    ["“", "”"],
    ['"', '"'],
  ],
  capitalNouns: false,
};
