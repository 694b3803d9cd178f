import robotsParserModule from "robots-parser";
import { FetchFault } from "./fault.ts";
import type { FetchFailure, FetchOutcome } from "./outcome.ts";
import { fetchParameters } from "./parameters.ts";
import { type KeptFile, SiteFiles } from "./site-files.ts";

/** The package's types are those of an ES module, but it is CommonJS: its default import is the function itself. */
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** What a site's robots.txt says, as we keep it. */
interface Rules extends KeptFile {
  readonly robots: ReturnType<typeof robotsParser>;
  readonly length: number;
  /** Set while the site cannot say what it wants: nothing of it is asked. */
  readonly unavailable?: FetchFault;
}

/**
 * The rules of robots.txt (RFC 9309), for feeds too. Many feed readers leave it aside, because a person asked for the feed; here a
 * machine asks on its own, all day, for feeds that mostly came in a list, and uses the text. Who says no to robots means us. The
 * owner of an edition can decide otherwise for all of it (`fetch.robots = false`).
 */
export class RobotsRules {
  readonly #userAgent: string;
  readonly #now: () => Date;
  readonly #files: SiteFiles<Rules>;

  /** @param ask fetches a robots.txt, cut off at `maxRobotsBytes`, without asking for leave */
  constructor(userAgent: string, ask: (url: URL) => Promise<FetchOutcome>, now: () => Date) {
    this.#userAgent = userAgent;
    this.#now = now;
    this.#files = new SiteFiles(async (origin, before) => {
      const url = new URL("/robots.txt", origin);
      return this.#read(url, await ask(url), before);
    }, now);
  }

  /**
   * Gives the pause the site asks for between requests.
   *
   * @throws FetchFault("robots") where the site does not want the address read, "robots-unavailable" while its robots.txt answers 5xx;
   *   the network's own failures where it cannot be reached at all
   */
  async admit(url: URL): Promise<{ readonly crawlDelayMs: number }> {
    const { robots, length, unavailable } = await this.#files.of(url.origin);
    if (unavailable) throw unavailable;
    const tooCostly = length * url.href.length > fetchParameters.maxRobotsSteps;
    if (tooCostly || robots.isAllowed(url.href, this.#userAgent) === false)
      throw new FetchFault("robots", `The robots.txt of ${url.host} asks that this address not be read by programs.`);
    const seconds = robots.getCrawlDelay(this.#userAgent) ?? 0;
    return { crawlDelayMs: Math.min(Math.max(0, seconds * 1000), fetchParameters.maxCrawlDelayMs) };
  }

  #read(url: URL, outcome: FetchOutcome, before: Rules | undefined): Rules {
    const now = this.#now().getTime();
    const { robotsLifeMs, robotsRetryMs } = fetchParameters;
    if (outcome.kind === "ok") return { ...rulesIn(url, outcome.bytes), until: now + robotsLifeMs };
    if (outcome.kind === "not-modified" || forbidsNothing(outcome))
      return { ...rulesIn(url), until: now + robotsLifeMs };
    if (before && !before.unavailable) return { ...before, until: now + robotsRetryMs };
    const { reason, detail, status, retryAfterMs = 0 } = outcome;
    // A fault of the network is the address's own fault too, and is told as that; it may pass at once, so it is not remembered.
    if (status === undefined) throw new FetchFault(reason, detail);
    const waitMs = Math.max(robotsRetryMs, retryAfterMs);
    const words = `The robots.txt of ${url.host} answers with ${status}; until it can be read, nothing there is asked for.`;
    const unavailable = new FetchFault("robots-unavailable", words, { status, retryAfterMs: waitMs });
    return { ...rulesIn(url), unavailable, until: now + waitMs };
  }
}

/** RFC 9309, 2.3.1.3: a file that is not there (4xx, endless redirects) forbids nothing. 429 does not answer the question; it means "later". */
function forbidsNothing({ reason, status }: FetchFailure): boolean {
  if (status === 429) return false;
  return (status !== undefined && status < 500) || /^(?:too-many-redirects|bad-redirect|not-http)$/.test(reason);
}

function rulesIn(url: URL, bytes: Uint8Array = new Uint8Array()): Pick<Rules, "robots" | "length"> {
  const text = new TextDecoder().decode(bytes).replaceAll("\0", "");
  return { robots: robotsParser(url.href, text), length: text.length };
}
