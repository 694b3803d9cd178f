import { parseModelChoice } from "./ask/model-choice.ts";
import { openModel } from "./ask/open-model.ts";
import { priceOf } from "./ask/prices.ts";
import type { Config } from "./config.ts";
import { UserError } from "./model/errors.ts";
import { type ModelAccount, openModelAccount } from "./pipeline/model-account.ts";
import type { Queryable } from "./store/database.ts";

/**
 * The account of the model that the settings name; undefined where they name none.
 *
 * @throws UserError("config") where the model's key is missing, or a limit in money has no price to count by
 */
export function openAccount({ model }: Config, db: Queryable, now: () => Date): ModelAccount | undefined {
  const { use, key, concurrency, timeoutSeconds, dailyTokens, dailyMoney, prices } = model;
  const choice = use === undefined ? "" : parseModelChoice(use);
  if (typeof choice === "string") return undefined;
  const price = priceOf(choice.name, prices);
  if (dailyMoney > 0 && !price)
    throw new UserError(
      "config",
      `model.dailyMoney sets a limit, but model.prices has no price of "${choice.name}"; add "${choice.name}=READ/WRITTEN".`,
    );
  return openModelAccount({
    db,
    model: openModel(choice, { timeoutMs: timeoutSeconds * 1000, concurrency, ...(key !== undefined && { key }) }),
    dailyTokens,
    dailyMoney,
    now,
    ...(price && { price }),
  });
}
