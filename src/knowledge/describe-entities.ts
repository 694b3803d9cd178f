import type { Annotation, Mention, MentionType } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { type NameArticles, type NameQuery, wikipediaLicence } from "../model/encyclopaedia.ts";
import type { EntityCard, EntityId } from "../model/entity.ts";
import { slugOf } from "../model/outlet.ts";
import { personName } from "../text/person-name.ts";
import { describeFromEncyclopaedia } from "./describe-from-encyclopaedia.ts";
import { describeFromText } from "./describe-from-text.ts";
import { saysWhere } from "./link-mentions.ts";
import type { Facts } from "./load-facts.ts";
import { newerOffice } from "./newer-office.ts";

export interface EntityQuestion {
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  readonly facts: Facts;
  /** Which articles are of one origin; one that is not there is of its outlet. */
  readonly origins?: ReadonlyMap<ArticleId, string>;
  /** BCP 47: the language of the page. */
  readonly language: string;
  readonly limit?: number;
  /** What an encyclopaedia has under names of the story that nothing else describes. */
  readonly found?: readonly NameArticles[];
}

/** Whom a story is about: the cards, and the names that would have one if anything said who they are. */
export interface DescribedEntities {
  readonly cards: readonly EntityCard[];
  readonly undescribed: readonly NameQuery[];
}

interface Named {
  readonly id: EntityId;
  readonly names: Map<string, number>;
  readonly types: Map<MentionType, number>;
  /** Distinct articles it stands in, those whose title names it, and those whose lead does. */
  readonly articles: Set<ArticleId>;
  readonly titles: Set<ArticleId>;
  readonly leads: Set<ArticleId>;
  /** Times it stands as a channel only ("on Facebook", "told the Courier"), and as where something is ("in Houston"). */
  channel: number;
  located: number;
  mentions: number;
}

/** A page shows so many cards at most. */
const mostCards = 8;
/** A name this far into an article or nearer to its top is part of its lead. In UTF-16 units. */
const leadLength = 400;
/**
 * Least salience of a card: an entity in a tenth of the titles and some leads, or in a third of the leads, reaches it; one that articles merely pass
 * by does not. Chosen by reading 40 stories: a wrong card is worse than none.
 */
const leastSalience = 0.35;
const bareOffice =
  /^(?:(?:prime |chief |deputy )?(?:minister|president|chancellor|governor|mayor|chairman|director|secretary|judge|court|police|government|parliament|council|ministry|board|bank|company|union))$/i;
/** Where something is posted or told is no subject of the story. */
const channelBefore =
  /(?:\b(?:on|via|in an?|told|tells|to|from|by|quoted by|reported by|according to|posted (?:on|to)|sur|auf|laut|bei|en|según)\s+(?:the\s+)?)$/i;
/** A town's card wants so large a share of its mentions to say where something is; its club's are in few. */
const leastLocated = 0.2;
const channelAfter = /^\s+(?:posts?|page|video|update|account|user|group|reported|reports|newspaper|live|photo)\b/i;

/**
 * The cards of a story's main people, bodies and places, most important first: by salience, who stands in titles
 * and leads, not by frequency.
 * The sentence comes from the base of facts, from the story's own articles with its citation, or else from an encyclopaedia; who cannot be
 * described has no card, since a wrong card is worse than none.
 */
