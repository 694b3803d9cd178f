import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { packSubjects } from "../src/cluster/subject-classifier.ts";
import { readSubjectArticles, subjectLanguage } from "../src/eval/subject-scores.ts";
import { trainSubjects } from "../src/eval/train-subjects.ts";

/*
 * Learns the subject areas from the labelled sets and writes weights/subjects.json.gz: hashes of terms and how much likelier each is in which
 * subject. No word is kept. `npm run eval -- subjects` scores the same way of learning by cross-validation.
 *
 *   node --import tsx scripts/train-subjects.ts [DATA-DIR]
 */

const [data = "../shared/data"] = process.argv.slice(2);
const examples = readSubjectArticles(data).map(({ example }) => example);
const weights = trainSubjects(examples, subjectLanguage);
const bytes = gzipSync(packSubjects(weights), { level: 9 });
writeFileSync(new URL("../weights/subjects.json.gz", import.meta.url), bytes);
const filed = examples.filter((example) => example.filed !== undefined).length;
console.log(
  `${examples.length} articles, ${filed} of them filed by their outlet: ${weights.ids.length} terms, ${bytes.length} bytes`,
);
