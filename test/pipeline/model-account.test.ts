import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LanguageModel } from "../../src/ask/language-model.ts";
import type { Price } from "../../src/ask/prices.ts";
import type { Answer, Ask } from "../../src/model/ask.ts";
import { type ModelAccountOptions, openModelAccount } from "../../src/pipeline/model-account.ts";
import { spentSince } from "../../src/store/model-calls.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";

let opened: TestStore;
beforeAll(async () => {
  opened = await openEmbedded();
}, 60_000);
afterAll(() => opened.drop());
beforeEach(async () => {
  for (const table of ["model_replies", "model_calls"]) await opened.store.db.query(`delete from ${table}`);
});

const ask = (id: string): Ask => ({
  id,
  part: "what-happened",
  template: "what-happened@1",
  instructions: "a".repeat(400),
  prompt: "b".repeat(400),
  schema: {},
});
const reply: Answer = { text: "{}", cutOff: false, usage: { inputTokens: 600, outputTokens: 400 } };
const failed: Answer = { failed: "model-busy", detail: "" };

/** A model that counts how often it is asked. */
function countingModel(answer: (ask: Ask) => Answer = () => reply) {
  const asked: string[] = [];
  const model: LanguageModel = {
    name: "m",
    async answer(one) {
      asked.push(one.id);
      return answer(one);
    },
  };
  return { model, asked };
}

function accountOf(
  model: LanguageModel,
  { price, ...options }: Partial<ModelAccountOptions> & { readonly price?: Price } = {},
) {
  return openModelAccount({
    db: opened.store.db,
    writer: { model, ...(price && { price }) },
    dailyTokens: 0,
    dailyMoney: 0,
    now: () => new Date("2026-11-20T12:00:00.000Z"),
    ...options,
  });
}

const untouched = {
  asked: 0,
  kept: 0,
  usage: { inputTokens: 0, outputTokens: 0 },
  failures: {},
  pages: 0,
  leftOut: {},
};
const outcomes = (answers: ReadonlyMap<string, Answer>) =>
  [...answers].map(([id, answer]) => [id, "failed" in answer ? answer.failed : "answered"]).sort();

describe("the account of a model", () => {
  it("pays for an ask once, whoever asks it again", async () => {
    const { model, asked } = countingModel();
    const price = { read: 2, written: 10 };
    const account = accountOf(model, { price });
    const paid = { ...reply, usage: { inputTokens: 600, outputTokens: 400, cost: 0.0052 } };
    expect(await account.answer([ask("1"), ask("2")], "s1")).toEqual(
      new Map([
        ["1", paid],
        ["2", paid],
      ]),
    );
    const later = accountOf(model, { price });
    expect(await later.answer([ask("1")], "s2")).toEqual(new Map([["1", paid]]));
    expect(asked).toEqual(["1", "2"]);
    expect([account.tally(), later.tally()]).toEqual([
      { ...untouched, asked: 2, usage: { inputTokens: 1200, outputTokens: 800, cost: 0.0104 } },
      { ...untouched, kept: 1 },
    ]);
  });

  it("asks again what was not answered, and keeps a record of both", async () => {
    let down = true;
    const { model, asked } = countingModel(() => (down ? failed : reply));
    const account = accountOf(model);
    expect(outcomes(await account.answer([ask("1")], "s1"))).toEqual([["1", "model-busy"]]);
    down = false;
    expect(outcomes(await account.answer([ask("1")], "s1"))).toEqual([["1", "answered"]]);
    expect(asked).toEqual(["1", "1"]);
    expect(account.tally().failures).toEqual({ "model-busy": 1 });
    expect(await spentSince(opened.store.db, "2026-11-20T00:00:00.000Z")).toEqual({
      calls: 2,
      failed: 1,
      stories: 1,
      tokens: 1000,
      cost: 0,
    });
  });

  it("asks no more than the day's tokens are good for, what is under way counted, and goes on the next day", async () => {
    const { model } = countingModel();
    // Each ask is planned at 200 tokens read and 800 written, and takes 1000.
    let now = new Date("2026-11-20T12:00:00.000Z");
    const account = accountOf(model, { dailyTokens: 2_500, now: () => now });
    expect(outcomes(await account.answer([ask("1"), ask("2"), ask("3")], "s1"))).toEqual([
      ["1", "answered"],
      ["2", "answered"],
      ["3", "model-budget"],
    ]);
    expect(outcomes(await account.answer([ask("1"), ask("4")], "s1"))).toEqual([
      ["1", "answered"],
      ["4", "model-budget"],
    ]);
    now = new Date("2026-11-21T00:00:01.000Z");
    expect(outcomes(await account.answer([ask("4")], "s1"))).toEqual([["4", "answered"]]);
  });

  it("spends no more than the day's money", async () => {
    const { model } = countingModel();
    const account = accountOf(model, { dailyMoney: 0.02, price: { read: 2, written: 10 } });
    const answers: Answer[] = [];
    for (const id of ["1", "2", "3", "4"]) answers.push(...(await account.answer([ask(id)], "s1")).values());
    expect(answers.map((answer) => ("failed" in answer ? answer.detail : "answered"))).toEqual([
      "answered",
      "answered",
      "answered",
      "The day's 0.02 are spent (model.dailyMoney).",
    ]);
  });

  it("puts a second opinion to the judge, and everything else to the writer", async () => {
    const writer = countingModel();
    const judge = { ...countingModel(), price: { read: 1, written: 1 } };
    const account = openModelAccount({
      db: opened.store.db,
      writer,
      judge: { model: { ...judge.model, name: "j" }, price: judge.price },
      dailyTokens: 0,
      dailyMoney: 0,
      now: () => new Date("2026-11-20T12:00:00.000Z"),
    });
    await account.answer([ask("1"), { ...ask("2"), part: "second-opinion" }], "s1");
    await account.answer([{ ...ask("2"), part: "second-opinion" }], "s1");
    expect([writer.asked, judge.asked, account.hasJudge]).toEqual([["1"], ["2"], true]);
  });
});
