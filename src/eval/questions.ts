import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadLearned } from "../learned.ts";
import type { Article } from "../model/article.ts";
import { annotate } from "../pipeline/annotate.ts";
import { terms } from "../text/terms.ts";
import { askedOfReports, findAnswer } from "../write/answer-finder.ts";
import type { EvalTable } from "./eval-table.ts";
import { allPassages } from "./summary-baselines.ts";
import { readTarGz } from "./tar-archive.ts";

interface Coded {
  readonly text: string;
  readonly title?: string;
  readonly date_publish?: string;
  readonly fiveWoneH: Readonly<
    Record<string, { readonly annotated?: readonly { readonly coderPhraseCount: number; readonly text?: string }[] }>
  >;
}

/**
 * Scores the answer finder on Giveme5W1H (Hamborg et al. 2019): a hit when the sentence it gives holds at least half of the content words of a phrase
 * that two or more coders gave. Questions to which no two coders gave one are not asked.
 */
export async function scoreQuestions(dataDir: string): Promise<EvalTable> {
  const archive = join(dataDir, "questions", "giveme5w1h.tar.gz");
  if (!existsSync(archive)) return { name: "questions", rows: [], skipped: `${archive} is absent` };
  const learned = loadLearned();
  const hits = new Map(askedOfReports.map((asked) => [asked, { asked: 0, right: 0 }]));
  for (const { path, bytes } of readTarGz(archive)) {
    if (!/gold_standard\/data\/[^/]+\.json$/.test(path)) continue;
    const coded = JSON.parse(Buffer.from(bytes).toString("utf8")) as Coded;
    const article: Article = {
      id: path,
      outlet: "Outlet",
      title: coded.title ?? "",
      text: coded.text,
      publishedAt: `${(coded.date_publish ?? "").slice(0, 10) || "2016-01-01"}T00:00:00.000Z`,
      language: "en",
    };
    const passages = allPassages([article], new Map([[article.id, annotate(article, learned)]]));
    for (const [asked, count] of hits) {
      const phrases = (coded.fiveWoneH[asked]?.annotated ?? []).filter(
        ({ coderPhraseCount, text }) => coderPhraseCount >= 2 && text,
      );
      if (phrases.length === 0) continue;
      count.asked++;
      const answer = new Set(terms(findAnswer(asked, passages)?.text ?? "", "en"));
      if (phrases.some(({ text }) => holdsHalf(answer, terms(text ?? "", "en")))) count.right++;
    }
  }
  return {
    name: "questions",
    rows: [...hits].map(([asked, count]) => ({
      set: "giveme5w1h",
      measure: `${asked} hits`,
      value: count.right / Math.max(1, count.asked),
      note: `${count.asked} asked`,
    })),
  };
}

function holdsHalf(answer: ReadonlySet<string>, words: readonly string[]): boolean {
  const distinct = [...new Set(words)];
  return distinct.length > 0 && distinct.filter((word) => answer.has(word)).length >= distinct.length / 2;
}
