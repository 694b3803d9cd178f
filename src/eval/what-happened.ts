import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadLearned } from "../learned.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { DraftClaim } from "../model/claim.ts";
import { unknownOutlet } from "../model/outlet.ts";
import { annotate } from "../pipeline/annotate.ts";
import { draftBriefing } from "../write/draft-briefing.ts";
import type { EvalTable } from "./eval-table.ts";
import { realStories } from "./real-stories.ts";
import { firstWords, meanRouge, type RougeScores, rougeRows, rougeScores } from "./rouge-scores.ts";
import { allPassages, type Baseline, centroid, ensemble, lead, leadInTurn, lexRank } from "./summary-baselines.ts";

interface Roundup {
  readonly story_id: string;
  readonly roundup: string;
  readonly split: string;
}

const baselines: Readonly<Record<string, Baseline>> = {
  lead,
  "lead in turn": leadInTurn,
  LexRank: lexRank,
  centroid,
  ensemble,
};

/** Scores What's happened against editors' round-ups of the same articles, each system cut to the round-up's own number of words. */
export async function scoreWhatHappened(dataDir: string): Promise<EvalTable> {
  const file = join(dataDir, "summaries", "allsides_roundups.jsonl");
  const stories = new Map(
    realStories(dataDir, "allsides_2016_2020.jsonl.gz", 1).map(({ id, articles }) => [id, articles]),
  );
  if (!existsSync(file) || stories.size === 0) return { name: "what-happened", rows: [], skipped: `${file} is absent` };
  const roundups = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Roundup)
    .filter(({ split, story_id }) => split === "val" && stories.has(story_id));
  const scores = new Map<string, RougeScores[]>();
  const note = (system: string, score: RougeScores) => scores.set(system, [...(scores.get(system) ?? []), score]);
  for (const { story_id, roundup } of roundups) {
    const articles = stories.get(story_id) ?? [];
    const words = roundup.split(/\s+/).length;
    const learned = loadLearned();
    const annotations = new Map(articles.map((article) => [article.id, annotate(article, learned)] as const));
    const passages = allPassages(articles, annotations);
    note("backstory", rougeScores(firstWords(whatHappened(articles, annotations), words), [roundup]));
    for (const [name, write] of Object.entries(baselines)) note(name, rougeScores(write(passages, words), [roundup]));
  }
  return {
    name: "what-happened",
    rows: [...scores].flatMap(([system, list]) =>
      rougeRows("allsides val", system, meanRouge(list), `${list.length} stories`),
    ),
  };
}

/** The sentences of the part without our attribution around them. */
function whatHappened(articles: readonly Article[], annotations: ReadonlyMap<ArticleId, Annotation>): string {
  const { sections } = draftBriefing({
    storyId: "story",
    articles,
    annotations,
    outlets: unknownOutlet,
    copies: new Map(),
    origins: new Map(),
    cards: [],
    earlierStories: [],
    relatedStories: [],
    language: "en",
    now: articles.at(-1)?.publishedAt ?? "",
    revision: 1,
  });
  const section = sections.find(({ kind }) => kind === "what-happened");
  return (section?.claims ?? []).map(ownWords).join(" ");
}

function ownWords({ text, basis }: DraftClaim): string {
  if (basis.kind !== "excerpt") return text;
  return text.slice(basis.prefix?.length ?? 0, text.length - (basis.suffix?.length ?? 0));
}
