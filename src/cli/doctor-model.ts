import { findLocalServers } from "../ask/local-servers.ts";
import { parseJudgeChoice } from "../ask/model-choice.ts";
import { openModel } from "../ask/open-model.ts";
import type { Config } from "../config.ts";
import type { Ask } from "../model/ask.ts";
import { UserError } from "../model/errors.ts";
import type { Queryable } from "../store/database.ts";
import { firstCallSince, spentSince } from "../store/model-calls.ts";
import type { Finding } from "./doctor.ts";

const name = "model";

/** The least that shows that address, name, key and account are in order. */
const trial: Ask = {
  id: "trial",
  part: "trial",
  template: "trial@1",
  instructions: "You reply with one JSON object and nothing else.",
  prompt: 'Reply with {"ok": true}.',
  entailment: { premise: "The bridge opens on Monday.", hypothesis: "A bridge opens." },
  schema: { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"], additionalProperties: false },
};

/** Whether the configured models answer and why not; where none is configured, whether one on this machine could be. */
export async function modelFindings({ model }: Config, places?: readonly string[]): Promise<Finding[]> {
  const { use, key, judge, judgeKey, timeoutSeconds } = model;
  if (use === undefined) return [await offer(places)];
  const writer = await trialOf(
    { name, setting: use, key, timeoutSeconds },
    "Until then pages are the outlets' own sentences.",
  );
  if (judge === undefined || judge === "same") return [writer];
  const second = { name: "judge", setting: judge, key: judgeKey, timeoutSeconds };
  return [writer, await trialOf(second, "Until then what is in doubt is left out.")];
}

interface Tried {
  readonly name: string;
  readonly setting: string;
  readonly key: string | undefined;
  readonly timeoutSeconds: number;
}

async function trialOf({ name, setting, key, timeoutSeconds }: Tried, todo: string): Promise<Finding> {
  const choice = parseJudgeChoice(setting);
  if (typeof choice === "string") return { name, words: `The setting ${choice}.`, todo };
  try {
    const opened = openModel(choice, {
      timeoutMs: timeoutSeconds * 1000,
      concurrency: 1,
      pause: async () => {},
      ...(key !== undefined && { key }),
    });
    const start = performance.now();
    const answer = await opened.answer(trial);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    await opened.close?.();
    return "failed" in answer
      ? { name, words: answer.detail, todo }
      : { name, words: `${choice.name} answers, in ${seconds} seconds.` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { name, words: error.message, todo };
  }
}

async function offer(places?: readonly string[]): Promise<Finding> {
  const [server] = await findLocalServers(places);
  const words = "None is used: pages are the outlets' own sentences.";
  if (!server) return { name, words };
  const { url, models } = server;
  return {
    name,
    words: `${words} One answers at ${url}; BACKSTORY_MODEL=openai-compatible:${url}#${models[0]} would have it write.`,
  };
}

const dayMs = 86_400_000;
const days = 7;
/** A page with all its parts, and a part to mend: five prompts of 1,500 tokens, replies of 300. Of use until pages were written. */
const tokensPerPage = 9_000;

/** What the model took today and takes a day at the pace of the last week, beside the limits. */
export async function spendingFinding(db: Queryable, { model }: Config, now: Date): Promise<Finding[]> {
  const { use, dailyTokens, dailyMoney } = model;
  if (use === undefined) return [];
  const limits = [
    ...(dailyTokens > 0 ? [`${figure(dailyTokens)} tokens`] : []),
    ...(dailyMoney > 0 ? [`${figure(dailyMoney)} in money`] : []),
  ];
  const limit = limits.length > 0 ? `The day's limit is ${limits.join(" and ")}.` : "There is no limit a day.";
  const since = new Date(now.getTime() - days * dayMs).toISOString();
  const first = await firstCallSince(db, since);
  if (first === undefined) {
    const pages = dailyTokens > 0 ? `, enough for about ${figure(dailyTokens / tokensPerPage)} pages` : "";
    return [
      {
        name: "budget",
        words: `No page was written with it in the last ${days} days. ${limit.replace(/\.$/, pages)}.`,
      },
    ];
  }
  const spent = await spentSince(db, since, "pages");
  const today = await spentSince(db, `${now.toISOString().slice(0, 10)}T00:00:00.000Z`, "pages");
  const over = Math.max(1, (now.getTime() - Date.parse(first)) / dayMs);
  const [tokens, cost] = [spent.tokens / over, spent.cost / over];
  const words = [
    `${figure(today.tokens)} tokens today${today.cost > 0 ? ` (${figure(today.cost)} in money)` : ""}.`,
    `About ${figure(tokens)} a day at the pace of the last ${days} days${cost > 0 ? ` (${figure(cost)} in money)` : ""}.`,
    ...(spent.failed > 0 ? [`${spent.failed} of ${spent.calls} asks had no answer.`] : []),
    limit,
  ].join(" ");
  const beyond = (dailyTokens > 0 && tokens > dailyTokens) || (dailyMoney > 0 && cost > dailyMoney);
  return [
    {
      name: "budget",
      words,
      ...(beyond && { todo: "Raise it, or read fewer outlets: beyond it pages are the outlets' own sentences." }),
    },
  ];
}

function figure(amount: number): string {
  return new Intl.NumberFormat(
    "en",
    amount < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: amount < 100 ? 2 : 0 },
  ).format(amount);
}
