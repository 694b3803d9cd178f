import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lemmaExamples, trainLemmas } from "../src/eval/train-lemmas.ts";
import { trainPartOfSpeech } from "../src/eval/train-part-of-speech.ts";
import { readTreebanks } from "../src/eval/treebanks.ts";
import { packLemmas } from "../src/text/lemma.ts";
import { unpackNameWeights } from "../src/text/name-tagger.ts";
import { packPartOfSpeech } from "../src/text/part-of-speech.ts";
import { WordClasses } from "../src/text/word-classes.ts";

/*
 * Trains the tagger of parts of speech and the table of lemmas on the open treebanks that NOTICE lists; writes weights/part-of-speech.bin.gz
 * and weights/lemmas.json.gz. The news of GUM and the test part of EWT are left out, so that what is reached there is a figure of held-out
 * text. The classes of words are those of weights/names.bin.gz: train names first. The same data give the same bytes.
 *
 *   node --import tsx scripts/train-part-of-speech.ts [DATA-DIR]
 */

const [dataDir = fileURLToPath(new URL("../../shared/data", import.meta.url))] = process.argv.slice(2);
const banks = readTreebanks(dataDir);
if (!banks) throw new Error(`There are no treebanks in ${dataDir}.`);
const { words, classes } = unpackNameWeights(readFileSync(new URL("../weights/names.bin.gz", import.meta.url)));
const weights = trainPartOfSpeech([...banks.edited, ...banks.web], new WordClasses(words, classes), {
  log: (line) => console.error(line),
});
const packed = packPartOfSpeech(weights);
writeFileSync(new URL("../weights/part-of-speech.bin.gz", import.meta.url), packed);
console.error(`${weights.features.length} features kept, ${(packed.length / 1e6).toFixed(2)} MB`);

const table = trainLemmas([...lemmaExamples(banks.edited, 2), ...lemmaExamples(banks.web, 1)]);
writeFileSync(new URL("../weights/lemmas.json.gz", import.meta.url), packLemmas(table));
console.error(`${table.keys.length} endings and exceptions of lemmas`);
