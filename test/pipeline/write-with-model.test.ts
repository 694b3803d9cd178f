import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openModel } from "../../src/ask/open-model.ts";
import { loadLearned } from "../../src/learned.ts";
import type { Ask } from "../../src/model/ask.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Claim } from "../../src/model/claim.ts";
import { outletRegister } from "../../src/model/outlet.ts";
import { composeWith } from "../../src/pipeline/compose-briefing.ts";
import { openModelAccount } from "../../src/pipeline/model-account.ts";
import { type WorkPool, WorkStopped } from "../../src/pipeline/work-pool.ts";
import { writePage } from "../../src/pipeline/write-page.ts";
import { checkClaim } from "../../src/verify/check-claim.ts";
import { extractiveEngine } from "../../src/write/engines/extractive-engine.ts";
import { modelEngine } from "../../src/write/engines/model-engine.ts";
import { type Received, type Scripted, scriptedEndpoint } from "../ask/scripted-endpoint.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { goodReply, numbersOf } from "../write/engines/scripted-replies.ts";
import { trawlerStory } from "../write/engines/trawler.ts";

let opened: TestStore;
beforeAll(async () => {
  opened = await openEmbedded();
}, 60_000);
afterAll(() => opened.drop());
beforeEach(() => opened.store.db.query("delete from model_replies"));

const { outlets: _, ...input } = trawlerStory();
const story = { ...input, outlets: [] };
const learned = loadLearned();
const extractive = composeWith(
  extractiveEngine,
  { ...story, outlets: outletRegister([]) },
  learned,
  new Map(),
).briefing;

/** Composes in this thread what a work thread would. */
const workers: WorkPool = {
  warm() {},
  read: () => Promise.reject(),
  close: async () => {},
  async write({ model, ...one }, answers) {
    const engine = model === undefined ? extractiveEngine : modelEngine(model);
    return composeWith(engine, { ...one, outlets: outletRegister([]) }, learned, answers);
  },
};

/** What was asked, as far as a script needs it. */
function askOf({ body }: Received): Ask {
  const prompt = body.messages.at(-1)?.content ?? "";
  const template = [
    ["mend", "These sentences were refused."],
    ["what-happened", '"headline":'],
    ["behind-the-headline", '"thesis":'],
    ["what-the-papers-say", "tell readers of one paper"],
    ["how-we-got-here", "what came before the news"],
  ].find(([, words]) => prompt.includes(words ?? ""))?.[0];
  return { id: "", part: "", template: `${template}@1`, instructions: "", prompt, schema: {} };
}

/** An account of an endpoint that does for what happened what is scripted, and for the rest is good. */
async function accountOf(scripted: (ask: Ask, count: number) => Scripted | string) {
  let count = 0;
  const endpoint = await scriptedEndpoint((request) => {
    const ask = askOf(request);
    const said = ask.template.startsWith("what-happened") ? scripted(ask, ++count) : goodReply(ask);
    return typeof said === "string" ? { say: said } : said;
  });
  const model = openModel(
    { provider: "openai-compatible", url: endpoint.url, name: "scripted" },
    { timeoutMs: 1_000, concurrency: 4, pause: async () => {} },
  );
  const account = openModelAccount({
    db: opened.store.db,
    writer: { model },
    dailyTokens: 0,
    dailyMoney: 0,
    now: () => new Date("2026-11-20T12:00:00.000Z"),
  });
  return { endpoint, account };
}

async function write(scripted: (ask: Ask, count: number) => Scripted | string) {
  const { endpoint, account } = await accountOf(scripted);
  return { page: (await writePage(workers, story, account)).briefing, endpoint, account };
}

const happened = ({ sections }: Briefing) => {
  const section = sections.find(({ kind }) => kind === "what-happened");
  return section?.kind === "what-happened" ? section.claims : [];
};
const parts = ({ sections }: Briefing) => sections.map(({ kind }) => kind);
const saidOf = ({ skipped }: Briefing) => skipped.filter(({ part }) => part === "what-happened");
const own = happened(extractive).map(({ text }) => text);
const written = [
  "Nine crew members of a Velmaran trawler seized by Kestria were freed with their vessel on Friday after the Sorrel Islands mediated, officials in both capitals said.",
  "A Kestrian patrol boat had seized the trawler with nine crew in the Savra Strait, Velmara's coastguard said.",
];

