import type { Command } from "commander";
import { StoryStream } from "../cluster/story-stream.ts";
import { loadLearned, loadStoryWeights } from "../learned.ts";
import type { ArticleId } from "../model/article.ts";
import type { Assignment } from "../model/story.ts";
import { annotate } from "../pipeline/annotate.ts";
import { languageOf } from "../text/language-of.ts";
import { articleReader } from "./article-record.ts";
import { mapJsonLines, openInput, writeRecord } from "./json-lines.ts";
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
  const order: ArticleId[] = [];
  await mapJsonLines(await openInput(file), (record) => {
    const article = reader.read(record);
    const assignment = stream.assign({ article, annotation: annotate(article, learned) });
    if (!options.final) return lineOf(assignment);
    order.push(article.id);
    return undefined;
  });
  if (!options.final) return;
  stream.lookAgain();
  const final = new Map(stream.finalAssignments().map((assignment) => [assignment.articleId, assignment]));
  for (const id of order) {
    const assignment = final.get(id);
    if (assignment) await writeRecord(lineOf(assignment));
  }
}

function lineOf({ articleId, storyId, copyOf }: Assignment) {
  return { id: articleId, storyId, ...(copyOf !== undefined && { duplicateOf: copyOf }) };
}
