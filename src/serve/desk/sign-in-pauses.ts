/** How many tries are free, and how the pause after each further one grows: doubled from `firstMs` up to `longestMs`. */
interface Limit {
  readonly free: number;
  readonly firstMs: number;
  readonly longestMs: number;
}

/** A person mistypes a few times; a machine gets two dozen tries a day from each address. */
const perAddress: Limit = { free: 5, firstMs: 15_000, longestMs: 3_600_000 };
/** With many addresses it gets one a minute, and editors can still sign in between. */
const overAll: Limit = { free: 20, firstMs: 5_000, longestMs: 60_000 };
/** Failed tries are forgotten after this. */
const forgetMs = 24 * 3_600_000;
const mostAddresses = 10_000;

interface Tries {
  failed: number;
  /** Milliseconds since the epoch. */
  last: number;
}

/** The lock-out of the desk's sign in: pauses that grow with failed tries, for each address and over all. Kept in memory. */
export class SignInPauses {
  readonly #addresses = new Map<string, Tries>();
  readonly #all: Tries = { failed: 0, last: Number.NEGATIVE_INFINITY };

  /** Seconds until the next try from an address is taken; 0 where it is taken now, and counted as failed until `succeed` says otherwise. */
  begin(address: string, now: number): number {
    const known = this.#addresses.get(address) ?? { failed: 0, last: Number.NEGATIVE_INFINITY };
    for (const tries of [known, this.#all]) if (now - tries.last > forgetMs) tries.failed = 0;
    const wait = Math.max(waitOf(known, perAddress, now), waitOf(this.#all, overAll, now));
    if (wait > 0) return Math.ceil(wait / 1000);
    // Counted before it is checked: many tries at once gain nothing.
    for (const tries of [known, this.#all]) {
      tries.failed++;
      tries.last = now;
    }
    this.#addresses.delete(address);
    this.#addresses.set(address, known);
    for (const [oldest] of this.#addresses) {
      if (this.#addresses.size <= mostAddresses) break;
      this.#addresses.delete(oldest);
    }
    return 0;
  }

  /** The try from an address gave the password: its failed ones are forgotten. */
  succeed(address: string): void {
    const known = this.#addresses.get(address);
    this.#all.failed = Math.max(0, this.#all.failed - (known?.failed ?? 0));
    this.#addresses.delete(address);
  }
}

function waitOf({ failed, last }: Tries, { free, firstMs, longestMs }: Limit, now: number): number {
  if (failed < free) return 0;
  return last + Math.min(longestMs, firstMs * 2 ** (failed - free)) - now;
}
