import type { Usage } from "../model/ask.ts";

/** What a million tokens cost, in the currency of the price table. */
export interface Price {
  readonly read: number;
  readonly written: number;
}

/** "some-model=0.15/0.60" */
export function parsePrice(entry: string): ({ readonly model: string } & Price) | undefined {
  const [, model, read, written] = /^(.+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(entry) ?? [];
  return model === undefined ? undefined : { model, read: Number(read), written: Number(written) };
}

/** The price of a model in a table of such entries; undefined where it has none. */
export function priceOf(model: string, table: readonly string[]): Price | undefined {
  return table.map(parsePrice).find((price) => price?.model === model);
}

/** What was used, with what it cost. */
export function priced(usage: Usage, price: Price | undefined): Usage {
  const { inputTokens, outputTokens } = usage;
  return price ? { ...usage, cost: (inputTokens * price.read + outputTokens * price.written) / 1_000_000 } : usage;
}
