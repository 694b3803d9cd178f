import { FetchFault } from "./fault.ts";
import type { FetchOutcome } from "./outcome.ts";
import { fetchParameters } from "./parameters.ts";
import { type KeptFile, SiteFiles } from "./site-files.ts";
import { parseTdmRules, type TdmRules } from "./tdm-rules.ts";

interface Kept extends KeptFile {
  readonly rules: TdmRules;
}

/**
 * The TDM files of sites (`/.well-known/tdmrep.json`): the protocol asks that one be looked for before a site's pages are read. A page
 * whose mining is reserved there is not asked for at all, so a header or meta element that would give leave for the one page is not seen.
 */
export class TdmFiles {
  readonly #files: SiteFiles<Kept>;

  /** @param ask fetches a TDM file, without asking for leave */
  constructor(ask: (url: URL) => Promise<FetchOutcome>, now: () => Date) {
    this.#files = new SiteFiles(async (origin) => {
      const outcome = await ask(new URL("/.well-known/tdmrep.json", origin));
      const { robotsLifeMs, robotsRetryMs } = fetchParameters;
      const answered = outcome.kind !== "failed" || (outcome.status !== undefined && outcome.status < 500);
      return {
        // "Failure to provide access implies that the origin server does not implement this protocol."
        rules: parseTdmRules(outcome.kind === "ok" ? new TextDecoder().decode(outcome.bytes) : ""),
        until: now().getTime() + (answered ? robotsLifeMs : robotsRetryMs),
      };
    }, now);
  }

  /** @throws FetchFault("tdm-reservation") where the site reserves the address from text and data mining */
  async admit(url: URL): Promise<void> {
    const { rules } = await this.#files.of(url.origin);
    if (rules.reserves(url))
      throw new FetchFault("tdm-reservation", `The tdmrep.json of ${url.host} reserves this address from data mining.`);
  }
}
