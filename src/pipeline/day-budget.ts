import { type Price, priced } from "../ask/prices.ts";
import { noUsage, sumOfUsage, type Usage } from "../model/ask.ts";
import type { Queryable } from "../store/database.ts";
import { type CallKind, spentSince } from "../store/model-calls.ts";

/** A day's tokens and money (UTC); 0 sets no limit. */
export interface DayLimits {
  readonly dailyTokens: number;
  readonly dailyMoney: number;
}

/**
 * The day's budget, counted from the calls in the store and what is under way in this process. Several processes may together overrun it by what
 * they have under way.
 */
export class DayBudget {
  readonly #db: Queryable;
  readonly #limits: DayLimits;
  readonly #now: () => Date;
  readonly #kind: CallKind;
  #underWay = noUsage;

  /** @param kind the calls whose tokens are limited; money is one for all */
  constructor(db: Queryable, limits: DayLimits, now: () => Date, kind: CallKind) {
    this.#kind = kind;
    this.#db = db;
    this.#limits = limits;
    this.#now = now;
  }

  /** Does the work with what it plans to take set aside; or says which limit that is beyond. */
  async spend<T>(
    planned: Usage,
    price: Price | undefined,
    work: () => Promise<T>,
  ): Promise<T | { readonly beyond: string }> {
    const own = priced(planned, price);
    this.#underWay = sumOfUsage(this.#underWay, own);
    try {
      const beyond = await this.#beyond();
      return beyond === undefined ? await work() : { beyond };
    } finally {
      this.#underWay = sumOfUsage(this.#underWay, negative(own));
    }
  }

  async #beyond(): Promise<string | undefined> {
    const { dailyTokens, dailyMoney } = this.#limits;
    if (dailyTokens === 0 && dailyMoney === 0) return undefined;
    const underWay = this.#underWay;
    const today = `${this.#now().toISOString().slice(0, 10)}T00:00:00.000Z`;
    if (dailyTokens > 0) {
      const { tokens } = await spentSince(this.#db, today, this.#kind);
      if (tokens + underWay.inputTokens + underWay.outputTokens > dailyTokens)
        return `The day's ${dailyTokens} tokens are used up (${tokenSettings[this.#kind]}).`;
    }
    if (dailyMoney > 0) {
      const { cost } = await spentSince(this.#db, today);
      if (cost + (underWay.cost ?? 0) > dailyMoney) return `The day's ${dailyMoney} are spent (model.dailyMoney).`;
    }
    return undefined;
  }
}

const tokenSettings = { pages: "model.dailyTokens", embeddings: "embedding.dailyTokens" } as const;

function negative({ inputTokens, outputTokens, cost }: Usage): Usage {
  return { inputTokens: -inputTokens, outputTokens: -outputTokens, ...(cost !== undefined && { cost: -cost }) };
}
