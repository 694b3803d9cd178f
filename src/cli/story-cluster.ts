import type { Command } from "commander";
import { StoryStream } from "../cluster/story-stream.ts";
import { loadLearned, loadStoryWeights } from "../learned.ts";
import type { ArticleId } from "../model/article.ts";
import type { Assignment } from "../model/story.ts";
import { annotate } from "../pipeline/annotate.ts";
import { languageOf } from "../text/language-of.ts";
import { articleReader } from "./article-record.ts";
import { mapJsonLines, openInput, writeError, writeRecord } from "./json-lines.ts";
import { openPlainEmbeddings } from "./plain-embeddings.ts";
import { articleFields, withRecords } from "./record-help.ts";

/** `backstory story cluster`: articles in order of arrival in, each one's story out as soon as it is read. */
export function addStoryClusterCommand(story: Command): void {
  withRecords(story.command("cluster"), { in: articleFields, out: '{"id", "storyId", "duplicateOf"?}' })
    .description("plain: give each article its story, in order of arrival")
    .argument("[file]", "article records, one a line; standard input when absent")
    .option("--final", "write, at the end, each article's story after all merges and splits")
    .action(cluster);
}

async function cluster(file: string | undefined, options: { final?: boolean }): Promise<void> {
  const reader = articleReader(languageOf);
  const learned = loadLearned();
  const stream = new StoryStream(loadStoryWeights());
  const embeddings = openPlainEmbeddings();
  const take = async (record: Readonly<Record<string, unknown>>) => {
    const article = reader.read(record);
    const embedding = await embeddings?.embed(article);
    return stream.assign({ article, annotation: annotate(article, learned), ...(embedding && { embedding }) });
  };
  const input = await openInput(file);
  if (!options.final)
    return mapJsonLines(input, async (record) => lineOf(await take(record))).finally(() => embeddings?.close());
  /** What is written at the end for each line, bad ones in their place. */
  const held: (ArticleId | (() => Promise<void>))[] = [];
  await mapJsonLines(
    input,
    async (record) => {
      held.push((await take(record)).articleId);
    },
    async (...bad) => {
      held.push(() => writeError(...bad));
    },
  );
  await embeddings?.close();
  stream.lookAgain();
  const final = new Map(stream.finalAssignments().map((assignment) => [assignment.articleId, assignment]));
  for (const one of held) {
    const assignment = typeof one === "function" ? await one() : final.get(one);
    if (assignment) await writeRecord(lineOf(assignment));
  }
}

function lineOf({ articleId, storyId, copyOf }: Assignment) {
  return { id: articleId, storyId, ...(copyOf !== undefined && { duplicateOf: copyOf }) };
}
