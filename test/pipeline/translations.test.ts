import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findCopies } from "../../src/cluster/origins.ts";
import { loadLearned } from "../../src/learned.ts";
import type { Ask } from "../../src/model/ask.ts";
import { unknownOutlet } from "../../src/model/outlet.ts";
import { annotate } from "../../src/pipeline/annotate.ts";
import { composeWith } from "../../src/pipeline/compose-briefing.ts";
import { translationsBy } from "../../src/pipeline/translations.ts";
import { loadSamples } from "../../src/sample-edition.ts";
import { modelEngine } from "../../src/write/engines/model-engine.ts";
import { composeScripted } from "../write/engines/scripted-replies.ts";

const now = new Date("2026-11-20T12:00:00.000Z");
const learned = loadLearned();
const articles = loadSamples(fileURLToPath(new URL("../../samples", import.meta.url)), now).articles.filter(
  ({ story }) => story === "marsh-fever-vaccine",
);
const story = {
  storyId: "vaccine",
  articles,
  annotations: new Map(articles.map((article) => [article.id, annotate(article, learned)])),
  copies: findCopies(articles),
  outlets: unknownOutlet,
  language: "en",
  now: now.toISOString(),
};
const german =
  "Ein in Velmara entwickelter Impfstoff gegen das Sumpffieber hat in einer großen Studie 71 Prozent der Erkrankungen verhindert (Altenfurther Bote).";
const good =
  "A vaccine against marsh fever developed in Velmara prevented 71 percent of cases in a large study (Altenfurther Bote).";

/** The page of English and German reports, with what a model makes of the German sentence. */
function write(reply: string) {
  const script = (ask: Ask) => (ask.part === "translation" ? reply : "{}");
  const { briefing, asked } = composeScripted(
    (answers) => composeWith(modelEngine("scripted"), story, learned, answers, { translate: translationsBy }),
    script,
  );
  const papers = briefing.sections.find(({ kind }) => kind === "what-the-papers-say");
  const [said] =
    papers?.kind === "what-the-papers-say"
      ? papers.outlets.flatMap(({ emphasis }) => emphasis).filter(({ language }) => language)
      : [];
  return {
    said: { text: said?.text, language: said?.language, translation: said?.translation },
    refused: briefing.skipped.filter(({ part }) => part.endsWith(".translation")),
    asks: asked.filter(({ part }) => part === "translation"),
  };
}

describe("what an outlet says in another language than the page's", () => {
  it("stands beside its translation, which is asked for by itself", () => {
    const { said, refused, asks } = write(JSON.stringify({ translation: good }));
    expect({ said, refused }).toEqual({ said: { text: german, language: "de", translation: good }, refused: [] });
    expect(asks.map(({ prompt }) => prompt.replace(/ id="\w+"/g, ""))).toEqual([
      `<sentence language="de">\n${german}\n</sentence>`,
    ]);
  });

  it("stands by itself, and that is counted, where the translation says another thing", () => {
    expect(write(JSON.stringify({ translation: good.replace("71", "17") }))).toMatchObject({
      said: { text: german, language: "de", translation: undefined },
      refused: [{ part: "what-the-papers-say.emphasis.translation", reason: "unseen-number", count: 1, written: true }],
    });
  });

  it("stands by itself where the model does not answer", () => {
    expect(write("I cannot help with that.")).toMatchObject({
      said: { text: german, language: "de", translation: undefined },
      refused: [],
    });
  });
});
