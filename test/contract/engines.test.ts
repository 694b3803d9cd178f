import { describe, expect, it } from "vitest";
import { loadLearned } from "../../src/learned.ts";
import type { Answers } from "../../src/model/ask.ts";
import { type Briefing, pageOrder } from "../../src/model/briefing.ts";
import type { Citation } from "../../src/model/claim.ts";
import { composeWith } from "../../src/pipeline/compose-briefing.ts";
import type { Engine } from "../../src/write/engines/engine.ts";
import { extractiveEngine } from "../../src/write/engines/extractive-engine.ts";
import { modelEngine } from "../../src/write/engines/model-engine.ts";
import { parameters } from "../../src/write/parameters.ts";
import { wordCount } from "../../src/write/words-in.ts";
import { composeScripted, goodReply, type Script } from "../write/engines/scripted-replies.ts";
import { trawlerStory } from "../write/engines/trawler.ts";

const story = trawlerStory();
const learned = loadLearned();
const nonsense: Script = ({ schema }) =>
  "sentences" in (schema.properties as object)
    ? '{"sentences": [{"text": "All is lost, the king is dead.", "passages": [1, 99]}]}'
    : "{}";

const extractive = composeWith(extractiveEngine, story, learned, new Map()).briefing;

/** What every engine promises, whatever a model says. */
describe.each<[string, Engine, Script]>([
  ["the extractive engine", extractiveEngine, goodReply],
  ["the engine with a model that writes well", modelEngine("scripted"), goodReply],
  ["the engine with a model that writes nonsense", modelEngine("scripted"), nonsense],
  [
    "the engine with a model that does not answer",
    modelEngine("scripted"),
    () => ({ failed: "model-unreachable", detail: "" }),
  ],
])("%s", (_, engine, script) => {
  const compose = (answers: Answers) => composeWith(engine, story, learned, answers);
  const { briefing } = composeScripted(compose, script);

  it("makes the same page of the same story and answers", () => {
    expect(composeScripted(compose, script).briefing).toEqual(briefing);
  });

  it("makes a page with a headline, and the parts in their order, each once", () => {
    const kinds = briefing.sections.map(({ kind }) => kind);
    expect(kinds).toEqual(pageOrder.filter((kind) => kinds.includes(kind)));
    expect([briefing.headline.text.length > 10, kinds.includes("what-happened")]).toEqual([true, true]);
  });

  it("cites only what stands in an article to the letter", () => {
    const wrong = citationsIn(briefing).filter(
      ({ articleId, start, end, quote }) =>
        story.articles.find(({ id }) => id === articleId)?.text.slice(start, end) !== quote,
    );
    expect(wrong).toEqual([]);
  });

  it("shows no more of an article than may be quoted; sentences that count may cite beyond it", () => {
    const { pageWords, pageShare, pageLeast } = parameters.allowance;
    const beyond = story.articles.filter(({ id, text }) => {
      const limit = Math.max(pageLeast, Math.min(pageWords, pageShare * wordCount(text)));
      return wordsShown(briefing, id) > Math.max(limit, wordsShown(extractive, id));
    });
    expect(beyond.map(({ id }) => id)).toEqual([]);
  });

  it("names what it left out, each with a reason", () => {
    expect(briefing.skipped.filter(({ part, reason, count }) => part === "" || reason === "" || count < 1)).toEqual([]);
  });
});

function citationsIn(value: unknown): Citation[] {
  if (typeof value !== "object" || value === null) return [];
  if ("quote" in value && "articleId" in value) return [value as Citation];
  return Object.values(value as Briefing).flatMap(citationsIn);
}

function wordsShown(briefing: Briefing, articleId: string): number {
  const quotes = citationsIn(briefing).flatMap((one) => (one.articleId === articleId ? [one.quote] : []));
  return [...new Set(quotes)].reduce((sum, quote) => sum + wordCount(quote), 0);
}
