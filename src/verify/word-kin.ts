import table from "../../weights/word-kin.json" with { type: "json" };
import { regularForm } from "../languages/irregular-forms.ts";
import { languageFor } from "../languages/registry.ts";

/** How near a word of a source is to a word of a claim: 1 is the same word. */
export const nearness = { same: 1, synonym: 0.9, kin: 0.7, prefix: 0.6 } as const;

/** Opposites that news turns on and the dictionary does not have as such. */
const newsOpposites = `rise fall,rise drop,increase decrease,increase reduce,increase cut,grow shrink,gain lose,win lose,victory defeat,
  before after,more less,more fewer,up down,above below,over under,high low,higher lower,support oppose,accept reject,approve reject,
  approve deny,allow ban,allow block,permit ban,open close,start end,begin end,start stop,arrive leave,enter leave,buy sell,succeed fail,
  success failure,guilty innocent,convict acquit,confirm deny,admit deny,agree refuse,agree disagree,join leave,alive dead,live die,
  early late,earlier later,first last,best worst,better worse,strong weak,stronger weaker,major minor,large small,larger smaller,
  big small,bigger smaller,long short,longer shorter,old new,older younger,old young,near far,east west,north south,left right,
  northern southern,eastern western,inside outside,public private,male female,man woman,boy girl,men women,husband wife,son daughter,
  father mother,brother sister,positive negative,optimistic pessimistic,most least,most few,majority minority,many few,always never,often rarely,
  all none,everyone nobody,everything nothing,same different,similar different,easy difficult,safe dangerous,rich poor,hot cold,
  fast slow,arrest release,hire fire,appoint dismiss,raise lower,raise cut,expand reduce,strengthen weaken,improve worsen,push pull,
  attack defend,love hate,like dislike,praise criticise,praise criticize,welcome condemn,include exclude,legal illegal,lawful unlawful,
  likely unlikely,able unable,possible impossible,known unknown,happy unhappy,certain uncertain,expected unexpected,successful unsuccessful,
  rural urban,domestic foreign,local national,import export,profit loss,surplus deficit,advantage disadvantage,encourage discourage,
  remember forget,create destroy,build demolish,add remove,attract repel,peace war,truth lie,true false,right wrong,present absent,
  present past,former current,former present,future past,complete incomplete,full empty,light dark,light heavy,day night,morning evening,
  summer winter,double halve,maximum minimum,minimise maximise,minimize maximize,simple complex,cheap expensive,proud ashamed,
  temporary permanent,voluntary mandatory,optional required,partial full,partially fully,directly indirectly,quickly slowly,
  upgrade downgrade,overestimate underestimate,widen narrow,delay advance,delay hasten,postpone advance,save spend,borrow lend,teach learn`;

const { stem } = languageFor("en");
const many = 1 / table.articles;
const weights = new Map<string, number>();
for (const [step, words] of Object.entries(table.frequencies))
  for (const word of words.split(" ")) weights.set(word, -Math.log(2 ** (Number(step) / 6) * many));
/** The weight of a word that no counted article has. */
const unseen = Math.log(table.articles / 3);

const near = new Map<string, Map<string, number>>();
const opposite = new Map<string, Set<string>>();
const link = (a: string, b: string, value: number) => {
  if (a === b) return;
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const links = near.get(x) ?? new Map<string, number>();
    near.set(x, links.set(y, Math.max(value, links.get(y) ?? 0)));
  }
};
for (const group of table.synonyms) {
  const stems = group.split(" ");
  for (const [at, a] of stems.entries()) for (const b of stems.slice(at + 1)) link(a, b, nearness.synonym);
}
for (const pair of table.kin.split(",")) {
  const [a = "", b = ""] = pair.split(" ");
  link(a, b, nearness.kin);
}
const stemmed = newsOpposites.split(",").map((pair) =>
  pair
    .trim()
    .split(/\s+/)
    .map((word) => stem(regularForm(word))),
);
for (const [a = "", b = ""] of [...table.opposites.split(",").map((pair) => pair.split(" ")), ...stemmed]) {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const)
    opposite.set(x, (opposite.get(x) ?? new Set()).add(y));
  near.get(a)?.delete(b);
  near.get(b)?.delete(a);
}

/** How much a word tells: ln of the inverse share of news articles that have its English stem; about 7 for one that none has. */
export function weightOf(stem: string): number {
  return weights.get(stem) ?? unseen;
}

const nameStems = new Set(table.names.split(" "));

/** True for stems that the news has and no dictionary writes small: names, where a text has lost its capitals. */
export function isNameStem(stem: string): boolean {
  return nameStems.has(stem);
}

/** True for words that ordinary English news has; names and slips are none. */
export function isUsual(stem: string): boolean {
  return weights.has(stem);
}

/** English stems that mean the same or nearly so, with their nearness. */
export function kinOf(stem: string): ReadonlyMap<string, number> {
  return near.get(stem) ?? none;
}

/** English stems that mean the opposite. */
export function oppositesOf(stem: string): ReadonlySet<string> {
  return opposite.get(stem) ?? nothing;
}

const none: ReadonlyMap<string, number> = new Map();
const nothing: ReadonlySet<string> = new Set();
