/** Requests an address still has, and when it last asked. */
interface Allowance {
  left: number;
  /** Milliseconds since the epoch. */
  at: number;
}

const mostAddresses = 10_000;

/** How often each address may do what costs something: so many times at once, and one more every so many milliseconds (a token bucket). Kept in memory. */
export class RequestAllowance {
  readonly #most: number;
  readonly #everyMs: number;
  readonly #addresses = new Map<string, Allowance>();

  constructor(most: number, everyMs: number) {
    this.#most = most;
    this.#everyMs = everyMs;
  }

  /** Whether an address may, which is counted. */
  take(address: string, now: number): boolean {
    const known = this.#addresses.get(address) ?? { left: this.#most, at: now };
    const left = Math.min(this.#most, known.left + Math.max(0, now - known.at) / this.#everyMs);
    // The one that asked last is the last to be forgotten.
    this.#addresses.delete(address);
    this.#addresses.set(address, { left: left >= 1 ? left - 1 : left, at: now });
    for (const [oldest] of this.#addresses) {
      if (this.#addresses.size <= mostAddresses) break;
      this.#addresses.delete(oldest);
    }
    return left >= 1;
  }
}
