import { parseJudgeChoice } from "./ask/model-choice.ts";
import { openEmbeddingModel } from "./ask/open-embedding-model.ts";
import { openModel } from "./ask/open-model.ts";
import { type Price, priceOf } from "./ask/prices.ts";
import type { Config } from "./config.ts";
import { UserError } from "./model/errors.ts";
import { type EmbeddingAccount, openEmbeddingAccount } from "./pipeline/embedding-account.ts";
import { type ModelAccount, openModelAccount, type PricedModel } from "./pipeline/model-account.ts";
import type { Queryable } from "./store/database.ts";

/**
 * The account of the models that the settings name; undefined where they name none.
 *
 * @throws UserError("config") where a model's key is missing, or a limit in money has no price to count by
 */
export function openAccount({ model: settings }: Config, db: Queryable, now: () => Date): ModelAccount | undefined {
  const { use, key, judge, judgeKey, dailyTokens, dailyMoney } = settings;
  if (use === undefined) return undefined;
  const writer = openPriced(use, key, settings);
  const second = judge === "same" ? writer : judge === undefined ? undefined : openPriced(judge, judgeKey, settings);
  return openModelAccount({ db, writer, dailyTokens, dailyMoney, now, ...(second && { judge: second }) });
}

/**
 * The account of the embedding model that the settings name; undefined where they name none.
 *
 * @throws UserError("config") where a limit in money has no price to count by
 */
export function openEmbeddings(config: Config, db: Queryable, now: () => Date): EmbeddingAccount | undefined {
  const { use, key, timeoutSeconds, ...given } = config.embedding;
  if (use === undefined) return undefined;
  const model = openEmbeddingModel(use, { timeoutMs: timeoutSeconds * 1000, ...(key !== undefined && { key }) });
  const price = priceFor(model.name, config.model);
  const { dailyMoney } = config.model;
  return openEmbeddingAccount({ db, model, dailyMoney, now, ...given, ...(price && { price }) });
}

function priceFor(name: string, { dailyMoney, prices }: Config["model"]): Price | undefined {
  const price = priceOf(name, prices);
  if (dailyMoney > 0 && !price)
    throw new UserError(
      "config",
      `model.dailyMoney sets a limit, but model.prices has no price of "${name}"; add "${name}=READ/WRITTEN".`,
    );
  return price;
}

function openPriced(setting: string, key: string | undefined, settings: Config["model"]): PricedModel {
  const { concurrency, timeoutSeconds } = settings;
  const choice = parseJudgeChoice(setting);
  if (typeof choice === "string") throw new UserError("config", `A model's setting ${choice}.`);
  const price = priceFor(choice.name, settings);
  const model = openModel(choice, {
    timeoutMs: timeoutSeconds * 1000,
    concurrency,
    ...(key !== undefined && { key }),
  });
  return { model, ...(price && { price }) };
}
