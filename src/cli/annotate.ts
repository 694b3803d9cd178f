import type { Command } from "commander";
import { loadLearned } from "../learned.ts";
import type { Annotation, Quantity } from "../model/annotation.ts";
import { annotate } from "../pipeline/annotate.ts";
import { languageOf } from "../text/language-of.ts";
import { articleReader } from "./article-record.ts";
import { mapJsonLines, openInput } from "./json-lines.ts";
import { articleFields, withRecords } from "./record-help.ts";

/** `backstory article annotate` and `backstory quote attribute`: articles in, what a machine reads in them out. */
export function addAnnotateCommands(program: Command): void {
  const article = program.command("article").description("plain: work on articles");
  withRecords(article.command("annotate"), {
    in: articleFields,
    out: '{"id", "language", "sentences", "mentions", "quotes", "numbers", "dates"}, all offsets into "text"',
  })
    .description("plain: find sentences, names, quotations, numbers and dates in articles")
    .argument("[file]", "article records, one a line; standard input when absent")
    .action((file: string | undefined) =>
      eachAnnotation(file, ({ articleId, language, sentences, mentions, quotes, numbers, dates }) => ({
        id: articleId,
        language,
        sentences,
        mentions,
        quotes,
        numbers: numbers.map(finite),
        dates,
      })),
    );
  const quote = program.command("quote").description("plain: work on quotations");
  withRecords(quote.command("attribute"), {
    in: articleFields,
    out: '{"id", "quotes": [{"start", "end", "cue"?, "speaker"?, "direct", "group"?}]}',
  })
    .description("plain: find who said what in articles")
    .argument("[file]", "article records, one a line; standard input when absent")
    .action((file: string | undefined) => eachAnnotation(file, ({ articleId, quotes }) => ({ id: articleId, quotes })));
}

async function eachAnnotation(file: string | undefined, show: (annotation: Annotation) => unknown): Promise<void> {
  const reader = articleReader(languageOf);
  const learned = loadLearned();
  await mapJsonLines(await openInput(file), (record) => show(annotate(reader.read(record), learned)));
}

/** JSON has no infinity: "at least 12" ends at the largest number of one digit and an exponent below the largest double. */
function finite({ low, high, ...rest }: Quantity): Quantity {
  return { ...rest, low: Math.max(low, -1e308), high: Math.min(high, 1e308) };
}
