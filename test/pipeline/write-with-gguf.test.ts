import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openModel } from "../../src/ask/open-model.ts";
import { loadLearned } from "../../src/learned.ts";
import type { Answer } from "../../src/model/ask.ts";
import { composeWith } from "../../src/pipeline/compose-briefing.ts";
import { extractiveEngine } from "../../src/write/engines/extractive-engine.ts";
import { modelEngine } from "../../src/write/engines/model-engine.ts";
import { tinyGguf } from "../ask/tiny-gguf.ts";
import { trawlerStory } from "../write/engines/trawler.ts";

const library = "node-llama-cpp";
const isInstalled = await import(library).then(
  () => true,
  () => false,
);

it.skipIf(!isInstalled)(
  "a page by a model of random weights is the outlets' own, and says why",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "backstory-gguf-"));
    const file = join(folder, "tiny.gguf");
    writeFileSync(file, tinyGguf());
    const model = openModel(
      { provider: "gguf", file, name: "tiny" },
      { timeoutMs: 60_000, concurrency: 1, maxOutputTokens: 60 },
    );
    onTestFinished(async () => {
      await model.close?.();
      rmSync(folder, { recursive: true, force: true });
    });
    const story = trawlerStory();
    const learned = loadLearned();
    const answers = new Map<string, Answer>();
    for (;;) {
      const { briefing, open } = composeWith(modelEngine("tiny"), story, learned, answers);
      if (open.length === 0) {
        const extractive = composeWith(extractiveEngine, story, learned, new Map()).briefing;
        const { headline, sections } = extractive;
        expect(briefing).toMatchObject({ engine: "extractive", headline, sections });
        const said = briefing.skipped.filter(({ reason }) => reason.startsWith("model-"));
        expect(said.map(({ part }) => part)).toEqual([
          "what-happened",
          "behind-the-headline",
          "how-we-got-here",
          "what-the-papers-say",
          "questions",
        ]);
        // Sixty tokens end in the middle of a headline; an empty list of sentences is as easily come by as any.
        const faults = ["model-cut-off", "model-wrote-nothing", "model-wrong-shape"];
        expect(said.filter(({ reason }) => !faults.includes(reason))).toEqual([]);
        return;
      }
      for (const ask of open) answers.set(ask.id, await model.answer(ask));
    }
  },
  120_000,
);
