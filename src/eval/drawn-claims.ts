import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { articleReader } from "../cli/article-record.ts";
import { loadLearned } from "../learned.ts";
import type { Article } from "../model/article.ts";
import { annotate } from "../pipeline/annotate.ts";
import { languageOf } from "../text/language-of.ts";
import { quotedWords, standsVerbatim } from "../verify/quoted-words.ts";
import { type ErrorKind, errorKinds, fuse, type Ground, plantError } from "./planted-errors.ts";
import { rephrase } from "./rephrasings.ts";

/** A claim made from a sentence of a real article. */
export interface DrawnClaim {
  readonly kind: "verbatim" | "deletion" | "rephrased" | "fused" | ErrorKind;
  readonly claim: string;
  readonly article: Article;
  /** True where the sentence was rephrased before the error was put in. */
  readonly rephrased: boolean;
}

/** Articles that claims are drawn from: English, of a usual length. Training takes the even, evaluation the odd ones. */
export function readGroundArticles(dataDir: string, odd: boolean, most: number): Article[] {
  const reader = articleReader(languageOf, () => {});
  const files = ["newscope.jsonl", "newscluster.jsonl", "allsides_2016_2020.jsonl.gz"].map((name) =>
    join(dataDir, "clustering", name),
  );
  const lists = files
    .filter((file) => existsSync(file))
    .map((file) => {
      const bytes = readFileSync(file);
      return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trimEnd().split("\n");
    });
  const articles: Article[] = [];
  for (let at = odd ? 1 : 0; articles.length < most && lists.some((list) => at < list.length); at += 2) {
    for (const list of lists) {
      const line = list[at];
      if (line === undefined || articles.length >= most) continue;
      const article = reader.read(JSON.parse(line) as Record<string, unknown>);
      if (article.language.startsWith("en") && article.text.length > 800 && article.text.length < 8000)
        articles.push(article);
    }
  }
  return articles;
}

/** Draws sentences and what is made of them, the same at every run, from so many articles, and of each kind up to `ofKind`, evenly spread. */
export function drawClaims(dataDir: string, odd: boolean, articles: number, ofKind: number): DrawnClaim[] {
  const all = drawAll(dataDir, odd, articles);
  const totals = new Map<string, number>();
  for (const { kind } of all) totals.set(kind, (totals.get(kind) ?? 0) + 1);
  const seen = new Map<string, number>();
  return all.filter(({ kind }) => {
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    const share = Math.min(1, ofKind / (totals.get(kind) ?? 1));
    return Math.floor((count + 1) * share) > Math.floor(count * share);
  });
}

function drawAll(dataDir: string, odd: boolean, most: number): DrawnClaim[] {
  const learned = loadLearned();
  const read = readGroundArticles(dataDir, odd, most).map((article) => ({
    article,
    annotation: annotate(article, learned),
  }));
  const claims: DrawnClaim[] = [];
  for (const [index, { article, annotation }] of read.entries()) {
    const stranger = read[(index + 7) % read.length];
    if (!stranger) continue;
    for (const [at, sentence] of annotation.sentences.entries()) {
      const words = article.text.slice(sentence.start, sentence.end);
      if (!isPlainSentence(words)) continue;
      const ground: Ground = { article, annotation, sentence, stranger, draw: index * 31 + at * 7 };
      const add = (kind: DrawnClaim["kind"], claim: string | undefined, rephrased = false) => {
        if (claim !== undefined && claim !== words) claims.push({ kind, claim, article, rephrased });
      };
      claims.push({ kind: "verbatim", claim: words, article, rephrased: false });
      add("deletion", shorten(words));
      const other = rephrase(words);
      add("rephrased", other, true);
      add("fused", fuse(words, ground));
      for (const kind of errorKinds) {
        // Every other error is put into a rephrased sentence.
        const turnedFirst = (index + at) % 2 === 0 && other !== undefined;
        add(kind, plantError(kind, turnedFirst ? other : words, ground), turnedFirst);
      }
    }
  }
  return claims;
}

/** Whole declarative sentences only; titles, captions and scraps are no claims. */
function isPlainSentence(words: string): boolean {
  const count = words.split(/\s+/).length;
  return count >= 8 && count <= 45 && /^["“]?\p{Lu}/u.test(words) && /[.”"]$/.test(words) && !/[?:;|]/.test(words);
}

/** The sentence with one part left out whose loss leaves it true: an aside, an opening phrase, an attribution behind. */
function shorten(words: string): string | undefined {
  const shorter = words
    .replace(/ \([^)]*\)/, "")
    .replace(/, (?:who|which) [^,“”"]{5,80},(?= )/, "")
    .replace(
      /^(?:On \p{Lu}\p{Ll}+day|In (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|Meanwhile|However|Last (?:week|month|year)), (\p{Ll}|\p{Lu})/u,
      (_, first: string) => first.toUpperCase(),
    )
    .replace(/, (?:he|she|they|officials|police|authorities) (?:said|added)(?: (?:on )?\p{Lu}\p{Ll}+day)?\.$/u, ".");
  // A quotation cut inside is an altered one, and rightly refused.
  const whole = quotedWords(shorter).every((quoted) => standsVerbatim(quoted, [words]));
  return shorter === words || !whole ? undefined : shorter;
}
