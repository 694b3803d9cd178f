import type { LookupFunction } from "node:net";
import { Agent } from "undici";
import { type AddressGuard, bareHost, createAddressGuard, portOf } from "./address-guard.ts";
import { type Answer, exchange } from "./exchange.ts";
import { FetchFault, stoppedFault } from "./fault.ts";
import { guardedConnector } from "./guarded-connector.ts";
import { HostQueue } from "./host-queue.ts";
import { HostRests } from "./host-rests.ts";
import type { FetchOutcome } from "./outcome.ts";
import { fetchParameters } from "./parameters.ts";
import type { BodyLimit } from "./read-body.ts";
import { isPermanent, isRedirect, redirectTarget, targetOf } from "./redirects.ts";
import { type DocumentKind, requestHeaders, sendable, type Validators } from "./request-headers.ts";
import { retryAfterMs } from "./retry-after.ts";
import { RobotsRules } from "./robots.ts";
import { TdmFiles } from "./tdm-files.ts";
import { withinLimit } from "./within-limit.ts";

export type { FailureReason, Fetched, FetchFailure, FetchOutcome, NotModified } from "./outcome.ts";

/** The settings of an HTTP client. */
export interface FetchOptions {
  /** Who asks, with an address to write to. */
  readonly userAgent: string;
  /** For one request from connection to last byte; the wait for its turn does not count, and each redirect has its own. */
  readonly timeoutMs: number;
  /** Of a body, packed and unpacked. */
  readonly maxBytes: number;
  /** The pause between two requests to one host. */
  readonly delayMs: number;
  /** Requests under way at once, over all hosts. */
  readonly concurrency: number;
  /** Hosts, host:port pairs and address ranges that may be private and are asked without delay. */
  readonly allowedHosts: readonly string[];
  /** Obey robots.txt. */
  readonly robots: boolean;
  /** For the age of robots.txt and dates in Retry-After. */
  readonly now?: () => Date;
  /** Resolves names; the system's resolver by default. */
  readonly lookup?: LookupFunction;
}

/** What is asked for at an address. */
export interface FetchRequest extends Validators {
  readonly kind: DocumentKind;
  /** Calls the request off: its outcome is "stopped". */
  readonly signal?: AbortSignal;
}

/** The one polite HTTP client. */
export interface Fetcher {
  /** Gets a document. Never rejects for anything the network, the host or the address does: those are outcomes. */
  get(url: string, request: FetchRequest): Promise<FetchOutcome>;
  /** Calls off what is under way or waiting ("stopped") and closes every connection. */
  close(): Promise<void>;
}

/**
 * Opens an HTTP client that asks public addresses only, each host in turn and at its pace, and obeys robots.txt and Retry-After. It sends
 * its own name, keeps no cookies and tries nothing twice: where it is not wanted it goes away.
 *
 * @throws UserError("config") when an entry of `allowedHosts` cannot be read
 */
export function createFetcher(options: FetchOptions): Fetcher {
  return new PoliteFetcher(options);
}

/** What each step of a request needs beside its address. */
interface Errand {
  readonly headers: Readonly<Record<string, string>>;
  readonly limit: BodyLimit;
  /** Absent for robots.txt itself, for interfaces, and where it is not obeyed. */
  readonly robots?: RobotsRules | undefined;
  /** Set for pages, whose text is mined; a feed is handed out to be read by programs. */
  readonly tdm?: TdmFiles | undefined;
  /** False lets the next request to the host follow without a pause. */
  readonly pause: boolean;
  readonly signal: AbortSignal;
}

class PoliteFetcher implements Fetcher {
  readonly #options: FetchOptions;
  readonly #now: () => Date;
  readonly #guard: AddressGuard;
  readonly #agent: Agent;
  readonly #queue: HostQueue;
  readonly #rests: HostRests;
  readonly #robots: RobotsRules | undefined;
  readonly #tdm: TdmFiles;
  readonly #closing = new AbortController();

