import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { DocumentFrequencies } from "../text/document-frequencies.ts";
import { type TermVector, termId, unitVector } from "../text/term-vector.ts";
import { terms } from "../text/terms.ts";
import type { WordTranslations } from "../text/word-translations.ts";
import { clusterParameters } from "./parameters.ts";

/** What articles are compared by, each a vector of its own. */
export const fields = ["title", "body", "lead", "pairs", "names", "numbers"] as const;
export type Field = (typeof fields)[number];
export type FieldVectors = Readonly<Record<Field, TermVector>>;

/** How often each term stands in each field of an article. */
export type FieldCounts = Readonly<Record<Field, ReadonlyMap<number, number>>>;

/**
 * Counts the terms of an article's title, of its first part and of its beginning, the pairs of neighbouring words in title and beginning,
 * its names and its numbers. A text in another language than English has the English terms its words may mean beside its own, so that
 * articles of all languages lie in one space.
 */
export function countFields(article: Article, annotation: Annotation, translations: WordTranslations): FieldCounts {
  const { language } = article;
  const primary = String(language.split("-")[0]);
  const { leadLength, readLength, titleWeight } = clusterParameters;
  const text = article.text.slice(0, readLength);
  const cut = text.length <= leadLength ? text.length : Math.max(1, text.lastIndexOf(" ", leadLength));
  const read = (part: string): { words: string[]; ids: number[] } => {
    const words = terms(part, language);
    const ids = words.map(termId);
    if (primary !== "en") ids.push(...translations.of(part.toLowerCase(), primary));
    return { words, ids };
  };
  const title = read(article.title);
  const lead = read(text.slice(0, cut));
  const rest = read(text.slice(cut));
  return {
    title: counted(title.ids),
    body: counted([...lead.ids, ...rest.ids], title.ids, titleWeight),
    lead: counted(lead.ids, title.ids, 2),
    pairs: counted([...pairsOf(title.words), ...pairsOf(lead.words)]),
    names: counted(
      annotation.mentions
        .filter(({ start }) => start < readLength)
        .map(({ name, entityId }) =>
          termId(
            `name ${entityId?.startsWith("local:") === false ? entityId : name.toLowerCase().replace(/^the /, "")}`,
          ),
        ),
    ),
    numbers: counted(
      annotation.numbers
        // "One", "two" stand everywhere.
        .filter(({ start, low, high }) => start < clusterParameters.numbersLength && low === high && low > 2)
        .map(({ low }) => termId(`number ${low}`)),
    ),
  };
}

/** The distinct terms of an article, for counting in how many articles each stands. Those of title and beginning are among the body's. */
export function* termsIn({ body, pairs, names, numbers }: FieldCounts): Generator<number> {
  for (const field of [body, pairs, names, numbers]) yield* field.keys();
}

/** Vectors of (1 + ln tf) · idf, as the frequencies stand now: nothing looks ahead. */
export function weighFields(counts: FieldCounts, frequencies: Pick<DocumentFrequencies, "idf">): FieldVectors {
  const weigh = (field: Field) => {
    const weights = new Map<number, number>();
    for (const [id, count] of counts[field]) weights.set(id, (1 + Math.log(count)) * frequencies.idf(id));
    return unitVector(weights);
  };
  return {
    title: weigh("title"),
    body: weigh("body"),
    lead: weigh("lead"),
    pairs: weigh("pairs"),
    names: weigh("names"),
    numbers: weigh("numbers"),
  };
}

function counted(ids: readonly number[], more: readonly number[] = [], weight = 1): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const id of more) counts.set(id, (counts.get(id) ?? 0) + weight);
  return counts;
}

function pairsOf(words: readonly string[]): number[] {
  return words.slice(1).map((word, at) => termId(`${words[at]} ${word}`));
}
