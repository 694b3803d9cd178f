import { describe, expect, it, vi } from "vitest";
import { openModel } from "../../src/ask/open-model.ts";
import { sampleAsk } from "./sample-ask.ts";
import { type Scripted, scriptedEndpoint } from "./scripted-endpoint.ts";

const ask = sampleAsk;
const good: Scripted = { say: '{"ok": true}' };
const reply = { text: '{"ok": true}', cutOff: false, usage: { inputTokens: 700, outputTokens: 90 } };

async function modelOf(
  script: readonly Scripted[],
  options: { key?: string; timeoutMs?: number; concurrency?: number } = {},
) {
  const endpoint = await scriptedEndpoint((_request, count) => script[count - 1] ?? good);
  const pauses: number[] = [];
  let nowMs = 0;
  const model = openModel(
    { provider: "openai-compatible", url: endpoint.url, name: "scripted" },
    {
      timeoutMs: 5_000,
      concurrency: 2,
      ...options,
      pause: async (ms) => pauses.push(ms),
      now: () => nowMs,
    },
  );
  return {
    model,
    endpoint,
    pauses,
    later: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe("a model behind an endpoint", () => {
  it("is asked with our instructions, the data apart from them, the schema, and the key in the header alone", async () => {
    const { model, endpoint } = await modelOf([good], { key: "k-123" });
    expect(await model.answer(ask)).toEqual(reply);
    expect(endpoint.received).toMatchObject([
      {
        authorization: "Bearer k-123",
        body: {
          model: "scripted",
          temperature: 0,
          messages: [
            { role: "system", content: "Answer in JSON." },
            { role: "user", content: "The ferry sailed." },
          ],
          response_format: { type: "json_schema" },
        },
      },
    ]);
    expect(JSON.stringify(endpoint.received[0]?.body)).not.toContain("k-123");
  });

  it("is paid by estimate where the endpoint does not count", async () => {
    const { model } = await modelOf([{ say: '{"ok": true}', uncounted: true }]);
    expect(await model.answer(ask)).toEqual({ ...reply, usage: { inputTokens: 8, outputTokens: 3 } });
  });

  it.each<[string, Scripted[], number[]]>([
    ["429, as late as it asks", [{ status: 429, retryAfter: 7 }], [7_000]],
    ["500, after a second and then four", [{ status: 500 }, { status: 503 }], [1_000, 4_000]],
    ["a stream that dies", [{ dieAfter: '{"ok": ' }], [1_000]],
  ])("is asked again after %s", async (_, script, expected) => {
    const { model, pauses } = await modelOf(script);
    expect([await model.answer(ask), pauses]).toEqual([reply, expected]);
  });

  it("is asked without schema and temperature from then on, where it refuses them", async () => {
    const { model, endpoint } = await modelOf([{ status: 400, body: "response_format is not supported" }]);
    expect([await model.answer(ask), await model.answer(ask)]).toEqual([reply, reply]);
    expect(endpoint.received.map(({ body }) => [body.temperature, body.response_format?.type])).toEqual([
      [0, "json_schema"],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it("takes a reply that has its end, whatever the server calls that", async () => {
    const { model, endpoint } = await modelOf([{ say: '{"ok": true}', finish: "eos_token" }]);
    expect([await model.answer(ask), endpoint.received.length]).toEqual([reply, 1]);
  });

  it("hands over a reply that was cut off as one", async () => {
    const { model } = await modelOf([{ say: '{"ok"', finish: "length" }]);
    expect(await model.answer(ask)).toEqual({ ...reply, text: '{"ok"', cutOff: true });
  });

  it.each<[string, Scripted, object]>([
    [
      "a wrong key",
      { status: 401, body: '{"error":"Incorrect API key provided: k-123"}' },
      {
        failed: "model-misconfigured",
        detail:
          'The model\'s endpoint refuses: the key in BACKSTORY_MODEL_KEY was not accepted (HTTP 401: {"error":"Incorrect API key provided: (key)"}).',
      },
    ],
    [
      "an unpaid account",
      { status: 402 },
      {
        failed: "model-misconfigured",
        detail: "The model's endpoint refuses: the account has no credit left (HTTP 402: Payment Required).",
      },
    ],
    [
      "a model it has not",
      { status: 404, body: "model not found" },
      {
        failed: "model-misconfigured",
        detail:
          "The model's endpoint refuses: there is no such model or address; look at the part of BACKSTORY_MODEL before and behind the # (HTTP 404: model not found).",
      },
    ],
    [
      "one that says nothing in time",
      { silentMs: 3_000 },
      { failed: "model-timeout", detail: "The model took longer than 0.2 seconds (model.timeoutSeconds)." },
    ],
  ])("names the cause of %s, and asks no more", async (_, scripted, failure) => {
    const { model, endpoint } = await modelOf([scripted], { key: "k-123", timeoutMs: 200 });
    expect([await model.answer(ask), endpoint.received.length]).toEqual([failure, 1]);
  });

  it("names what it cannot reach", async () => {
    const model = openModel(
      { provider: "openai-compatible", url: "http://127.0.0.1:9", name: "none" },
      { timeoutMs: 5_000, concurrency: 1, pause: async () => {} },
    );
    expect(await model.answer(ask)).toMatchObject({
      failed: "model-unreachable",
      detail: expect.stringMatching(/^The model's endpoint did not answer: /),
    });
  });

  it("is left alone for a minute after three failures, and asked again then", async () => {
    const { model, endpoint, later } = await modelOf([{ status: 401 }, { status: 401 }, { status: 401 }]);
    for (let i = 0; i < 5; i++) expect(await model.answer(ask)).toMatchObject({ failed: "model-misconfigured" });
    expect(endpoint.received.length).toBe(3);
    later(61_000);
    expect(await model.answer(ask)).toEqual(reply);
  });

  it("has no more requests under way than it may", async () => {
    const slow: Scripted = { silentMs: 60_000 };
    const { model, endpoint } = await modelOf([slow, slow, slow], { timeoutMs: 60_000 });
    const stop = new AbortController();
    const answers = Promise.all([1, 2, 3].map(() => model.answer(ask, stop.signal)));
    await vi.waitFor(() => expect(endpoint.received.length).toBe(2), 30_000);
    await new Promise((go) => setTimeout(go, 100));
    expect(endpoint.received.length).toBe(2);
    stop.abort();
    await answers;
  });

  it("stops when the edition does", async () => {
    const { model } = await modelOf([{ silentMs: 5_000 }]);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect(await model.answer(ask, stop.signal)).toEqual({
      failed: "model-stopped",
      detail: "The edition was stopped.",
    });
  });

  it("of Anthropic is asked in its own protocol, with the key in its header", async () => {
    const { url, received } = await scriptedEndpoint(() => good);
    const model = openModel(
      { provider: "anthropic", url, name: "claude-x" },
      { timeoutMs: 5_000, concurrency: 1, key: "k-123" },
    );
    expect(await model.answer(ask)).toEqual(reply);
    expect(received).toMatchObject([
      { authorization: "k-123", body: { model: "claude-x", system: [{ type: "text", text: "Answer in JSON." }] } },
    ]);
  });

  it("of Anthropic needs a key", () => {
    expect(() => openModel({ provider: "anthropic", name: "m" }, { timeoutMs: 1, concurrency: 1 })).toThrow(
      "Anthropic's models need a key; put it into the environment as BACKSTORY_MODEL_KEY.",
    );
  });
});