/** True where what was written is borne out by what it cites, and the rest is as the extractive engine has it. */
function isTrue({ text, citations, written }: Claim): boolean {
  return written
    ? checkClaim(
        text,
        citations.map(({ quote }) => quote),
      ).supported
    : own.includes(text);
}

const one = (text: string) => (ask: Ask) =>
  JSON.stringify({
    headline: { text: "", passages: [] },
    sentences: [{ text, passages: numbersOf(ask, "The skipper told the consul") }],
  });

describe("a page written through an endpoint", () => {
  it.each<[string, (ask: Ask, count: number) => Scripted | string, readonly string[], object[]]>([
    ["good", goodReply, written, []],
    ["thinking aloud", (ask) => `<think>Passage 1 seems best.</think>${goodReply(ask)}`, written, []],
    ["429 once", (ask, count) => (count === 1 ? { status: 429, retryAfter: 1 } : goodReply(ask)), written, []],
    ["500 twice", (ask, count) => (count < 3 ? { status: 500 } : goodReply(ask)), written, []],
    [
      "dying once",
      (ask, count) => (count === 1 ? { dieAfter: goodReply(ask).slice(0, 80) } : goodReply(ask)),
      written,
      [],
    ],
    ["truncated", () => ({ say: '{"headline": {"te', finish: "length" }), own, [{ reason: "model-cut-off", count: 1 }]],
    ["of the wrong shape", () => '{"summary": "Freed."}', own, [{ reason: "model-wrong-shape", count: 1 }]],
    ["refusing", () => "I cannot help with that.", own, [{ reason: "model-refused", count: 1 }]],
    ["filtered", () => ({ say: "", finish: "content_filter" }), own, [{ reason: "model-refused", count: 1 }]],
    ["slow", () => ({ silentMs: 5_000 }), own, [{ reason: "model-timeout", count: 1 }]],
    ["429 for good", () => ({ status: 429 }), own, [{ reason: "model-busy", count: 1 }]],
    ["500 for good", () => ({ status: 500 }), own, [{ reason: "model-busy", count: 1 }]],
    ["dying for good", () => ({ dieAfter: '{"headline"' }), own, [{ reason: "model-unreachable", count: 1 }]],
    ["401", () => ({ status: 401 }), own, [{ reason: "model-misconfigured", count: 1 }]],
    [
      "with a quotation nobody said",
      one('"We were never afraid," the skipper told the consul.'),
      own.slice(0, 1),
      [{ reason: "unseen-quotation", count: 1, written: true }],
    ],
    [
      "with a number from nowhere",
      one("The skipper told the consul that his boat had been 3 miles outside the line."),
      own.slice(0, 1),
      [{ reason: "unseen-number", count: 1, written: true }],
    ],
  ])("is complete, true and says what happened where a reply is %s", async (_, scripted, texts, said) => {
    const { page } = await write(scripted);
    expect(parts(page)).toEqual(parts(extractive));
    expect(happened(page).map(({ text }) => text)).toEqual(texts);
    expect(happened(page).filter((claim) => !isTrue(claim))).toEqual([]);
    expect(saidOf(page)).toEqual(said.map((line) => ({ part: "what-happened", ...line })));
    // The other parts do not suffer.
    expect(page.writing?.parts.map(({ part }) => part)).toContain("how-we-got-here");
  });

  it("is left for the next start where the edition stops while the model is asked", async () => {
    const { account } = await accountOf(() => ({ silentMs: 5_000 }));
    const writing = writePage(workers, story, account).catch((error: unknown) => error);
    setTimeout(() => account.close(), 200);
    expect(await writing).toBeInstanceOf(WorkStopped);
  });

  it("is not paid for twice, and reads the same", async () => {
    const first = await write(goodReply);
    const second = await write(goodReply);
    expect(second.page).toEqual(first.page);
    expect([second.endpoint.received.length, second.account.tally().kept]).toEqual([0, first.endpoint.received.length]);
  });
});
