import { randomUUID } from "node:crypto";
import { tokensIn } from "../ask/estimate.ts";
import type { LanguageModel } from "../ask/language-model.ts";
import { type Price, priced } from "../ask/prices.ts";
import { type Answer, type Ask, noUsage, sumOfUsage, type Usage } from "../model/ask.ts";
import type { Briefing } from "../model/briefing.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "../store/database.ts";
import { recordCall } from "../store/model-calls.ts";
import { findReplies, saveReply } from "../store/model-replies.ts";
import { DayBudget, type DayLimits } from "./day-budget.ts";

/** Answers what pages ask: from what was paid for before, else from the model, as far as the day's budget goes. */
export interface ModelAccount {
  /** The model that writes, as readers know it. */
  readonly model: string;
  /** What is in doubt is put to a judge. */
  readonly hasJudge: boolean;
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

/** A model, and what it costs where that is known. */
export interface PricedModel {
  readonly model: LanguageModel;
  readonly price?: Price;
}

export interface ModelAccountOptions extends DayLimits {
  readonly db: Queryable;
  readonly writer: PricedModel;
  /** Whom sentences in doubt are put to: the same model or another. */
  readonly judge?: PricedModel;
  readonly now: () => Date;
}

/** Set aside for a reply while it is under way. */
const replyTokens = 800;

/** Opens the account of a model that writes, and of one that judges. */
export function openModelAccount({ db, writer, judge, now, ...limits }: ModelAccountOptions): ModelAccount {
  const stop = new AbortController();
  const budget = new DayBudget(db, limits, now, "pages");
  const failures: Record<string, number> = {};
  const leftOut: Record<string, number> = {};
  let [asked, kept, pages, usage] = [0, 0, 0, noUsage];
  const models = judge ? [writer, judge] : [writer];
  const answererOf = ({ part }: Ask) => (part === "second-opinion" && judge ? judge : writer);

  const pay = async (ask: Ask, storyId: StoryId): Promise<Answer> => {
    const { model, price } = answererOf(ask);
    const answer = await model.answer(ask, stop.signal);
    const used = "text" in answer ? priced(answer.usage, price) : noUsage;
    const outcome = "text" in answer ? "answered" : answer.failed;
    if (outcome === "model-stopped") return answer;
    const at = now().toISOString();
    const call = { id: randomUUID(), at, model: model.name, storyId, part: ask.part, outcome, usage: used };
    await recordCall(db, call);
    if ("failed" in answer) return answer;
    const reply = { ...answer, usage: used };
    await saveReply(db, model.name, ask.id, reply, at);
    asked++;
    usage = sumOfUsage(usage, used);
    return reply;
  };
  const answerOne = async (ask: Ask, storyId: StoryId): Promise<Answer> => {
    const planned = { inputTokens: tokensIn(ask.instructions + ask.prompt), outputTokens: replyTokens };
    const answer = await budget.spend(planned, answererOf(ask).price, () => pay(ask, storyId));
    return "beyond" in answer ? { failed: "model-budget", detail: answer.beyond } : answer;
  };
  return {
    model: writer.model.name,
    hasJudge: judge !== undefined,
    async answer(asks, storyId) {
      const answers = new Map<string, Answer>();
      for (const one of models) {
        const ids = asks.filter((ask) => answererOf(ask) === one).map(({ id }) => id);
        for (const [id, reply] of await findReplies(db, one.model.name, ids)) answers.set(id, reply);
      }
      kept += answers.size;
      const open = asks.filter(({ id }) => !answers.has(id));
      await Promise.all(
        open.map(async (ask) => {
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
      await Promise.all(models.map(({ model }) => model.close?.()));
    },
  };
}
