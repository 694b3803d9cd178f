import { randomUUID } from "node:crypto";
import { tokensIn } from "../ask/estimate.ts";
import type { LanguageModel } from "../ask/language-model.ts";
import { type Price, priced } from "../ask/prices.ts";
import type { Answer, Ask, Usage } from "../model/ask.ts";
import type { Briefing } from "../model/briefing.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "../store/database.ts";
import { recordCall, spentSince } from "../store/model-calls.ts";
import { findReplies, saveReply } from "../store/model-replies.ts";

/** Answers what pages ask: from what was paid for before, else from the model, as far as the day's budget goes. */
export interface ModelAccount {
  /** The model, as readers know it. */
  readonly model: string;
  answer(asks: readonly Ask[], storyId: StoryId): Promise<ReadonlyMap<string, Answer>>;
  /** Counts a page that was written. */
  book(briefing: Briefing): void;
  /** What was done since it was opened. */
  tally(): Tally;
  /** Gives up what is under way, and lets go of the model. */
  close(): Promise<void>;
}

export interface Tally {
  /** Asks answered by the model, and from the store. */
  readonly asked: number;
  readonly kept: number;
  readonly usage: Usage;
  /** Asks without an answer, by reason. */
  readonly failures: Readonly<Record<string, number>>;
  /** Pages of which it wrote any part. */
  readonly pages: number;
  /** Sentences of its making that were left out, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

export interface ModelAccountOptions {
  readonly db: Queryable;
  readonly model: LanguageModel;
  readonly price?: Price;
  /** A day's tokens and money (UTC); 0 sets no limit. */
  readonly dailyTokens: number;
  readonly dailyMoney: number;
  readonly now: () => Date;
}

/** Set aside for a reply while it is under way. */
const replyTokens = 800;
const nothing: Usage = { inputTokens: 0, outputTokens: 0 };

/** Opens the account of a model. Several processes share the budget through the store, and may together overrun it by what they have under way. */
export function openModelAccount({
  db,
  model,
  price,
  dailyTokens,
  dailyMoney,
  now,
}: ModelAccountOptions): ModelAccount {
  const stop = new AbortController();
  const failures: Record<string, number> = {};
  const leftOut: Record<string, number> = {};
  let [asked, kept, pages, usage] = [0, 0, 0, nothing];
  let setAside = nothing;

  const answerOne = async (ask: Ask, storyId: StoryId): Promise<Answer> => {
    const estimate = { inputTokens: tokensIn(ask.instructions + ask.prompt), outputTokens: replyTokens };
    const before = setAside;
    setAside = sum(setAside, estimate);
    try {
      const reason = await beyondBudget(sum(before, estimate));
      if (reason !== undefined) return { failed: "model-budget", detail: reason };
      const answer = await model.answer(ask, stop.signal);
      const at = now().toISOString();
      const used = "text" in answer ? priced(answer.usage, price) : nothing;
      const outcome = "text" in answer ? "answered" : answer.failed;
      if (outcome !== "model-stopped")
        await recordCall(db, {
          id: randomUUID(),
          at,
          model: model.name,
          storyId,
          part: ask.part,
          outcome,
          usage: used,
        });
      if (!("text" in answer)) return answer;
      const reply = { ...answer, usage: used };
      await saveReply(db, model.name, ask.id, reply, at);
      asked++;
      usage = sum(usage, used);
      return reply;
    } finally {
      setAside = sum(setAside, { inputTokens: -estimate.inputTokens, outputTokens: -estimate.outputTokens });
    }
  };
  const beyondBudget = async (planned: Usage): Promise<string | undefined> => {
    if (dailyTokens === 0 && dailyMoney === 0) return undefined;
    const spent = await spentSince(db, `${now().toISOString().slice(0, 10)}T00:00:00.000Z`);
    const tokens = spent.tokens + planned.inputTokens + planned.outputTokens;
    if (dailyTokens > 0 && tokens > dailyTokens)
      return `The day's ${dailyTokens} tokens are used up (model.dailyTokens).`;
    const cost = spent.cost + (priced(planned, price).cost ?? 0);
    if (dailyMoney > 0 && cost > dailyMoney) return `The day's ${dailyMoney} are spent (model.dailyMoney).`;
    return undefined;
  };
  return {
    model: model.name,
    async answer(asks, storyId) {
      const ids = asks.map(({ id }) => id);
      const known = await findReplies(db, model.name, ids);
      kept += known.size;
      const answers = new Map<string, Answer>(known);
      await Promise.all(
        asks.map(async (ask) => {
          if (known.has(ask.id)) return;
          const answer = await answerOne(ask, storyId);
          answers.set(ask.id, answer);
          if ("failed" in answer) failures[answer.failed] = (failures[answer.failed] ?? 0) + 1;
        }),
      );
      return answers;
    },
    book({ engine, skipped }) {
      if (engine === "model") pages++;
      for (const { reason, count, written } of skipped) if (written) leftOut[reason] = (leftOut[reason] ?? 0) + count;
    },
    tally: () => ({ asked, kept, usage, failures: { ...failures }, pages, leftOut: { ...leftOut } }),
    async close() {
      stop.abort();
      await model.close?.();
    },
  };
}

function sum(a: Usage, b: Usage): Usage {
  const cost = a.cost === undefined && b.cost === undefined ? undefined : (a.cost ?? 0) + (b.cost ?? 0);
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    ...(cost !== undefined && { cost }),
  };
}
