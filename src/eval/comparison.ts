import { existsSync, readFileSync } from "node:fs";
import { loadLearned } from "../learned.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { Disagreement, WhatThePapersSay } from "../model/briefing.ts";
import { unknownOutlet } from "../model/outlet.ts";
import { annotate } from "../pipeline/annotate.ts";
import { composeBriefing } from "../pipeline/compose-briefing.ts";
import { readStory } from "../write/read-story.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";
import { type Planted, type PlantKind, plantDisagreement, plantKinds } from "./plant-disagreement.ts";
import { type PlantedFact, plantFact } from "./plant-fact.ts";
import { plantOneVoice, voicesOf } from "./plant-one-voice.ts";
import { type RealStory, realStories } from "./real-stories.ts";
import { storyMaterial } from "./story-material.ts";

/** So many stories are given a disagreement, and the same ones are read as they are. */
const storiesWanted = 64;
/** Lines "key <tab> real|false" of reports nobody planted, read by a person; kept out of the repository since they quote real articles. */
const judgedFile = "data/comparison-judged.tsv";

/**
 * How well "What the papers say" compares: disagreements planted in real stories are to be found and nothing else reported; a planted fact that
 * one outlet alone has, or that one alone lacks, is to be told as such and not of others. A report that nobody planted counts as wrong unless
 * it was read and judged real; those not yet judged are written to standard error.
 */
export async function scoreComparison(dataDir: string): Promise<EvalTable> {
  const stories = [
    ...realStories(dataDir, "newscope.jsonl", 3),
    ...realStories(dataDir, "allsides_2016_2020.jsonl.gz", 3).slice(0, 120),
  ];
  if (stories.length === 0) return { name: "comparison", rows: [], skipped: `${dataDir}/clustering is absent` };
  return {
    name: "comparison",
    rows: [...scoreDisagreements(stories), ...scoreFacts(stories), ...scoreVoices(stories)],
  };
}

function scoreDisagreements(stories: readonly RealStory[]): EvalRow[] {
  const judged = judgements();
  const found = new Map<PlantKind, { planted: number; found: number }>();
  let reported = 0;
  let right = 0;
  let used = 0;
  const unplanted = new Map<string, boolean>();
  for (const [index, story] of stories.entries()) {
    if (used >= storiesWanted) break;
    const planted = plantIn(story, index);
    if (!planted) continue;
    used++;
    const count = found.get(planted.kind) ?? { planted: 0, found: 0 };
    found.set(planted.kind, count);
    count.planted++;
    const reports = disagreementsIn(planted.articles);
    const hits = reports.filter((report) => shows(report, planted));
    if (hits.length > 0) count.found++;
    reported += hits.length;
    right += hits.length;
    for (const report of [...reports.filter((one) => !hits.includes(one)), ...disagreementsIn(story.articles)]) {
      const key = `${story.id} ${keyOf(report)}`;
      if (unplanted.has(key)) continue;
      const verdict = judged.get(key);
      unplanted.set(key, verdict === "real");
      if (verdict === undefined) process.stderr.write(`unjudged\t${key}\t${describe(report)}\n`);
    }
  }
  const real = [...unplanted.values()].filter(Boolean).length;
  const all = [...found.values()];
  const plantedCount = all.reduce((sum, { planted }) => sum + planted, 0);
  const foundCount = all.reduce((sum, one) => sum + one.found, 0);
  const note = `${right} planted and ${unplanted.size} others reported, ${real} of these judged real; ${used} stories with and without`;
  return [
    {
      set: "disagreements",
      measure: "precision",
      value: (right + real) / Math.max(1, reported + unplanted.size),
      note,
    },
    {
      set: "disagreements",
      measure: "recall",
      value: foundCount / Math.max(1, plantedCount),
      note: `${plantedCount} planted`,
    },
    ...[...found].map(([kind, one]) => ({
      set: "disagreements",
      measure: `recall, ${kind}`,
      value: one.found / one.planted,
      note: `${one.planted} planted`,
    })),
  ];
}

/** The kinds in turn, so that each has its share. */
function plantIn({ articles }: RealStory, turn: number): Planted | undefined {
  const reading = readStory(materialOf(articles));
  for (let i = 0; i < plantKinds.length; i++) {
    const kind = plantKinds[(turn + i) % plantKinds.length];
    const planted = kind && plantDisagreement(kind, reading);
    if (planted) return planted;
  }
  return undefined;
}

/** True where one version cites the changed words of the outlet and another version another outlet. */
function shows({ versions }: Disagreement, { outlet, words }: Planted): boolean {
  const own = versions.find(
    (version) => version.outlets.includes(outlet) && version.citations.some(({ quote }) => quote.includes(words)),
  );
  return (
    own !== undefined && versions.some((version) => version !== own && version.outlets.some((one) => one !== outlet))
  );
}

