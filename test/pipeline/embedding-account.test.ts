import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openEmbeddingModel } from "../../src/ask/open-embedding-model.ts";
import { embeddingReport } from "../../src/cli/embedding-report.ts";
import { randomNumbers } from "../../src/eval/random-numbers.ts";
import { emptyAnnotation } from "../../src/model/annotation.ts";
import type { Article } from "../../src/model/article.ts";
import { type EmbeddingAccountOptions, openEmbeddingAccount } from "../../src/pipeline/embedding-account.ts";
import { explainArticles } from "../../src/pipeline/explain-articles.ts";
import { redactArticle } from "../../src/pipeline/redact-article.ts";
import { openStoryAssigner } from "../../src/pipeline/story-assigner.ts";
import { saveArticle } from "../../src/store/articles.ts";
import { spentSince } from "../../src/store/model-calls.ts";
import { type ReceivedTexts, type ScriptedEmbeddings, scriptedEmbeddings } from "../ask/scripted-embeddings.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { deskEdition } from "./desk-edition.ts";

let opened: TestStore;
beforeAll(async () => {
  opened = await openEmbedded();
}, 60_000);
afterAll(() => opened.drop());
beforeEach(async () => {
  for (const table of ["article_vectors", "model_calls"]) await opened.store.db.query(`delete from ${table}`);
});

const article = (id: string, language = "en"): Article => ({
  id,
  outlet: "Radio Nessa",
  title: `Title ${id}`,
  text: `Text of ${id}. ${"It goes on. ".repeat(300)}`,
  publishedAt: "2026-11-24T08:00:00.000Z",
  language,
});
const articles = ["a", "b", "c"].map((id) => article(id));
const vectorOf = (text: string) => [text.charCodeAt(6), 1];
const good = ({ input }: ReceivedTexts): ScriptedEmbeddings => ({ vectors: input.map(vectorOf) });

async function accountOf(
  script: (request: ReceivedTexts, count: number) => ScriptedEmbeddings = good,
  options: Partial<EmbeddingAccountOptions> = {},
) {
  const endpoint = await scriptedEmbeddings(script);
  const model = openEmbeddingModel(`openai-compatible:${endpoint.url}#m`, { timeoutMs: 20_000, pause: async () => {} });
  const account = openEmbeddingAccount({
    db: opened.store.db,
    model,
    share: 0,
    batch: 2,
    maxCharacters: 100,
    prefix: "",
    languages: [],
    dailyTokens: 0,
    dailyMoney: 0,
    now: () => new Date("2026-11-24T12:00:00.000Z"),
    ...options,
  });
  return { endpoint, account };
}
const embeddingOf = (id: string) => ({ model: "m", share: 0, vector: Float32Array.of(id.charCodeAt(0), 1) });
const all = new Map(articles.map(({ id }) => [id, embeddingOf(id)]));

describe("the account of an embedding model", () => {
  it("gives the model titles and beginnings in batches, and counts what it took", async () => {
    const { account, endpoint } = await accountOf(good, { price: { read: 2, written: 0 } });
    expect(await account.embed(articles)).toEqual(all);
    expect(endpoint.received.map(({ input }) => input.length)).toEqual([2, 1]);
    expect(endpoint.received[0]?.input[0]).toBe(`Title a\n\n${articles[0]?.text}`.slice(0, 100));
    const usage = { inputTokens: 140, outputTokens: 0, cost: 140 * 2e-6 };
    expect(account.tally()).toEqual({ asked: 3, kept: 0, usage, failures: {} });
    expect(await spentSince(opened.store.db, "2026-11-24T00:00:00.000Z", "pages")).toMatchObject({ calls: 0 });
    expect(await spentSince(opened.store.db, "2026-11-24T00:00:00.000Z")).toMatchObject({ calls: 2, tokens: 140 });
  });

  it("never pays twice for a text, whoever prints it and after whatever start", async () => {
    await (await accountOf()).account.embed(articles);
    const { account, endpoint } = await accountOf();
    const reprint = { ...(articles[0] as Article), id: "reprint" };
    expect(await account.embed([...articles, reprint])).toEqual(new Map([...all, ["reprint", embeddingOf("a")]]));
    expect([endpoint.received, account.tally().kept]).toEqual([[], 4]);
    expect(await account.known(articles)).toEqual(all);
  });

  it("has nothing of another model's", async () => {
    await (await accountOf()).account.embed(articles);
    const { url } = await scriptedEmbeddings(good);
    const model = openEmbeddingModel(`openai-compatible:${url}#other`, { timeoutMs: 20_000 });
    expect(await (await accountOf(good, { model })).account.known(articles)).toEqual(new Map());
  });

  it("leaves out languages the model does not know", async () => {
    const { account } = await accountOf(good, { languages: ["en"] });
    expect([...(await account.embed([article("a"), article("x", "fi")])).keys()]).toEqual(["a"]);
  });

  it("goes on without the articles the model gave nothing for, and says so", async () => {
    const { account } = await accountOf((request, count) =>
      count <= 3 ? { status: 503, body: "down" } : good(request),
    );
    expect([...(await account.embed(articles)).keys()]).toEqual(["c"]);
    expect(embeddingReport(account.model, account.tally())).toBe(
      "m: 1 articles read (70 tokens), 0 read before. 2 articles went on by their words alone (model-busy 2). The model's endpoint is overloaded or out of order (HTTP 503: down).",
    );
  });

  it("stops at the day's limit, in tokens of its own and in money that pages share", async () => {
    const poor = await accountOf(good, { dailyTokens: 60 });
    expect([...(await poor.account.embed(articles)).keys()]).toEqual(["a", "b"]);
    expect(poor.account.tally()).toMatchObject({
      failures: { "model-budget": 1 },
      detail: "The day's 60 tokens are used up (embedding.dailyTokens).",
    });
    const paid = await accountOf(good, { dailyMoney: 1e-9, price: { read: 2, written: 0 } });
    expect(await paid.account.embed([article("d")])).toEqual(new Map());
    expect(paid.account.tally().detail).toBe("The day's 1e-9 are spent (model.dailyMoney).");
  });
});

