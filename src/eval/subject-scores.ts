import { existsSync } from "node:fs";
import { join } from "node:path";
import { type SubjectClassifier, subjectClassifier, toldSubjects } from "../cluster/subject-classifier.ts";
import { subjectOf } from "../cluster/subject-of.ts";
import type { Article } from "../model/article.ts";
import type { Subject } from "../model/edition.ts";
import { readLabelledSet } from "./clustering-sets.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";
import { randomNumbers } from "./random-numbers.ts";
import { type SubjectExample, subjectExample, trainSubjects } from "./train-subjects.ts";

/** The sets of DATA/clustering whose articles have addresses. */
export const subjectSets = ["newscope.jsonl", "allsides_2016_2020.jsonl.gz", "newscluster.jsonl"] as const;
export const subjectLanguage = "en";

const folds = 5;
/** A subject with fewer articles says nothing: environment has one. */
const leastArticles = 5;

export interface SubjectArticle {
  readonly article: Article;
  readonly example: SubjectExample;
  readonly story: string;
}

/** The articles of the sets that subjects are learned from, with their stories. */
export function readSubjectArticles(dataDir: string): SubjectArticle[] {
  return subjectSets.flatMap((set) =>
    readLabelledSet(join(dataDir, "clustering", set))
      .filter(({ article }) => article.language === subjectLanguage)
      .map(({ article, gold }) => ({ article, example: subjectExample(article), story: `${set} ${gold}` })),
  );
}

/**
 * Scores how well the subject of an article is told from its words: the articles whose address names a section, with the address hidden,
 * in five folds over stories, so that no article of a story is learned from where another is asked about. Sections are how outlets file,
 * not what a reader would say; an article of which nothing is told ("other") counts as wrong.
 */
export async function scoreSubjects(dataDir: string): Promise<EvalTable> {
  const missing = subjectSets.map((set) => join(dataDir, "clustering", set)).find((file) => !existsSync(file));
  if (missing !== undefined) return { name: "subjects", rows: [], skipped: `${missing} is absent` };
  const all = readSubjectArticles(dataDir);
  const random = randomNumbers(1);
  const foldOf = new Map(
    [...new Set(all.map(({ story }) => story))].map((story) => [story, Math.floor(random() * folds)]),
  );
  const told = { "word lists": [], classifier: [], both: [] } as Record<string, Told[]>;
  for (let fold = 0; fold < folds; fold++) {
    const isHeldOut = ({ story }: SubjectArticle) => foldOf.get(story) === fold;
    const learned = all.filter((one) => !isHeldOut(one)).map(({ example }) => example);
    const classify = subjectClassifier(trainSubjects(learned, subjectLanguage));
    for (const { article, example } of all.filter(isHeldOut)) {
      if (example.filed === undefined) continue;
      const { url: _, ...hidden } = article;
      const add = (way: string, subject: Subject) =>
        told[way]?.push({ filed: example.filed as Subject, told: subject });
      add("word lists", subjectOf([hidden]));
      add("classifier", likeliest(classify, hidden));
      add("both", subjectOf([hidden], new Map(), classify));
    }
  }
  return { name: "subjects", rows: Object.entries(told).flatMap(([way, answers]) => rowsOf(way, answers)) };
}

interface Told {
  readonly filed: Subject;
  readonly told: Subject;
}

function likeliest(classify: SubjectClassifier, article: Article): Subject {
  return [...classify(article)].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "other";
}

function rowsOf(set: string, answers: readonly Told[]): EvalRow[] {
  const count = (keep: (answer: Told) => boolean) => answers.filter(keep).length;
  const scored = toldSubjects.filter((subject) => count(({ filed }) => filed === subject) >= leastArticles);
  const f1s = scored.map((subject) => {
    const right = count((one) => one.filed === subject && one.told === subject);
    return (2 * right) / (count(({ filed }) => filed === subject) + count((one) => one.told === subject));
  });
  const accuracy = count((one) => one.filed === one.told) / answers.length;
  return [
    { set, measure: "accuracy", value: accuracy, note: `${answers.length} articles whose address names a section` },
    {
      set,
      measure: "macro F1",
      value: f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length,
      note: scored.map((subject, k) => `${subject} ${(f1s[k] ?? 0).toFixed(2)}`).join(", "),
    },
  ];
}
