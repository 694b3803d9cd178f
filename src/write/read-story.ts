import type { Annotation, Mention } from "../model/annotation.ts";
import type { Article, ArticleId, Span } from "../model/article.ts";
import type { StoryMaterial } from "../model/draft.ts";
import { personName } from "../text/person-name.ts";
import { terms } from "../text/terms.ts";
import { cuesFor } from "./cues/cues.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import { flawOf } from "./passage-flaw.ts";
import { PassageSpace } from "./passage-space.ts";
import { leastOriginsNaming, type Protection, privateNamesIn, protectionOf } from "./private-people.ts";
import { rankPassages } from "./rank-passages.ts";
import { passagesAside } from "./story-centre.ts";
import { blankQuoted, wordCount } from "./words-in.ts";

/** Names by which newsrooms go that the edition does not know. */
const newsroom =
  /\b(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Courier|Daily|Telegraph|Guardian|Chronicle|Observer|TV|Radio|Zeitung|Presse|Anzeiger|Monde|País)$|^(?:CNN|BBC|NBC|CBS|ABC|NPR)\b/u;

/** A story read once, for all sections: its sentences, which of them say the same, and which say most. */
export interface StoryReading {
  readonly material: StoryMaterial;
  /** Articles that speak: no copies, oldest first. */
  readonly articles: readonly Article[];
  /** Names of the outlets whose own articles speak, by first appearance. */
  readonly outlets: readonly string[];
  readonly passages: readonly Passage[];
  /** The passages of an outlet, and of an article. */
  readonly passagesBy: (outlet: string) => readonly Passage[];
  readonly passagesOf: (article: ArticleId) => readonly Passage[];
  readonly space: PassageSpace;
  /** True of the name of a newsroom: of the story, or one the edition knows. It is named as a source and is no part of what happened. */
  readonly isOutlet: (name: string) => boolean;
  /** Whom the page must not expose. */
  readonly protection: Protection;
  /** Rank of each passage in [0, 1], the best 1. */
  readonly rank: readonly number[];
  /** Number of distinct origins and outlets of the story, copies included among the outlets. */
  readonly counts: { readonly outlets: number; readonly origins: number; readonly articles: number };
}

type PassageInput = { articles: readonly Article[]; annotations: ReadonlyMap<ArticleId, Annotation> };

/** Reads the sentences of articles; at most `limit` of each, since what a report has to say stands early. */
export function readPassages(
  { articles, annotations }: PassageInput,
  limit: number,
  originOf: (article: Article) => string = ({ outlet }) => outlet,
): Passage[] {
  const passages: Passage[] = [];
  for (const article of articles) {
    const annotation = annotations.get(article.id);
    if (!annotation) continue;
    const cues = cuesFor(annotation.language);
    const sentences = annotation.sentences.slice(0, limit);
    const quotesOf = bySentence(annotation.quotes, sentences);
    const mentionsOf = bySentence(annotation.mentions, sentences);
    const numbersOf = bySentence(annotation.numbers, sentences);
    const datesOf = bySentence(annotation.dates, sentences);
    sentences.forEach((sentence, order) => {
      const text = article.text.slice(sentence.start, sentence.end);
      const words = wordCount(text);
      const quotes = quotesOf[order] ?? [];
      const mentions = mentionsOf[order] ?? [];
      const unquoted = blankQuoted(text);
      const flaw = flawOf({ text, words, cues, unquoted });
      const surface = (mention: Span) => article.text.slice(mention.start, mention.end);
      passages.push({
        ...sentence,
        index: passages.length,
        article,
        outlet: article.outlet,
        origin: originOf(article),
        order,
        text,
        words,
        names: [...new Set(mentions.map(nameOf))],
        people: new Set(mentions.filter(({ type }) => type === "PER").map(nameOf)),
        agents: [...new Set(mentions.filter(({ type }) => type === "PER" || type === "ORG").map(nameOf))],
        privateNames: false,
        shortNames:
          mentions.some(
            (mention) =>
              mention.type === "PER" &&
              wordCount(personName(surface(mention))) < 2 &&
              !possessed(text, surface(mention)),
          ) ||
          (cues.pronounSpeech.test(unquoted) && !mentions.some(({ type }) => type === "PER")),
        numbers: numbersOf[order] ?? [],
        quotes,
        dates: datesOf[order] ?? [],
        cues,
        reported: article.genre !== "opinion" && article.genre !== "interview",
        ...(flaw !== undefined && { flaw }),
      });
    });
  }
  return passages;
}

