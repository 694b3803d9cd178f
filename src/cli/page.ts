import type { Command } from "commander";
import { type ExtractedPage, extractPage } from "../extract/extract-page.ts";
import { decodeText } from "../text/charset.ts";
import { languageOf } from "../text/language-of.ts";
import { BadRecord, mapJsonLines, openInput, readAll, stringField, writeError, writeRecord } from "./json-lines.ts";
import { withRecords } from "./record-help.ts";
import { webAddress } from "./web-address.ts";

/** `backstory page extract`: HTML in, the article's own text and what the page says about it out. */
export function addPageCommand(program: Command): void {
  const page = program.command("page").description("plain: work on one web page");
  withRecords(page.command("extract"), {
    in: 'one HTML page, or with --jsonl {"id", "html", "url"?} a line',
    out: '{"url", "title", "byline"?, "outlet"?, "publishedAt"?, "modifiedAt"?, "language", "text", "image"?, "paywalled"}',
  })
    .description("plain: take the article out of an HTML page")
    .argument("[file]", "the page; standard input when absent")
    .option("--url <url>", "the page's address, for its relative links", webAddress)
    .option("--jsonl", 'read records {"id","html","url"?}, one a line, and write one object each')
    .action(async (file: string | undefined, options: { url?: string; jsonl?: boolean }) => {
      const input = await openInput(file);
      if (options.jsonl) {
        await mapJsonLines(input, (record) => {
          const url = typeof record.url === "string" ? record.url : options.url;
          return { id: record.id, ...extract(stringField(record, "html"), url) };
        });
        return;
      }
      const html = decodeText(await readAll(input)).text;
      try {
        await writeRecord(extract(html, options.url));
      } catch (error) {
        if (!(error instanceof BadRecord)) throw error;
        await writeError(error.code, error.message);
      }
    });
}

/** Something every page has, and bytes that are none hardly ever. */
const element =
  /<(?:!doctype|html|head|body|title|meta|article|section|main|div|span|p|h[1-6]|a|br|li|table|td)[\s/>]/i;

/** `url` is null where neither the page nor who calls gives one; a language the page does not declare is told by its text. */
function extract(
  html: string,
  given: string | undefined,
): Omit<ExtractedPage, "url" | "genre" | "canonicalUrl" | "optOut" | "cutShort"> & { url: string | null } {
  if (html.trim() !== "" && !element.test(html)) throw new BadRecord("not-html", "There is no HTML element in it.");
  const result = extractPage(html, given === undefined ? {} : { url: given });
  if ("skip" in result) throw new BadRecord(result.skip.reason, result.skip.detail ?? result.skip.reason);
  const { genre: _genre, canonicalUrl, optOut: _optOut, cutShort: _cutShort, url: _url, ...rest } = result.page;
  const language = rest.language === "und" ? languageOf(rest.text) : rest.language;
  return { url: canonicalUrl ?? given ?? null, ...rest, language };
}