export function describeEntities({
  articles,
  annotations,
  facts,
  origins = new Map(),
  language,
  limit = mostCards,
  found = [],
}: EntityQuestion): DescribedEntities {
  const outletNames = new Set(articles.map(({ outlet }) => plainOutlet(outlet)));
  const total = articles.length;
  const countries = countriesNamed(annotations, facts);
  const ranked = [...countNames(articles, annotations, facts)]
    .filter(([, named]) => !outletNames.has(plainOutlet(mostCommon(named.names))))
    .filter(([, named]) => named.articles.size >= Math.min(2, total) && named.channel * 2 <= named.mentions)
    .filter(
      ([, { names }]) =>
        !bareOffice.test(mostCommon(names)) && !ambiguous(mostCommon(names), { articles, annotations, facts }),
    )
    .filter(
      ([, { names, located, mentions }]) =>
        !facts.byName.get(mostCommon(names).toLowerCase())?.city || located >= leastLocated * mentions,
    )
    .filter(([id, { names }]) => !namesake(id, mostCommon(names), facts, countries))
    .filter(([, named]) => salienceOf(named, total) >= leastSalience)
    .sort(([, a], [, b]) => salienceOf(b, total) - salienceOf(a, total) || (a.id < b.id ? -1 : 1));
  const cards: EntityCard[] = [];
  const undescribed: NameQuery[] = [];
  for (const [entityId, named] of ranked) {
    if (cards.length === limit) break;
    const type = mostCommon(named.types);
    const name = mostCommon(named.names);
    const base = { entityId, name: type === "PER" ? personName(name) : name, type };
    if (cards.some((card) => card.name === base.name) || (type === "PER" && !base.name.includes(" "))) continue;
    // Half of a name with a hyphen is nobody's.
    if (entityId.startsWith("local:") && articles.some(({ text }) => text.includes(`${name}-`))) continue;
    const fact = facts.sentences.get(entityId);
    // The base of facts is written in English; a page in another language has only what its articles say.
    if (fact && language.startsWith("en")) {
      const held = { name: base.name, entityId, articles, annotations, origins };
      const newer = type === "PER" ? newerOffice(held, fact) : undefined;
      if (newer) {
        const { text, asOf, citation } = newer;
        cards.push({ ...base, description: text, asOf, source: { kind: "articles", citations: [citation] } });
        continue;
      }
      const { text, asOf } = fact;
      cards.push({
        ...base,
        description: text,
        ...(asOf !== undefined && { asOf }),
        source: { kind: "facts", label: "Base of facts" },
      });
      continue;
    }
    const told = describeFromText(base.name, entityId, articles, annotations);
    if (told) {
      cards.push({ ...base, description: told.text, source: { kind: "articles", citations: [told.citation] } });
      continue;
    }
    const known = found.find((one) => one.name === base.name && one.type === type && one.language === language);
    const card = known && cardOf(base, known, { articles, facts });
    if (card) cards.push(card);
    else if (cards.length + undescribed.length < limit) undescribed.push({ name: base.name, type, language });
  }
  return { cards, undescribed };
}

function cardOf(
  base: Pick<EntityCard, "entityId" | "name" | "type">,
  known: NameArticles,
  { articles, facts }: Pick<EntityQuestion, "articles" | "facts">,
): EntityCard | undefined {
  const isCountry = (word: string) => facts.byName.get(word)?.country !== undefined;
  const told = describeFromEncyclopaedia(known, articles, isCountry);
  if (!told) return undefined;
  const source = { kind: "wikipedia", url: told.url, licence: wikipediaLicence } as const;
  return { ...base, description: told.description, asOf: known.asOf, source };
}

function countNames(
  articles: readonly Article[],
  annotations: ReadonlyMap<ArticleId, Annotation>,
  facts: Facts,
): Map<EntityId, Named> {
  const found = new Map<EntityId, Named>();
  for (const article of articles) {
    for (const mention of annotations.get(article.id)?.mentions ?? []) {
      if (mention.entityId === undefined) continue;
      const id = mention.type === "PER" ? personId(mention, facts) : mention.entityId;
      const named = found.get(id) ?? begin(id);
      found.set(id, named);
      named.articles.add(article.id);
      named.mentions++;
      if (saysWhere.test(article.text.slice(Math.max(0, mention.start - 12), mention.start))) named.located++;
      if (isChannel(mention, article)) named.channel++;
      else if (mention.start < leadLength) named.leads.add(article.id);
      if (inTitle(mention, article)) named.titles.add(article.id);
      count(named.names, mention.name);
      count(named.types, mention.type);
    }
  }
  return found;
}

