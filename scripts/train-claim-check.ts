import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { balancedAccuracy } from "../src/eval/balanced-accuracy.ts";
import { type Example, fitWeights, foldOf, readExamples, scoreExample } from "../src/eval/claim-training.ts";

/*
 * Learns what `claim check` goes by and writes weights/claim-check.json: numbers alone, from the sets that NOTICE lists and from errors planted in
 * sentences of real articles. The same data give the same bytes. With --cross it also says how it does on documents it has not seen.
 *
 *   node --import tsx scripts/train-claim-check.ts [--cross] [DATA-DIR]
 */

const folds = 5;
const args = process.argv.slice(2);
const dataDir =
  args.find((arg) => !arg.startsWith("--")) ?? fileURLToPath(new URL("../../shared/data", import.meta.url));

function report(name: string, examples: readonly Example[], scores: readonly number[]): void {
  for (const set of new Set(examples.map((example) => example.set))) {
    const places = [...examples.keys()].filter((at) => examples[at]?.set === set);
    const { balanced, accepted, refused } = balancedAccuracy(
      places.map((at) => ({ supported: examples[at]?.supported ?? false, score: scores[at] ?? 0 })),
      0.5,
    );
    console.log(
      `${name} ${set}: ${balanced.toFixed(3)} (true accepted ${accepted.toFixed(3)}, false refused ${refused.toFixed(3)})`,
    );
  }
}

const started = performance.now();
const examples = readExamples(dataDir);
console.log(`${examples.length} examples measured in ${((performance.now() - started) / 1000).toFixed(0)} s`);
if (args.includes("--cross")) {
  const scores = new Array<number>(examples.length).fill(0);
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitWeights(examples.filter((example) => foldOf(example, folds) !== fold));
    for (const [at, example] of examples.entries())
      if (foldOf(example, folds) === fold) scores[at] = scoreExample(example, weights);
    console.log(`fold ${fold + 1} of ${folds}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  report("cross-validated", examples, scores);
}
const weights = fitWeights(examples);
writeFileSync(new URL("../weights/claim-check.json", import.meta.url), `${JSON.stringify(weights)}\n`);
console.log(`${weights.signals.length} signals, ${((performance.now() - started) / 1000).toFixed(0)} s`);