describe("an edition with an embedding model", () => {
  const finnish: Article = {
    id: "fi1",
    outlet: "Saari",
    title: "Lautta karilla",
    text: "Matkustajalautta ajoi karille sakeassa sumussa, ja salmi suljettiin.",
    publishedAt: "2026-11-24T11:00:00.000Z",
    language: "fi",
  };
  /** Earlier news, so that the model's texts have something in common. */
  const notices = Array.from({ length: 40 }, (_, at) => ({
    ...article(`notice${at}`),
    publishedAt: "2026-11-24T03:00:00.000Z",
  }));
  /** What all texts have in common is the first number; the rest is what one is about: the ferry, or a matter of its own. */
  const script = ({ input }: ReceivedTexts): ScriptedEmbeddings => ({
    vectors: input.map((text) => {
      const matter = /ferry|lautta/i.test(text) ? 1 : 2 + Number(/notice(\d+)/.exec(text)?.[1] ?? text.length + 100);
      const random = randomNumbers(matter);
      return Array.from({ length: 64 }, (_, i) => (i === 0 ? 9 : random() * 2 - 1));
    }),
  });

  const editionOf = async (scripted: typeof script | ((request: ReceivedTexts) => ScriptedEmbeddings)) => {
    const { account } = await accountOf(scripted, { batch: 32 });
    const { context } = await deskEdition(opened.store);
    const embedded = { ...context, embeddings: account };
    // As if the edition had had a model from the beginning.
    await opened.store.db.query("update articles set story_id = null, copy_of = null");
    const save = async (one: Article) => {
      const row = { article: one, annotation: emptyAnnotation(one.id, one.language), outletId: "radio-nessa" };
      await saveArticle(opened.store.db, row, one.publishedAt);
    };
    for (const notice of notices) await save(notice);
    await (await openStoryAssigner(embedded)).assignWaiting();
    await save(finnish);
    // After another start.
    await (await openStoryAssigner(embedded)).assignWaiting();
    const rows = await opened.store.db.query<{ id: string; story: string }>(
      "select id, story_id as story from articles",
    );
    const storyOf = new Map(rows.map(({ id, story }) => [id, story]));
    return { embedded, account, isOne: storyOf.get("fi1") === storyOf.get("f1") };
  };

  it("gives an article of another language to its story, explains why, and forgets what is redacted", async () => {
    const { embedded, isOne } = await editionOf(script);
    expect(isOne).toBe(true);
    expect(await explainArticles(embedded, "f1", "fi1")).toMatch(/ m finds them \d+ % alike in meaning/);
    await redactArticle(embedded, "fi1", "taken down");
    const left = await opened.store.db.query("select article_id from article_vectors where article_id = 'fi1'");
    expect(left).toEqual([]);
  });

  it("gives every article to a story while the model is down", async () => {
    const { account, isOne } = await editionOf(() => ({ status: 500 }));
    expect([isOne, account.tally().failures]).toEqual([false, { "model-busy": 47 }]);
  });
});
