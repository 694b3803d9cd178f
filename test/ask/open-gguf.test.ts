import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LanguageModel } from "../../src/ask/language-model.ts";
import { openModel } from "../../src/ask/open-model.ts";
import type { Ask } from "../../src/model/ask.ts";
import { sampleAsk } from "./sample-ask.ts";
import { tinyGguf } from "./tiny-gguf.ts";

const library = "node-llama-cpp";
const isInstalled = await import(library).then(
  () => true,
  () => false,
);

const ask: Ask = {
  ...sampleAsk,
  schema: {
    type: "object",
    properties: { ok: { type: "boolean" }, when: { enum: ["today", "tomorrow"] } },
    required: ["ok", "when"],
    additionalProperties: false,
  },
};
const folder = mkdtempSync(join(tmpdir(), "backstory-gguf-"));
const file = join(folder, "tiny.gguf");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (path: string, maxOutputTokens = 200) =>
  openModel({ provider: "gguf", file: path, name: "tiny" }, { timeoutMs: 30_000, concurrency: 1, maxOutputTokens });

describe("a model in a file that is not there", () => {
  it("says so", async () => {
    expect(await open(join(folder, "none.gguf")).answer(ask)).toEqual({
      failed: "model-misconfigured",
      detail: `The model in ${folder}/none.gguf cannot be loaded: there is no such file.`,
    });
  });

  it("says so where the file holds none", async () => {
    const broken = join(folder, "broken.gguf");
    writeFileSync(broken, "GGUF, but no more");
    expect(await open(broken).answer(ask)).toEqual({
      failed: "model-misconfigured",
      detail: `The model in ${broken} cannot be loaded: it is no GGUF file of version 2 or 3.`,
    });
  });

  it.skipIf(isInstalled)("says what to install where nothing can run it", async () => {
    writeFileSync(file, tinyGguf());
    expect(await open(file).answer(ask)).toEqual({
      failed: "model-misconfigured",
      detail:
        "gguf: needs node-llama-cpp; install it beside Backstory with `npm install --no-save node-llama-cpp@3.22.1`.",
    });
  });
});

describe.skipIf(!isInstalled)("a model in a file, of random weights", () => {
  let model: LanguageModel;
  beforeAll(() => {
    writeFileSync(file, tinyGguf());
    model = open(file);
  });
  afterAll(() => model.close?.());

  it("cannot but answer in the shape that is asked for", async () => {
    const answer = await model.answer(ask);
    if ("failed" in answer) throw new Error(answer.detail);
    expect(JSON.parse(answer.text)).toEqual({
      ok: expect.any(Boolean),
      when: expect.stringMatching(/^(?:today|tomorrow)$/),
    });
    expect([answer.cutOff, answer.usage.inputTokens > 0, answer.usage.outputTokens > 0]).toEqual([false, true, true]);
  }, 60_000);

  it("says so where its answer has no end", async () => {
    const schema = { type: "object", properties: { text: { type: "string" } }, required: ["text"] };
    const answer = await model.answer({ ...ask, schema });
    expect(answer).toMatchObject({ cutOff: true });
  }, 60_000);

  it("stops when the edition does", async () => {
    const stopped = new AbortController();
    stopped.abort();
    expect(await model.answer(ask, stopped.signal)).toEqual({
      failed: "model-stopped",
      detail: "The edition was stopped.",
    });
  }, 60_000);
});