function scoreFacts(stories: readonly RealStory[]): EvalRow[] {
  const counts = { omits: { right: 0, wrong: 0 }, onlyHere: { right: 0, wrong: 0 } };
  let planted = 0;
  for (const story of stories) {
    if (planted >= storiesWanted) break;
    const fact = plantFact(story.articles, planted % 2 === 0 ? "omits" : "onlyHere");
    if (!fact) continue;
    planted++;
    const papers = papersIn(fact.articles);
    for (const view of papers?.outlets ?? [])
      for (const kind of ["omits", "onlyHere"] as const)
        for (const { citations } of view[kind])
          if (citations.some(({ quote }) => quote.includes(fact.words))) tally(counts[kind], kind, view.outlet, fact);
  }
  return (["omits", "onlyHere"] as const).map((kind) => {
    const { right, wrong } = counts[kind];
    const note = `${right + wrong} reports of planted facts in ${planted} stories`;
    return {
      set: kind === "omits" ? "omissions" : "only-here",
      measure: "precision",
      value: right / Math.max(1, right + wrong),
      note,
    };
  });
}

/** A fact that all have from one source is to be told as such, and to stand nowhere as what they agree on; one that somebody found out is not. */
function scoreVoices(stories: readonly RealStory[]): EvalRow[] {
  let [planted, right, wrong, agreed] = [0, 0, 0, 0];
  for (const story of stories) {
    if (planted >= storiesWanted) break;
    for (const rests of [true, false]) {
      const fact = plantOneVoice(story.articles, planted, rests);
      if (!fact) continue;
      if (rests) planted++;
      const papers = papersIn(fact.articles);
      const told = papers?.claims.filter((claim) => voicesOf(claim.text) && citesWords(claim, fact.words)) ?? [];
      if (rests) right += told.length;
      else wrong += told.length;
      if (rests && papers?.consensus.some((claim) => citesWords(claim, fact.words))) agreed++;
    }
  }
  const note = `${right + wrong} reports in ${planted} stories with and without a source of their own`;
  return [
    { set: "one source", measure: "precision", value: right / Math.max(1, right + wrong), note },
    { set: "one source", measure: "recall", value: right / Math.max(1, planted) },
    { set: "one source", measure: "kept out of consensus", value: 1 - agreed / Math.max(1, planted) },
  ];
}

const citesWords = ({ citations }: { readonly citations: readonly { readonly quote: string }[] }, words: string) =>
  citations.some(({ quote }) => quote.includes(words));

function tally(count: { right: number; wrong: number }, kind: "omits" | "onlyHere", outlet: string, fact: PlantedFact) {
  const true_ =
    kind === "omits" ? !fact.having.includes(outlet) : fact.having.length === 1 && fact.having[0] === outlet;
  if (true_) count.right++;
  else count.wrong++;
}

const disagreementsIn = (articles: readonly Article[]) => papersIn(articles)?.disagreements ?? [];

function papersIn(articles: readonly Article[]): WhatThePapersSay | undefined {
  const { annotations } = materialOf(articles);
  const briefing = composeBriefing(
    {
      storyId: "s",
      articles,
      annotations,
      copies: new Map(),
      outlets: unknownOutlet,
      language: "en",
      now: "2026-01-01T00:00:00Z",
    },
    loadLearned(),
  );
  return briefing.sections.find((section) => section.kind === "what-the-papers-say");
}

const read = new Map<string, Annotation>();

/** A story is read several times, most of its articles unchanged. */
function readOnce(article: Article): Annotation {
  const key = `${article.id}\n${article.text}`;
  const annotation = read.get(key) ?? annotate(article, loadLearned());
  read.set(key, annotation);
  return annotation;
}

const materialOf = (articles: readonly Article[]) => storyMaterial(articles, readOnce, "2026-01-01T00:00:00Z");

function keyOf({ versions }: Disagreement): string {
  return versions
    .map(({ value, outlets }) => `${value.slice(0, 40)}@${outlets[0] ?? ""}`)
    .join("|")
    .replace(/\s+/g, " ");
}

function describe({ subject, versions }: Disagreement): string {
  return `${subject}: ${versions.map(({ value, outlets, citations }) => `${value} [${outlets.join(", ")}] «${citations[0].quote}»`).join(" / ")}`;
}

function judgements(): Map<string, string> {
  if (!existsSync(judgedFile)) return new Map();
  const lines = readFileSync(judgedFile, "utf8").trimEnd().split("\n");
  return new Map(lines.map((line) => [line.split("\t")[0] ?? "", line.split("\t")[1] ?? ""]));
}
