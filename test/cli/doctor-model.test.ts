import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modelFindings, spendingFinding } from "../../src/cli/doctor-model.ts";
import { loadConfig } from "../../src/config.ts";
import { recordCall } from "../../src/store/model-calls.ts";
import { scriptedEndpoint } from "../ask/scripted-endpoint.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";

const nowhere = ["http://127.0.0.1:9/v1"];
const configOf = (environment: Record<string, string>) => loadConfig(undefined, environment).config;
const own = "Until then pages are the outlets' own sentences.";

describe("doctor on the model", () => {
  it("says that none is used", async () => {
    expect(await modelFindings(configOf({}), nowhere)).toEqual([
      { name: "model", words: "None is used: pages are the outlets' own sentences." },
    ]);
  });

  it("offers one that answers on this machine, and asks nothing of it", async () => {
    const { url, received } = await scriptedEndpoint(() => ({ say: "" }));
    expect([await modelFindings(configOf({}), [...nowhere, url]), received]).toEqual([
      [
        {
          name: "model",
          words: `None is used: pages are the outlets' own sentences. One answers at ${url}; BACKSTORY_MODEL=openai-compatible:${url}#scripted would have it write.`,
        },
      ],
      [],
    ]);
  });

  it("says that the configured one answers", async () => {
    const { url } = await scriptedEndpoint(() => ({ say: '{"ok": true}' }));
    const [finding] = await modelFindings(configOf({ BACKSTORY_MODEL: `openai-compatible:${url}#scripted` }));
    expect(finding).toEqual({
      name: "model",
      words: expect.stringMatching(/^scripted answers, in \d+\.\d seconds\.$/),
    });
  });

  it("asks a judge of another name, too", async () => {
    const { url } = await scriptedEndpoint(({ body }) =>
      body.model === "judge" ? { status: 404, body: "no such model" } : { say: '{"ok": true}' },
    );
    const config = configOf({
      BACKSTORY_MODEL: `openai-compatible:${url}#scripted`,
      BACKSTORY_MODEL_JUDGE: `openai-compatible:${url}#judge`,
    });
    expect((await modelFindings(config))[1]).toEqual({
      name: "judge",
      words:
        "The model's endpoint refuses: there is no such model or address; look at the part of BACKSTORY_MODEL before and behind the # (HTTP 404: no such model).",
      todo: "Until then what is in doubt is left out.",
    });
  });

  it("says what a judge in a folder lacks", async () => {
    const { url } = await scriptedEndpoint(() => ({ say: '{"ok": true}' }));
    const config = configOf({
      BACKSTORY_MODEL: `openai-compatible:${url}#scripted`,
      BACKSTORY_MODEL_JUDGE: "nli:/nowhere/inference",
    });
    expect((await modelFindings(config))[1]).toEqual({
      name: "judge",
      words: "The model in /nowhere/inference cannot be loaded: there is no config.json in it.",
      todo: "Until then what is in doubt is left out.",
    });
  });

  it("names the cause where it does not, and never the key", async () => {
    const { url } = await scriptedEndpoint(() => ({ status: 401, body: "bad key k-123" }));
    const config = configOf({ BACKSTORY_MODEL: `openai-compatible:${url}#scripted`, BACKSTORY_MODEL_KEY: "k-123" });
    expect(await modelFindings(config)).toEqual([
      {
        name: "model",
        words:
          "The model's endpoint refuses: the key in BACKSTORY_MODEL_KEY was not accepted (HTTP 401: bad key (key)).",
        todo: own,
      },
    ]);
    expect(await modelFindings(configOf({ BACKSTORY_MODEL: "anthropic:#claude-x" }))).toEqual([
      {
        name: "model",
        words: "Anthropic's models need a key; put it into the environment as BACKSTORY_MODEL_KEY.",
        todo: own,
      },
    ]);
  });
});

describe("doctor on the model's budget", () => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openEmbedded();
  }, 60_000);
  afterAll(() => opened.drop());
  const now = new Date("2026-11-20T12:00:00.000Z");
  const model = "openai-compatible:http://127.0.0.1:9/v1#scripted";

  it("says what the day's limit is good for before any page was written", async () => {
    expect(await spendingFinding(opened.store.db, configOf({ BACKSTORY_MODEL: model }), now)).toEqual([
      {
        name: "budget",
        words:
          "No page was written with it in the last 7 days. The day's limit is 1,000,000 tokens, enough for about 111 pages.",
      },
    ]);
  });

  it("says what was spent, what a day will take, and what to do where that is beyond the limit", async () => {
    const call = { model: "scripted", storyId: "s", part: "what-happened", outcome: "answered" };
    const spent = [
      ["1", "2026-11-16T12:00:00.000Z", 6_000],
      ["2", "2026-11-20T09:00:00.000Z", 2_000],
    ] as const;
    for (const [id, at, inputTokens] of spent)
      await recordCall(opened.store.db, { id, at, ...call, usage: { inputTokens, outputTokens: 0, cost: 0.1 } });
    await recordCall(opened.store.db, {
      ...call,
      id: "3",
      at: "2026-11-20T10:00:00.000Z",
      outcome: "model-busy",
      usage: { inputTokens: 0, outputTokens: 0 },
    });
    const finding = async (dailyTokens: string) =>
      spendingFinding(
        opened.store.db,
        configOf({ BACKSTORY_MODEL: model, BACKSTORY_MODEL_DAILY_TOKENS: dailyTokens }),
        now,
      );
    const words = (limit: string) =>
      `2,000 tokens today (0.1 in money). About 2,000 a day at the pace of the last 7 days (0.05 in money). 1 of 3 asks had no answer. The day's limit is ${limit} tokens.`;
    expect([...(await finding("5000")), ...(await finding("1000"))]).toEqual([
      { name: "budget", words: words("5,000") },
      {
        name: "budget",
        words: words("1,000"),
        todo: "Raise it, or read fewer outlets: beyond it pages are the outlets' own sentences.",
      },
    ]);
  });
});
