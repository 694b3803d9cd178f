import { parseHTML } from "linkedom";
import { cleanByline } from "../extract/byline.ts";
import { type ExtractedPage, extractPage } from "../extract/extract-page.ts";
import { pageDate } from "../extract/page-date.ts";
import { plainText } from "../extract/plain-text.ts";
import type { EvalRow } from "./eval-table.ts";
import { shingleScore } from "./shingle-score.ts";
import { readTarGz } from "./tar-archive.ts";

/** A page of Readability's own test set: its HTML, the text expected of it, and what is expected to be known of it. */
interface TestPage {
  readonly html: string;
  readonly text: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A page counts as matched from this shingle F1 on: what is left is captions and link lists, which we drop and Readability keeps. */
const matchedFrom = 0.9;

type Comparable = string | undefined;

/** The fields of metadata, by the set's name and ours, and what both are brought to before they are compared. */
const fields: readonly {
  readonly measure: string;
  readonly expected: string;
  readonly ours: (page: ExtractedPage) => Comparable;
  readonly plain: (value: string) => Comparable;
}[] = [
  { measure: "title", expected: "title", ours: ({ title }) => title, plain: folded },
  // The set keeps lines as they stand ("By Ann Teller March 12"); the names in them are what is compared.
  { measure: "byline", expected: "byline", ours: ({ byline }) => byline, plain: (line) => cleanByline(folded(line)) },
  { measure: "outlet", expected: "siteName", ours: ({ outlet }) => outlet, plain: folded },
  { measure: "language", expected: "lang", ours: ({ language }) => language, plain: folded },
  { measure: "published", expected: "publishedTime", ours: ({ publishedAt }) => publishedAt, plain: toSecond },
];

/**
 * Scores extraction on the test pages of Mozilla's Readability: the share of pages whose text matches (shingle F1 of at least .9), and of
 * each field of metadata the share that is equal to what is expected, over the pages where something is.
 */
export function scoreReadabilityPages(archive: string): EvalRow[] {
  const found = readPages(archive).map(({ html, text, metadata }) => {
    const extraction = extractPage(html, { url: "http://fakehost/test/page.html" });
    const page = "page" in extraction ? extraction.page : undefined;
    const { precision, recall } = shingleScore(page?.text ?? "", text);
    return { page, metadata, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
  });
  const texts = found.map(({ f1 }) => f1 >= matchedFrom);
  return [
    share("text", texts),
    ...fields.map(({ measure, expected, ours, plain }) =>
      share(
        measure,
        found.flatMap(({ page, metadata }) => {
          const value = metadata[expected];
          const wanted = typeof value === "string" ? plain(value) : undefined;
          return !wanted ? [] : [page !== undefined && plain(ours(page) ?? "") === wanted];
        }),
      ),
    ),
  ];
}

function share(measure: string, hits: readonly boolean[]): EvalRow {
  const met = hits.filter(Boolean).length;
  return {
    set: "readability-pages",
    measure,
    value: met / Math.max(1, hits.length),
    note: `${met} of ${hits.length} pages`,
  };
}

function readPages(archive: string): TestPage[] {
  const files = new Map(readTarGz(archive).map(({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")]));
  return [...files].flatMap(([path, html]) => {
    const folder = /^(.*\/test-pages\/[^/]+)\/source\.html$/.exec(path)?.[1];
    const metadata = files.get(`${folder}/expected-metadata.json`);
    const expected = files.get(`${folder}/expected.html`);
    if (metadata === undefined || expected === undefined) return [];
    const { document } = parseHTML(`<!doctype html><html><body>${expected}</body></html>`);
    return [{ html, text: plainText(document.body), metadata: JSON.parse(metadata) as TestPage["metadata"] }];
  });
}

function folded(value: string): string {
  return value.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

function toSecond(value: string): Comparable {
  return pageDate(value)?.slice(0, 19);
}