function begin(id: EntityId): Named {
  return {
    id,
    names: new Map(),
    types: new Map(),
    articles: new Set(),
    titles: new Set(),
    leads: new Set(),
    channel: 0,
    located: 0,
    mentions: 0,
  };
}

/** One person under all addresses and offices: "Dr Isolde Varney" and "Isolde Varney" are one. */
function personId({ entityId = "", name }: Mention, { byName }: Facts): EntityId {
  if (!entityId.startsWith("local:")) return entityId;
  const known = byName.get(personName(name).toLowerCase());
  return known?.type === "PER" ? known.entityId : `local:${slugOf(personName(name))}`;
}

/**
 * Letters that stand for many bodies ("CDC") name the one of the base of facts only in a story of its country, or that gives its name in full;
 * never where the story says that they stand for something else.
 */
function ambiguous(name: string, { articles, annotations, facts }: Omit<EntityQuestion, "language">): boolean {
  const known = facts.byName.get(name.toLowerCase());
  if (!/^[A-Z.]{2,5}$/.test(name) || known?.country === undefined) return false;
  const full = [known.name, ...known.aliases].filter((alias) => alias.length > 6);
  const texts = articles.map(({ title, text }) => `${title}\n${text}`);
  if (texts.some((text) => full.some((alias) => text.includes(alias)))) return false;
  if (texts.some((text) => spelledOut(name).test(text))) return true;
  const countries = countriesNamed(annotations, facts);
  const most = Math.max(0, ...countries.values());
  return (countries.get(known.country) ?? 0) * 2 < Math.max(1, most);
}

/** Somebody of the base of facts, in a story that never names his country: more likely another one of his name. */
function namesake(id: EntityId, name: string, { byName }: Facts, countries: ReadonlyMap<string, number>): boolean {
  const known = byName.get(name.toLowerCase());
  return known?.type === "PER" && known.entityId === id && known.country !== undefined && !countries.has(known.country);
}

/** "Coastal Development Council (CDC)": as many words with a capital as letters. */
function spelledOut(letters: string): RegExp {
  const plain = letters.replaceAll(".", "");
  const words = [...plain].map((letter) => `${letter}[\\p{L}’'-]+`).join("(?:\\s(?:of|and|for|the|de|du|des|la))*\\s");
  return new RegExp(`${words}s?\\s\\(${plain}s?\\)`, "u");
}

/** How often the articles name each country, by its ISO code. */
function countriesNamed(annotations: ReadonlyMap<ArticleId, Annotation>, { byName }: Facts): Map<string, number> {
  const found = new Map<string, number>();
  for (const { mentions } of annotations.values())
    for (const { name, type } of mentions) {
      const known = type === "LOC" ? byName.get(name.toLowerCase()) : undefined;
      if (known?.country !== undefined) count(found, known.country);
    }
  return found;
}

function isChannel({ start, end, type }: Mention, { text }: Article): boolean {
  if (type === "PER" || type === "LOC") return false;
  return channelBefore.test(text.slice(Math.max(0, start - 30), start)) || channelAfter.test(text.slice(end, end + 20));
}

const plainOutlet = (name: string) => slugOf(name).replace(/^(?:the|der|die|das|le|la|el)-/, "");

function inTitle(mention: Mention, article: Article): boolean {
  const last = mention.name.split(" ").at(-1) ?? mention.name;
  return article.title.includes(mention.name) || (mention.type === "PER" && article.title.includes(last));
}

/** How much the story is about it, in [0, 6]: share of titles first, then of leads, then of articles. A country is named in passing more often. */
function salienceOf({ titles, leads, articles, types }: Named, total: number): number {
  const share = (set: ReadonlySet<ArticleId>) => set.size / Math.max(1, total);
  const salience = 3 * share(titles) + 1.2 * share(leads) + 0.4 * share(articles);
  return mostCommon(types) === "LOC" ? 0.6 * salience : salience;
}

function count<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function mostCommon<T>(counts: ReadonlyMap<T, number>): T {
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
