import type { Article } from "../model/article.ts";
import { parseIsoTime } from "./iso-time.ts";
import { stringField } from "./json-lines.ts";

/** Turns article records of the plain commands into Articles, one after the other. */
export interface ArticleReader {
  /** @throws BadRecord when `id`, `outlet` or `text` is no string */
  read(record: Readonly<Record<string, unknown>>): Article;
}

/**
 * Makes a reader of article records (`{id, outlet, url?, title, text, publishedAt?, language?}`; unknown fields are ignored).
 * An article without a time, or with one that cannot be read (a warning), takes the time of the article before it, the first
 * 1970-01-01, so that a stream keeps its order of arrival.
 *
 * @param languageOf names the language of a text, given what was declared
 * @param warn takes one line for people
 */
export function articleReader(
  languageOf: (text: string, declared?: string) => string,
  warn: (message: string) => void = (message) => process.stderr.write(`${message}\n`),
): ArticleReader {
  let latest = new Date(0).toISOString();
  return {
    read(record) {
      const id = stringField(record, "id");
      const outlet = stringField(record, "outlet");
      const text = stringField(record, "text");
      const title = typeof record.title === "string" ? record.title : "";
      const declared = tagOf(record.language, id, warn);
      latest = timeOf(record.publishedAt, id, warn) ?? latest;
      return {
        id,
        outlet,
        title,
        text,
        publishedAt: latest,
        language: declared ?? languageOf(`${title}\n${text}`),
        ...(typeof record.url === "string" && { url: record.url }),
      };
    },
  };
}

function timeOf(value: unknown, id: string, warn: (message: string) => void): string | undefined {
  if (value === undefined || value === null) return undefined;
  const time = typeof value === "string" ? parseIsoTime(value) : undefined;
  if (time === undefined)
    warn(
      `warning: article ${id}: the time ${JSON.stringify(value)} cannot be read; the time of the article before it stands in.`,
    );
  return time;
}

/** "en_GB" and "EN" are meant as "en-GB" and "en"; what is no tag at all is a warning, and the language is detected. */
function tagOf(value: unknown, id: string, warn: (message: string) => void): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  try {
    return Intl.getCanonicalLocales(String(value).replaceAll("_", "-"))[0];
  } catch {
    warn(`warning: article ${id}: ${JSON.stringify(value)} is no language tag (BCP 47); its language is detected.`);
    return undefined;
  }
}
