import type { MentionType } from "../model/annotation.ts";

/** Nouns that say what a body is. */
const bodies =
  /^(?:agency|authority|organi[sz]ation|company|firm|group|party|committee|council|board|ministry|department|union|bank|charity|foundation|institute|institution|university|school|college|academy|think[- ]?tank|tank|body|association|federation|league|club|team|newspaper|magazine|website|broadcaster|network|airline|carrier|operator|maker|manufacturer|builder|retailer|chain|restaurant|hotel|museum|gallery|hospital|clinic|court|church|fund|lender|insurer|start-?up|service|platform|programme|program|scheme|strategy|zone|project|army|militia|movement|coalition|alliance|commission|corporation|subsidiary|unit|arm|division|developer|brewer|brewery|producer|publisher|studio|band|orchestra|choir|festival|tribunal|parliament|assembly|regulator|watchdog|ngo|non-?profit|cooperative|consultancy|consortium|brokerage|exchange|provider|supplier|giant|yard|shipyard|mill|factory|partei|verband|verein|firma|behörde|gesellschaft|gewerkschaft|bank|stiftung|hochschule|universität|unternehmen|konzern|zeitung|amt|ministerium|parti|société|entreprise|agence|association|syndicat|banque|fondation|université|institut|organisme|groupe|partido|empresa|agencia|asociación|sindicato|banco|fundación|universidad|instituto|organismo|grupo)s?$/iu;
/** Nouns that say what a place is. */
const places =
  /^(?:town|city|village|hamlet|island|islet|district|province|region|state|country|kingdom|republic|capital|suburb|neighbou?rhood|port|harbou?r|river|stream|lake|mountain|hill|valley|pass|cape|road|street|avenue|highway|motorway|expressway|bridge|tunnel|park|resort|area|territory|peninsula|county|municipality|parish|settlement|camp|airport|station|square|building|tower|cent(?:re|er)|market|mall|stadium|reserve|beach|bay|gulf|strait|sea|desert|forest|enclave|prison|base|hospital|school|dam|mine|field|crossing|checkpoint|stadt|gemeinde|dorf|insel|provinz|landkreis|fluss|hafen|vorort|ville|village|île|province|région|quartier|fleuve|rivière|ciudad|pueblo|isla|provincia|región|barrio|río|puerto)s?$/iu;
/** Nouns that say who somebody is: trades and offices, and what ends as they do. Kin says nothing of what somebody does. */
const people =
  /^(?:(?!(?:number|matter|manner|letter|paper|mother|father|brother|sister|daughter|order|power|offer|corner|member-state|chapter|quarter|winter|summer|year|answer|moment|movement|statement|agreement|document|event|amount|account|point|plant|error|factor|sector|favor|door|floor|list|twist)$)[\p{L}-]+(?:er|or|ist|ian|ant|ent|man|woman|person|ess|eer|eur|euse|aire|rin|ente|ista|ora|ero|era|ador)|president|minister|chief|head|fellow|judge|coach|mp|senator|secretary|general|admiral|colonel|marshal|attorney|advocate|candidate|nominee|trustee|nurse|pupil|king|queen|prince|pope|bishop|envoy|aide|ally|veteran|native|champion|host|chair|boss|tycoon|hydrologist|doctor|pilot|cook|chef|clerk|heir|expert|hero|guide|mayor|spy|priest|monk|nun|partner|captain|economist|präsident|ministerin|chefin|bürgermeister|lehrer|arzt|ärztin|maire|ministre|juge|alcalde|juez)s?$/iu;

const heads: Readonly<Partial<Record<MentionType, RegExp>>> = { ORG: bodies, LOC: places, PER: people };
/** What follows the noun itself: "a wool town | on the Orrel". */
const tail =
  /\s(?:of|in|at|for|on|to|that|which|who|whose|under|by|from|with|near|off|behind|between|outside|inside|founded|located|based|owned|run|launched|set up|made|known|specialising|specializing|von|der|des|im|am|für|bei|aus|an|de|du|des|d['’]\S*|à|au|en|qui|que|del|la)\s/iu;

/**
 * True where words that stand beside a name say what it is: their noun is of the kind of thing the name is, so that "a government spokeswoman"
 * never describes a building, nor "an essential step" a committee.
 */
export function isOfKind(words: string, type: MentionType): boolean {
  const [noun = ""] = words.replace(/,.*$/u, "").split(tail);
  const own = noun.trim().split(/\s+/);
  const head = own.at(-1) ?? "";
  // Where an office stands with its domain first ("head of ...", "finance minister"), the last word is the noun all the same.
  const plain = head.replace(/['’]s$/, "");
  // A river ends as a rider does.
  return (heads[type]?.test(plain) ?? false) && !(type === "PER" && places.test(plain));
}