/** The spans that reach into each sentence. Both stand in order of the text, so that an article is gone through once. */
function bySentence<T extends Span>(spans: readonly T[], sentences: readonly Span[]): T[][] {
  const found: T[][] = sentences.map(() => []);
  let first = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    while ((sentences[first]?.end ?? Number.POSITIVE_INFINITY) <= span.start) first++;
    for (let at = first; (sentences[at]?.start ?? Number.POSITIVE_INFINITY) < span.end; at++) found[at]?.push(span);
  }
  return found;
}

/** Reads a story. Copies speak once, through the text they copy. */
export function readStory(material: StoryMaterial): StoryReading {
  const { copies, origins } = material;
  const originOf = ({ id, outlet }: Article) => origins.get(id) ?? outlet;
  const own = material.articles.filter(({ id }) => !copies.has(id));
  const articles = [...own].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt) || (a.id < b.id ? -1 : 1));
  const share = Math.floor(parameters.passage.perStory / Math.max(1, articles.length));
  const limit = Math.min(parameters.passage.perArticle, Math.max(parameters.passage.perArticleLeast, share));
  const read = readPassages({ articles, annotations: material.annotations }, limit, originOf);
  const termsOf = read.map(({ text, article }) => terms(text, article.language));
  const aside = passagesAside(articles, read, termsOf);
  const protection = protectionOf(material);
  const passages = read.map((passage) =>
    protect(aside.has(passage.index) ? { flaw: "off-story", ...passage } : passage, protection),
  );
  const documents = new Map(articles.map(({ id }, index) => [id, index]));
  const space = new PassageSpace(
    termsOf,
    passages.map(({ article }) => documents.get(article.id) ?? 0),
  );
  const bare = (name: string) => name.toLowerCase().replace(/^the /, "");
  const asked = new Map<string, boolean>();
  const outletNames = new Set(material.articles.map(({ outlet }) => bare(outlet)));
  const speaking = new Set(passages.filter(({ flaw }) => flaw !== "off-story").map(({ outlet }) => outlet));
  return {
    material,
    articles,
    outlets: [...new Set(articles.map(({ outlet }) => outlet))].filter((outlet) => speaking.has(outlet)),
    passages,
    passagesBy: grouped(passages, ({ outlet }) => outlet),
    passagesOf: grouped(passages, ({ article }) => article.id),
    isOutlet: (name) => {
      const known =
        asked.get(name) ??
        (outletNames.has(bare(name)) || newsroom.test(name) || material.outlets(name).kind !== "unknown");
      asked.set(name, known);
      return known;
    },
    protection,
    space,
    rank: rankPassages(passages, space),
    counts: {
      outlets: new Set(material.articles.map(({ outlet }) => outlet)).size,
      origins: new Set(material.articles.map(originOf)).size,
      articles: material.articles.length,
    },
  };
}

/** Passages by a key of theirs, in their order. */
function grouped(passages: readonly Passage[], keyOf: (passage: Passage) => string): (key: string) => Passage[] {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const group = groups.get(keyOf(passage));
    if (group) group.push(passage);
    else groups.set(keyOf(passage), [passage]);
  }
  return (key) => groups.get(key) ?? [];
}

/** Marks what names private people, and bars what names one whom few origins name, or tells how a suicide was done. */
function protect(passage: Passage, protection: Protection): Passage {
  if (protection.suicide && passage.cues.method.test(passage.text)) return { ...passage, flaw: "suicide-method" };
  const named = privateNamesIn(passage.text, protection);
  if (named.length === 0) return passage;
  const exposed = named.some((name) => (protection.people.get(name) ?? 0) < leastOriginsNaming);
  return { ...passage, privateNames: true, ...(exposed && { flaw: "private-person" }) };
}

const nameOf = ({ name, type }: Mention) => (type === "PER" ? personName(name) : name);

/** "Mill's" names a place or a work as often as a person. */
function possessed(text: string, name: string): boolean {
  return text.includes(`${name}'s`) || text.includes(`${name}’s`);
}
