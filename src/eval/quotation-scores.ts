import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Annotation, Quote } from "../model/annotation.ts";
import type { Article, Span } from "../model/article.ts";
import { tokenize } from "../text/tokens.ts";
import type { EvalRow } from "./eval-table.ts";
import { readTarGz } from "./tar-archive.ts";

interface GoldQuote {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
}

interface Counts {
  gold: number;
  matched: number;
  sourced: number;
  speakerRight: number;
  ownTokens: number;
  ownInside: number;
  indirectGold: number;
  indirectMatched: number;
}

const quotationMark = /["“”]/;

/**
 * Who said what in PolNeAR's training articles (Newell et al. 2018), from which nothing was learned by machine. Gold content that holds a
 * quotation mark is direct or mixed; a match has a token Jaccard of .5; parts of one group are joined. A speaker is right when ours and the gold
 * source overlap, or where theirs is a pronoun's name in full. Precision: the share of tokens in our quotations that lie in gold content.
 */
export function scoreQuotations(dataDir: string, annotate: (article: Article) => Annotation): EvalRow[] {
  const file = join(dataDir, "quotes", "polnear_train.tar.gz");
  if (!existsSync(file)) return [];
  const counts: Counts = {
    gold: 0,
    matched: 0,
    sourced: 0,
    speakerRight: 0,
    ownTokens: 0,
    ownInside: 0,
    indirectGold: 0,
    indirectMatched: 0,
  };
  for (const { text, gold } of readPolnear(file)) {
    const { quotes } = annotate({
      id: "a",
      outlet: "",
      title: "",
      text,
      publishedAt: "2016-06-01T00:00:00.000Z",
      language: "en",
    });
    countQuotes(counts, text, gold, quotes);
  }
  const set = "quotations en";
  return [
    {
      set,
      measure: "direct and mixed recall",
      value: counts.matched / counts.gold,
      note: `${counts.gold} in PolNeAR train`,
    },
    {
      set,
      measure: "speaker right",
      value: counts.speakerRight / counts.sourced,
      note: "of those matched that have a source",
    },
    {
      set,
      measure: "precision of content",
      value: counts.ownInside / counts.ownTokens,
      note: "tokens inside gold content",
    },
    {
      set,
      measure: "indirect recall",
      value: counts.indirectMatched / counts.indirectGold,
      note: `${counts.indirectGold}, beliefs and intents too`,
    },
  ];
}

export function* readPolnear(file: string): Generator<{ path: string; text: string; gold: GoldQuote[] }> {
  const files = readTarGz(file).map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) }));
  const texts = new Map(
    files
      .filter(({ path }) => path.endsWith(".txt"))
      .map(({ path, text }) => [path.replace(/^.*\/|\.txt$/g, ""), text]),
  );
  const done = new Set<string>();
  for (const { path, text } of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    // Some articles were annotated twice; the first reading counts.
    const name = path.match(/([^/]+)_[0-9a-f]{4}\.ann$/)?.[1];
    const article = name === undefined ? undefined : texts.get(name);
    if (name === undefined || article === undefined || done.has(name)) continue;
    done.add(name);
    yield { path, text: article, gold: readAnnotations(text) };
  }
}

/** Brat stand-off: "T3\tContent 6 85;90 99\t…" and "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1". */
function readAnnotations(ann: string): GoldQuote[] {
  const spans = new Map<string, Span[]>();
  const quotes: GoldQuote[] = [];
  for (const line of ann.split("\n")) {
    const text = /^(T\d+)\t\S+ ([\d ;]+)\t/.exec(line);
    if (text?.[1] !== undefined && text[2] !== undefined)
      spans.set(
        text[1],
        text[2].split(";").map((part) => {
          const [start = 0, end = 0] = part.split(" ").map(Number);
          return { start, end };
        }),
      );
    const event = /^E\d+\t(.*)/.exec(line)?.[1];
    if (event === undefined) continue;
    const of = (role: string) =>
      [...event.matchAll(/(\w+):(T\d+)/g)].flatMap(([, key = "", id = ""]) =>
        key.replace(/\d+$/, "") === role ? (spans.get(id) ?? []) : [],
      );
    const content = of("Content");
    if (content.length > 0) quotes.push({ content, source: of("Source") });
  }
  return quotes;
}

function countQuotes(counts: Counts, text: string, gold: readonly GoldQuote[], quotes: readonly Quote[]): void {
  const starts = tokenize(text)
    .filter(({ kind }) => kind === "word" || kind === "number")
    .map(({ start }) => start);
  const tokensOf = (spans: readonly Span[]) =>
    new Set(starts.filter((start) => spans.some((span) => span.start <= start && start < span.end)));
  const own = joinGroups(quotes).map((quote) => ({ ...quote, tokens: tokensOf(quote.spans) }));
  const inGold = new Set<number>();
  for (const quote of gold) {
    const tokens = tokensOf(quote.content);
    for (const token of tokens) inGold.add(token);
    const direct = quote.content.some(({ start, end }) => quotationMark.test(text.slice(start, end)));
    const best = own
      .map((one) => ({ one, overlap: jaccard(one.tokens, tokens) }))
      .filter(({ overlap }) => overlap >= 0.5)
      .sort((a, b) => b.overlap - a.overlap)[0]?.one;
    if (!direct) {
      counts.indirectGold++;
      if (best) counts.indirectMatched++;
      continue;
    }
    counts.gold++;
    if (!best) continue;
    counts.matched++;
    if (quote.source.length === 0) continue;
    counts.sourced++;
    if (best.speaker && sameSpeaker(best.speaker, quote.source, text)) counts.speakerRight++;
  }
  for (const quote of own) {
    if (!quote.spans.some(({ start, end }) => quotationMark.test(text.slice(start, end)))) continue;
    counts.ownTokens += quote.tokens.size;
    counts.ownInside += [...quote.tokens].filter((token) => inGold.has(token)).length;
  }
}

function sameSpeaker(speaker: Span & { readonly name: string }, source: readonly Span[], text: string): boolean {
  if (source.some(({ start, end }) => speaker.start < end && start < speaker.end)) return true;
  const last = speaker.name.split(" ").at(-1) ?? "";
  return last.length > 2 && source.some(({ start, end }) => text.slice(start, end).includes(last));
}

type Joined = { readonly spans: readonly Span[]; readonly speaker?: Quote["speaker"] };

function joinGroups(quotes: readonly Quote[]): Joined[] {
  const joined = new Map<string, Joined>();
  for (const [index, quote] of quotes.entries()) {
    const key = quote.group ?? `single ${index}`;
    const before = joined.get(key);
    const speaker = before?.speaker ?? quote.speaker;
    joined.set(key, { spans: [...(before?.spans ?? []), quote], ...(speaker && { speaker }) });
  }
  return [...joined.values()];
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const both = [...small].filter((one) => large.has(one)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
