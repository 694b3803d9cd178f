import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import {
  loadSubjectWeights,
  packSubjects,
  subjectClassifier,
  toldSubjects,
} from "../../src/cluster/subject-classifier.ts";
import { subjectExample, trainSubjects } from "../../src/eval/train-subjects.ts";
import type { Article } from "../../src/model/article.ts";

function article(id: string, text: string, section?: string): Article {
  return {
    id,
    outlet: "The Beacon",
    title: id,
    text,
    publishedAt: "2026-11-20T08:00:00.000Z",
    language: "en",
    ...(section !== undefined && { url: `https://beacon.example/${section}/${id}` }),
  };
}

/** Ten words that no list has. */
const wordsOf = (name: string) => Array.from({ length: 10 }, (_, n) => `zq${name}${n}`).join(" ");
const filed = toldSubjects.flatMap((subject) =>
  Array.from({ length: 8 }, (_, n) => article(`${subject}${n}`, wordsOf(subject), subject)),
);
// The harbour's words stand in no article with a section, and beside those of sport only.
const unfiled = Array.from({ length: 8 }, (_, n) => article(`u${n}`, `${wordsOf("sport")} ${wordsOf("harbour")}`));

it("learns a subject from the sections in addresses, and from the rest the words that only stand beside its own", () => {
  const weights = trainSubjects([...filed, ...unfiled].map(subjectExample), "en");
  const classify = subjectClassifier(loadSubjectWeights(gzipSync(packSubjects(weights))));
  const likeliest = (name: string) => [...classify(article("x", wordsOf(name)))].sort((a, b) => b[1] - a[1])[0]?.[0];
  expect(toldSubjects.map(likeliest)).toEqual(toldSubjects);
  expect(likeliest("harbour")).toBe("sport");
  expect(classify({ ...article("x", wordsOf("sport")), language: "fr" })).toEqual([]);
});