  constructor(options: FetchOptions) {
    const { userAgent, timeoutMs, concurrency, now = () => new Date() } = options;
    this.#options = options;
    this.#now = now;
    this.#guard = createAddressGuard(options.allowedHosts);
    this.#queue = new HostQueue(concurrency);
    this.#rests = new HostRests(now);
    this.#robots = options.robots ? new RobotsRules(userAgent, (url) => this.#getRules(url), now) : undefined;
    this.#tdm = new TdmFiles((url) => this.#getRules(url), now);
    this.#agent = new Agent({
      connect: guardedConnector(this.#guard, timeoutMs * fetchParameters.connectShare, options.lookup),
      connections: fetchParameters.allowedHostAtOnce,
      maxHeaderSize: fetchParameters.maxHeaderBytes,
    });
  }

  get(url: string, { kind, signal, ...validators }: FetchRequest): Promise<FetchOutcome> {
    const headers = requestHeaders(this.#options.userAgent, kind, validators);
    const limit = { maxBytes: this.#options.maxBytes };
    const tdm = kind === "page" ? this.#tdm : undefined;
    // robots.txt speaks to crawlers of pages; an interface that is published for programs has terms of its own (docs/decisions/0007).
    const robots = kind === "api" ? undefined : this.#robots;
    return this.#outcomeOf(url, { headers, limit, robots, tdm, pause: true }, signal);
  }

  async close(): Promise<void> {
    this.#closing.abort(stoppedFault());
    this.#queue.close();
    await this.#agent.destroy();
  }

  /** A robots.txt or TDM file is asked for once a day and the document right after it: no pause between the two. */
  #getRules(url: URL): Promise<FetchOutcome> {
    const headers = requestHeaders(this.#options.userAgent, "other");
    return this.#outcomeOf(url.href, {
      headers,
      limit: { maxBytes: fetchParameters.maxRobotsBytes, cut: true },
      pause: false,
    });
  }

  async #outcomeOf(address: string, errand: Omit<Errand, "signal">, caller?: AbortSignal): Promise<FetchOutcome> {
    const follow = async (signal: AbortSignal) => this.#follow(targetOf(address), { ...errand, signal });
    try {
      return await withinLimit(follow, [this.#closing.signal, caller]);
    } catch (error) {
      if (error instanceof FetchFault) return error.toFailure();
      // A caller calls off with a reason of its own.
      if (caller?.aborted) return stoppedFault().toFailure();
      throw error;
    }
  }

  /** Asks, and goes where it is sent, by hand: each step is admitted, guarded and queued like the first. */
  async #follow(start: URL, errand: Errand): Promise<FetchOutcome> {
    let target = start;
    let permanent = true;
    let permanentUrl: string | undefined;
    for (let step = 0; step <= fetchParameters.maxRedirects; step++) {
      const answer = await this.#ask(target, errand);
      if (!isRedirect(answer.status)) {
        const moved = permanentUrl === start.href ? undefined : permanentUrl;
        return this.#outcome(target, moved, answer, errand.headers);
      }
      target = redirectTarget(answer.headers.location, target, answer.status);
      permanent &&= isPermanent(answer.status);
      if (permanent) permanentUrl = target.href;
    }
    const words = `${start.host} redirects more than ${fetchParameters.maxRedirects} times in a row.`;
    throw new FetchFault("too-many-redirects", words);
  }

  async #ask(url: URL, { headers, limit, robots, tdm, pause, signal }: Errand): Promise<Answer> {
    const crawlDelayMs = (await robots?.admit(url))?.crawlDelayMs ?? 0;
    await tdm?.admit(url);
    const host = `${bareHost(url.hostname)}:${portOf(url)}`;
    const free = this.#guard.allowsHost(url);
    const { delayMs, timeoutMs } = this.#options;
    const pace = {
      host,
      atOnce: free ? fetchParameters.allowedHostAtOnce : 1,
      delayMs: free || !pause ? 0 : Math.max(delayMs, crawlDelayMs),
    };
    const work = async () => {
      this.#rests.check(host);
      const answer = await exchange(this.#agent, { url, headers, timeoutMs, limit, signal });
      this.#restWhereAsked(host, answer);
      return answer;
    };
    return this.#queue.run(pace, work, signal);
  }

  #restWhereAsked(host: string, { status, headers }: Answer): void {
    if (status !== 429 && status !== 503) return;
    const asked = retryAfterMs(headers["retry-after"], this.#now());
    const ms = asked ?? (status === 429 ? fetchParameters.restAfterTooManyMs : 0);
    if (ms <= fetchParameters.maxWaitedRestMs) this.#queue.rest(host, ms);
    else this.#rests.begin(host, ms, status);
  }

  #outcome(
    url: URL,
    permanentUrl: string | undefined,
    { status, headers, bytes, tookMs }: Answer,
    asked: Errand["headers"],
  ): FetchOutcome {
    const moved = permanentUrl !== undefined && { permanentUrl };
    const waitMs = retryAfterMs(headers["retry-after"], this.#now());
    const wait = waitMs !== undefined && { retryAfterMs: waitMs };
    const conditional = "if-none-match" in asked || "if-modified-since" in asked;
    if (status === 304 && conditional) return { kind: "not-modified", url: url.href, ...moved };
    if (status < 200 || status >= 300)
      throw new FetchFault(`http-${status}`, statusWords(url.host, status), { status, ...wait });
    const etag = sendable(headers.etag);
    const lastModified = sendable(headers["last-modified"]);
    const contentType = headers["content-type"];
    return {
      kind: "ok",
      url: url.href,
      status,
      bytes,
      headers,
      tookMs,
      ...moved,
      ...(contentType !== undefined && { contentType }),
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
      ...wait,
    };
  }
}

function statusWords(host: string, status: number): string {
  if ([401, 402, 403, 451].includes(status)) return `${host} does not give it to us (${status}).`;
  if (status === 404) return `${host} has nothing at this address (404).`;
  if (status === 410) return `${host} says it is gone for good (410).`;
  if (status === 429) return `${host} asks for fewer requests (429).`;
  return status >= 500 ? `${host} has a fault of its own (${status}).` : `${host} answered with ${status}.`;
}
