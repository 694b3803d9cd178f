import type { Command } from "commander";
import { type ExtractedPage, extractPage } from "../extract/extract-page.ts";
import { decodeText } from "../text/charset.ts";
import { BadRecord, mapJsonLines, openInput, readAll, stringField, writeRecord } from "./json-lines.ts";

/** `backstory page extract`: HTML in, the article's own text and what the page says about it out. */
export function addPageCommand(program: Command): void {
  const page = program.command("page").description("plain: work on one web page");
  page
    .command("extract")
    .description("take the article out of an HTML page")
    .argument("[file]", "the page; standard input when absent")
    .option("--url <url>", "the page's address, for its relative links")
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
        process.exitCode = 1;
        await writeRecord({ error: { code: error.code, message: error.message } });
      }
    });
}

function extract(
  html: string,
  url: string | undefined,
): Omit<ExtractedPage, "genre" | "canonicalUrl" | "optOut" | "cutShort"> & { url?: string } {
  const result = extractPage(html, url === undefined ? {} : { url });
  if ("skip" in result) throw new BadRecord(result.skip.reason, result.skip.detail ?? result.skip.reason);
  const { genre: _genre, canonicalUrl, optOut: _optOut, cutShort: _cutShort, url: given, ...rest } = result.page;
  const address = canonicalUrl ?? given;
  return { ...(address !== undefined && { url: address }), ...rest };
}
