import { FetchFault } from "./fault.ts";
import type { FetchOutcome } from "./outcome.ts";
import { fetchParameters } from "./parameters.ts";
import { parseTdmRules, type TdmRules } from "./tdm-rules.ts";

interface Kept {
  readonly rules: Promise<TdmRules>;
  /** Set once the answer is there. */
  until: number;
}

/**
 * The TDM files of sites (`/.well-known/tdmrep.json`): the protocol asks that one be looked for before a site's pages are read. A page
 * whose mining is reserved there is not asked for at all, so a header or meta element that would give leave for the one page is not seen.
 */
export class TdmFiles {
  readonly #ask: (url: URL) => Promise<FetchOutcome>;
  readonly #now: () => Date;
  readonly #kept = new Map<string, Kept>();

  /** @param ask fetches a TDM file, without asking for leave */
  constructor(ask: (url: URL) => Promise<FetchOutcome>, now: () => Date) {
    this.#ask = ask;
    this.#now = now;
  }

  /** @throws FetchFault("tdm-reservation") where the site reserves the address from text and data mining */
  async admit(url: URL): Promise<void> {
    if ((await this.#rulesOf(url.origin)).reserves(url))
      throw new FetchFault("tdm-reservation", `The tdmrep.json of ${url.host} reserves this address from data mining.`);
  }

  /** From memory, else from the site; who asks meanwhile waits for the same answer. */
  #rulesOf(origin: string): Promise<TdmRules> {
    const kept = this.#kept.get(origin);
    if (kept && kept.until > this.#now().getTime()) return kept.rules;
    const rules = this.#load(origin);
    this.#kept.delete(origin);
    this.#kept.set(origin, { rules, until: Number.POSITIVE_INFINITY });
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > fetchParameters.maxRobotsKept) this.#kept.delete(oldest);
    return rules;
  }

  async #load(origin: string): Promise<TdmRules> {
    const outcome = await this.#ask(new URL("/.well-known/tdmrep.json", origin));
    const { robotsLifeMs, robotsRetryMs } = fetchParameters;
    const answered = outcome.kind !== "failed" || (outcome.status !== undefined && outcome.status < 500);
    const kept = this.#kept.get(origin);
    if (kept) kept.until = this.#now().getTime() + (answered ? robotsLifeMs : robotsRetryMs);
    // "Failure to provide access implies that the origin server does not implement this protocol."
    return parseTdmRules(outcome.kind === "ok" ? new TextDecoder().decode(outcome.bytes) : "");
  }
}
