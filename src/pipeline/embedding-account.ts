import { createHash, randomUUID } from "node:crypto";
import type { EmbeddingModel } from "../ask/embedding-model.ts";
import { tokensIn } from "../ask/estimate.ts";
import { type Price, priced } from "../ask/prices.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { type AskFailed, noUsage, sumOfUsage, type Usage } from "../model/ask.ts";
import type { Embedding } from "../model/embedding.ts";
import { type ArticleVectorRow, findVectors, saveVectors } from "../store/article-vectors.ts";
import type { Queryable } from "../store/database.ts";
import { recordCall } from "../store/model-calls.ts";
import { DayBudget, type DayLimits } from "./day-budget.ts";
import { type EmbeddedText, embeddedText } from "./embedded-text.ts";

/** Embeddings by article. One that is missing has none: its words alone are compared. */
export type Embeddings = ReadonlyMap<ArticleId, Embedding>;

/** Gives articles the vectors of an embedding model: what was paid for before from the store, the rest as far as the day's budget goes. */
export interface EmbeddingAccount {
  readonly model: string;
  embed(articles: readonly Article[]): Promise<Embeddings>;
  /** What the store has; the model is not asked. */
  known(articles: readonly Article[]): Promise<Embeddings>;
  /** What was done since it was opened. */
  tally(): EmbeddingTally;
  /** Gives up what is under way, and lets go of the model. */
  close(): Promise<void>;
}

export interface EmbeddingTally {
  /** Articles whose text the model was given, and whose vector stood in the store. */
  readonly asked: number;
  readonly kept: number;
  readonly usage: Usage;
  /** Articles without a vector, by reason, and what was said last. */
  readonly failures: Readonly<Record<string, number>>;
  readonly detail?: string;
}

export interface EmbeddingAccountOptions extends DayLimits, EmbeddedText {
  readonly db: Queryable;
  readonly model: EmbeddingModel;
  readonly price?: Price;
  /** As in `Embedding.share`. */
  readonly share: number;
  /** Texts a request. */
  readonly batch: number;
  readonly now: () => Date;
}

/** Opens the account of an embedding model. */
export function openEmbeddingAccount({
  db,
  model,
  price,
  share,
  batch,
  now,
  dailyTokens,
  dailyMoney,
  ...given
}: EmbeddingAccountOptions): EmbeddingAccount {
  const stop = new AbortController();
  const budget = new DayBudget(db, { dailyTokens, dailyMoney }, now, "embeddings");
  const failures: Record<string, number> = {};
  let [asked, kept, usage] = [0, 0, noUsage];
  let detail: string | undefined;

  const textsOf = (articles: readonly Article[]) =>
    articles.flatMap((article) => {
      const text = embeddedText(article, given);
      return text === undefined ? [] : [{ articleId: article.id, text, textHash: hashOf(text) }];
    });
  const ask = async (texts: readonly string[]): Promise<readonly Float32Array[] | AskFailed> => {
    const reply = await model.embed(texts, stop.signal);
    if ("failed" in reply && reply.failed === "model-stopped") return reply;
    const used = "failed" in reply ? noUsage : priced({ inputTokens: reply.inputTokens, outputTokens: 0 }, price);
    usage = sumOfUsage(usage, used);
    await recordCall(db, {
      id: randomUUID(),
      at: now().toISOString(),
      model: model.name,
      storyId: "",
      part: "embedding",
      outcome: "failed" in reply ? reply.failed : "answered",
      usage: used,
    });
    return "failed" in reply ? reply : reply.vectors;
  };
  const pay = async (texts: readonly string[]): Promise<readonly Float32Array[] | AskFailed> => {
    const planned = { inputTokens: tokensIn(texts.join("")), outputTokens: 0 };
    const answer = await budget.spend(planned, price, () => ask(texts));
    return "beyond" in answer ? { failed: "model-budget", detail: answer.beyond } : answer;
  };
  const asEmbeddings = (
    texts: readonly { readonly articleId: ArticleId; readonly textHash: string }[],
    vectors: ReadonlyMap<string, Float32Array>,
  ): Embeddings =>
    new Map(
      texts.flatMap(({ articleId, textHash }) => {
        const vector = vectors.get(textHash);
        return vector ? [[articleId, { model: model.name, vector, share }] as const] : [];
      }),
    );

  return {
    model: model.name,
    async embed(articles) {
      const texts = textsOf(articles);
      const vectors = new Map(await findVectors(db, model.name, hashesOf(texts)));
      const open = texts.filter(({ textHash }) => !vectors.has(textHash));
      kept += texts.length - open.length;
      for (let from = 0; from < open.length; from += batch) {
        const part = open.slice(from, from + batch);
        const answer = await pay(part.map(({ text }) => text));
        if ("failed" in answer) {
          failures[answer.failed] = (failures[answer.failed] ?? 0) + part.length;
          detail = answer.detail;
          continue;
        }
        const rows: ArticleVectorRow[] = part.map(({ articleId, textHash }, at) => ({
          articleId,
          textHash,
          vector: answer[at] as Float32Array,
        }));
        for (const { textHash, vector } of rows) vectors.set(textHash, vector);
        await saveVectors(db, model.name, rows, now().toISOString());
        asked += part.length;
      }
      return asEmbeddings(texts, vectors);
    },
    async known(articles) {
      const texts = textsOf(articles);
      return asEmbeddings(texts, await findVectors(db, model.name, hashesOf(texts)));
    },
    tally: () => ({ asked, kept, usage, failures: { ...failures }, ...(detail !== undefined && { detail }) }),
    async close() {
      stop.abort();
      await model.close?.();
    },
  };
}

function hashesOf(texts: readonly { readonly textHash: string }[]): string[] {
  return texts.map(({ textHash }) => textHash);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
