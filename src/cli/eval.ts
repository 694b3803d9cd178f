import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { scoreBackground } from "../eval/background.ts";
import { scoreClaims } from "../eval/claims.ts";
import { scoreClustering } from "../eval/clustering.ts";
import { scoreComparison } from "../eval/comparison.ts";
import type { EvalTable } from "../eval/eval-table.ts";
import { scoreExtraction } from "../eval/extraction.ts";
import { scoreFeeds } from "../eval/feeds.ts";
import { scoreNameFolds } from "../eval/name-folds.ts";
import { scoreQuestions } from "../eval/questions.ts";
import { scoreReading } from "../eval/reading.ts";
import { scoreSubjects } from "../eval/subject-scores.ts";
import { scoreTimeline } from "../eval/timeline.ts";
import { scoreWhatHappened } from "../eval/what-happened.ts";
import { scoreWritten } from "../eval/written.ts";
import { UserError } from "../model/errors.ts";

type Scorer = (dataDir: string) => Promise<EvalTable>;

const scorers: Readonly<Record<string, Scorer>> = {
  claims: scoreClaims,
  clustering: scoreClustering,
  extraction: scoreExtraction,
  feeds: scoreFeeds,
  reading: scoreReading,
  subjects: scoreSubjects,
  "name-folds": scoreNameFolds,
  background: scoreBackground,
  comparison: scoreComparison,
  timeline: scoreTimeline,
  questions: scoreQuestions,
  "what-happened": scoreWhatHappened,
  written: scoreWritten,
};

/** Names that stand for several scores. */
const groups: Readonly<Record<string, readonly string[]>> = {
  writing: ["what-happened", "background", "timeline", "questions", "comparison"],
};

const known = [...Object.keys(scorers), ...Object.keys(groups)];

/** Trains models of its own: run only when named. */
const slow: ReadonlySet<string> = new Set(["name-folds", "claims"]);

/** `backstory eval`: scores the stages on labelled data, prints the figures, and with --floors holds them against eval/floors.json. */
export function addEvalCommand(program: Command): void {
  program
    .command("eval")
    .description("score the pipeline on labelled data and print the table")
    .argument("[names...]", `which scores (${known.join(", ")}); all when absent`)
    .option(
      "--data <dir>",
      "where the labelled sets are",
      fileURLToPath(new URL("../../../shared/data", import.meta.url)),
    )
    .option(
      "--floors",
      "fail when a figure is below its floor in eval/floors.json; scores what has floors when no name is given",
    )
    .option("--json", "write the tables as JSON")
    .action(async (names: string[], options: { data: string; floors?: boolean; json?: boolean }) => {
      const chosen =
        names.length > 0
          ? names.flatMap((name) => groups[name] ?? [name])
          : Object.keys(scorers).filter((name) => (options.floors ? floored().has(name) : !slow.has(name)));
      const tables: EvalTable[] = [];
      for (const name of chosen) {
        const score = scorers[name];
        if (!score) throw new UserError("usage", `There is no score named "${name}"; there are ${known.join(", ")}.`);
        process.stderr.write(`scoring ${name} …\n`);
        const table = existsSync(options.data)
          ? await score(options.data)
          : { name, rows: [], skipped: `${options.data} is absent` };
        tables.push(table);
        if (!options.json) console.log(render(table));
      }
      if (options.json) console.log(JSON.stringify(tables, null, 2));
      if (options.floors) holdFloors(tables);
    });
}

function render(table: EvalTable): string {
  if (table.skipped !== undefined) return `${table.name}: skipped, ${table.skipped}\n`;
  const width = (values: string[]) => Math.max(...values.map((value) => value.length));
  const setWidth = width(table.rows.map((row) => row.set));
  const measureWidth = width(table.rows.map((row) => row.measure));
  const lines = table.rows.map((row) =>
    `  ${row.set.padEnd(setWidth)}  ${row.measure.padEnd(measureWidth)}  ${row.value.toFixed(4).padStart(10)}  ${row.note ?? ""}`.trimEnd(),
  );
  return `${table.name}\n${lines.join("\n")}\n`;
}

function readFloors(): Record<string, number> {
  return JSON.parse(readFileSync(new URL("../../eval/floors.json", import.meta.url), "utf8")) as Record<string, number>;
}

/** The scorers that have floors: with --floors only these need to run. */
function floored(): ReadonlySet<string> {
  return new Set(Object.keys(readFloors()).map((key) => String(key.split("/")[0])));
}

/** Floors are keyed "scorer/set/measure" and only ever rise. */
function holdFloors(tables: readonly EvalTable[]): void {
  const floors = readFloors();
  for (const table of tables) {
    for (const row of table.rows) {
      const floor = floors[`${table.name}/${row.set}/${row.measure}`];
      if (floor === undefined || row.value >= floor) continue;
      process.exitCode = 1;
      console.error(
        `below its floor: ${table.name}/${row.set}/${row.measure} is ${row.value.toFixed(4)}, the floor is ${floor}`,
      );
    }
  }
}
