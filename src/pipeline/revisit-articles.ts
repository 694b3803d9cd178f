import { setTimeout as pause } from "node:timers/promises";
import type { Article, ArticleId } from "../model/article.ts";
import type { Briefing } from "../model/briefing.ts";
import { latestBriefing } from "../store/briefings.ts";
import { getItems } from "../store/items.ts";
import { type DueRevisit, dueRevisits, replaceArticle, saveRevisit } from "../store/revisits.ts";
import { standsVerbatim } from "../verify/quoted-words.ts";
import { inParallel } from "./in-parallel.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import { visitPage } from "./read-item.ts";

/** How long after its publication an article is asked for again, in hours: most corrections come on the first day. */
const visitHours = [6, 24, 72, 168];
/** Articles a pass asks for again, so that new ones do not wait for old ones. */
const visitsAtOnce = 40;

/** What became of articles that were asked for again. */
export interface Revisits {
  readonly asked: number;
  /** A passage that a page cites is no longer in them; their stories' pages are written again from what they say now. */
  readonly changed: number;
  /** Their address says they are gone. */
  readonly gone: number;
}

/**
 * Asks again for articles that stand behind pages of the front page. Each passage that the page cites is looked for in the article as it is now: where one is
 * missing, the article is read anew and its story's page is written again, so that every sentence is checked against it; where the article is gone,
 * the page says so and stands on the copy that was read.
 */
export async function revisitArticles(context: PipelineContext, signal?: AbortSignal): Promise<Revisits> {
  const { db } = context.store;
  const due = await dueRevisits(db, context.now().toISOString(), {
    ...context.config.stories,
    hours: visitHours,
    limit: visitsAtOnce,
  });
  const found = { asked: 0, changed: 0, gone: 0 };
  await inParallel(due, context.config.fetch.concurrency, signal, async (one) => {
    const outcome = await revisit(context, one, signal);
    if (signal?.aborted) return;
    found.asked++;
    if (outcome !== undefined) found[outcome]++;
  });
  return found;
}

/** Milliseconds between two looks at what is due. */
const lookEveryMs = 600_000;

/** Revisits articles, as they fall due, until it is stopped. */
export function startRevisits(context: PipelineContext, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const work = (async () => {
    while (!signal.aborted) {
      await pause(lookEveryMs, undefined, { signal, ref: false }).catch(() => {});
      if (!signal.aborted) await revisitArticles(context, signal).catch(onError);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

async function revisit(
  context: PipelineContext,
  { article, storyId, annotation, goneAt }: DueRevisit,
  signal: AbortSignal | undefined,
): Promise<"changed" | "gone" | undefined> {
  const { db } = context.store;
  const [row] = await getItems(db, [article.id]);
  const visit = row?.outlet && (await visitPage(context, row, row.outlet, signal));
  if (signal?.aborted) return undefined;
  const at = context.now().toISOString();
  const gone = /^http-(?:404|410)$/.test(visit?.pageSkip?.reason ?? "");
  await saveRevisit(db, article.id, at, gone);
  const mark = async (found: "changed" | "gone", now: Article, reading = annotation) => {
    await replaceArticle(db, { ...now, revisited: { at, found } }, reading, storyId);
    return found;
  };
  // An outlet's mishap of a minute is no withdrawal: it is believed at the second visit.
  if (gone) return goneAt === undefined || article.revisited?.found === "gone" ? undefined : mark("gone", article);
  if (!row?.outlet || !visit?.page) return undefined;
  if (article.revisited?.found === "gone") {
    const { revisited: _, ...back } = article;
    await replaceArticle(db, back, annotation, storyId);
  }
  const { id, item, seenAt, outlet } = row;
  const { languages } = context.config;
  const reading = await context.workers.read({ id, outlet, item, languages, seenAt, page: visit.page });
  if (!("article" in reading) || reading.article.textFrom !== article.textFrom) return undefined;
  const cited = citedPassages(await latestBriefing(db, storyId), article.id);
  if (cited.every((quote) => standsVerbatim(quote, [reading.article.text]))) return undefined;
  return mark("changed", reading.article, reading.annotation);
}

/** The passages of an article that a page cites, wherever in it. */
function citedPassages(briefing: Briefing | undefined, id: ArticleId): string[] {
  const quotes: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("articleId" in value && value.articleId === id && "quote" in value) quotes.push(String(value.quote));
    for (const one of Object.values(value)) collect(one);
  };
  collect([briefing?.headline, briefing?.standfirst, briefing?.sections]);
  return quotes;
}
