import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openModel } from "../../src/ask/open-model.ts";
import type { Ask } from "../../src/model/ask.ts";
import { sampleAsk } from "./sample-ask.ts";
import { writeTinyNli } from "./tiny-nli.ts";

const library = "@huggingface/transformers";
const isInstalled = await import(library).then(
  () => true,
  () => false,
);

const parent = mkdtempSync(join(tmpdir(), "backstory-nli-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
const tiny = join(parent, "tiny");
writeTinyNli(tiny);

const open = (folder: string) => openModel({ provider: "nli", folder, name: "tiny" }, { timeoutMs: 1, concurrency: 1 });
const askOf = (premise: string, hypothesis: string): Ask => ({ ...sampleAsk, entailment: { premise, hypothesis } });
const ask = askOf("The harbour closed.", "Harbour closed.");

describe("a model of inference that cannot be had", () => {
  it("says that its folder holds none", async () => {
    const [none, empty] = [join(parent, "none"), join(parent, "empty")];
    writeTinyNli(empty);
    rmSync(join(empty, "onnx"), { recursive: true });
    mkdirSync(join(empty, "onnx"));
    expect([await open(none).answer(ask), await open(empty).answer(ask)]).toEqual([
      {
        failed: "model-misconfigured",
        detail: `The model in ${none} cannot be loaded: there is no config.json in it.`,
      },
      {
        failed: "model-misconfigured",
        detail: `The model in ${empty} cannot be loaded: it has neither onnx/model.onnx nor onnx/model_quantized.onnx.`,
      },
    ]);
  });

  it("refuses to write", async () => {
    expect(await open(tiny).answer(sampleAsk)).toEqual({
      failed: "model-misconfigured",
      detail: "nli: models judge, and write nothing.",
    });
  });

  it.skipIf(isInstalled)("says what to install where nothing can run it", async () => {
    expect(await open(tiny).answer(ask)).toEqual({
      failed: "model-misconfigured",
      detail:
        "nli: needs @huggingface/transformers; install it beside Backstory with `npm install --no-save @huggingface/transformers@4.3.2`.",
    });
  });
});

describe.skipIf(!isInstalled)("a model of inference, run by ONNX", () => {
  it("takes for borne out what is rather entailed than not, and counts what it read", async () => {
    const model = open(tiny);
    expect([
      await model.answer(ask),
      await model.answer(askOf("The harbour closed.", "The harbour never closed.")),
    ]).toEqual([
      { text: '{"missing":"","borneOut":true}', cutOff: false, usage: { inputTokens: 10, outputTokens: 0 } },
      {
        text: '{"missing":"it does not follow from the passages","borneOut":false}',
        cutOff: false,
        usage: { inputTokens: 12, outputTokens: 0 },
      },
    ]);
    await model.close?.();
  });

  it("cuts what is too long for it", async () => {
    const answer = await open(tiny).answer(askOf("The harbour closed. ".repeat(60), "Harbour closed."));
    expect(answer).toMatchObject({ usage: { inputTokens: 64 } });
  });

  it("refuses a model that knows no entailment", async () => {
    const other = join(parent, "moods");
    writeTinyNli(other, ["glad", "sad", "neither"]);
    expect(await open(other).answer(ask)).toEqual({
      failed: "model-misconfigured",
      detail: `The model in ${other} cannot be loaded: none of its labels (glad, sad, neither) is "entailment".`,
    });
  });
});
