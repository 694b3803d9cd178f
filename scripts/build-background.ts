import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packFrequencies } from "../src/cluster/load-cluster-weights.ts";
import { labelledSets, readLabelledSet } from "../src/eval/clustering-sets.ts";
import { loadStoryWeights } from "../src/learned.ts";
import { backgroundOf } from "./labelled-background.ts";

/*
 * Counts in how many articles of the labelled sets each term stands and writes weights/background.json.gz, by which the first article of a new
 * edition is weighed. Counts of hashed terms only; no word is kept.
 *
 *   node --import tsx scripts/build-background.ts [DATA-DIR]
 */

const [data = "../shared/data"] = process.argv.slice(2);
const { translations } = loadStoryWeights();
const articles = labelledSets.flatMap((set) => readLabelledSet(join(data, "clustering", set)));
const background = backgroundOf(articles, translations);
const packed = Object.fromEntries([...background].map(([language, saved]) => [language, packFrequencies(saved)]));
writeFileSync(
  new URL("../weights/background.json.gz", import.meta.url),
  gzipSync(JSON.stringify(packed), { level: 9 }),
);
console.log(
  `${articles.length} articles: ${[...background].map(([language, { ids }]) => `${language} ${ids.length} terms`).join(", ")}`,
);
