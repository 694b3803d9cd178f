import type { FailureReason, FetchFailure } from "./outcome.ts";

/** A failure on its way from the depth of a connection to `Fetcher.get`, which hands it out as a value. */
export class FetchFault extends Error {
  readonly reason: FailureReason;
  readonly status?: number;
  readonly retryAfterMs?: number;

  constructor(
    reason: FailureReason,
    detail: string,
    more: { readonly status?: number; readonly retryAfterMs?: number; readonly cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = "FetchFault";
    this.reason = reason;
    if (more.status !== undefined) this.status = more.status;
    if (more.retryAfterMs !== undefined) this.retryAfterMs = more.retryAfterMs;
  }

  /** The same as a value. */
  toFailure(): FetchFailure {
    return {
      kind: "failed",
      reason: this.reason,
      detail: this.message,
      ...(this.status !== undefined && { status: this.status }),
      ...(this.retryAfterMs !== undefined && { retryAfterMs: this.retryAfterMs }),
      ...(this.status === 410 && { gone: true as const }),
    };
  }
}

/** The system's and undici's error codes by what they mean for a reader. The first that fits is taken. */
const meanings: readonly {
  readonly reason: FailureReason;
  readonly codes: RegExp;
  readonly words: (host: string) => string;
}[] = [
  { reason: "timeout", codes: /TIMEOUT|ETIMEDOUT/, words: (host) => `${host} did not answer in time.` },
  {
    reason: "dns",
    codes: /^(?:ENOTFOUND|ENODATA|ESERVFAIL|EAI_\w+)$/,
    words: (host) => `The name ${host} was not found; it is misspelt or no longer in use, or this machine is offline.`,
  },
  { reason: "refused", codes: /^ECONNREFUSED$/, words: (host) => `${host} refuses connections.` },
  {
    reason: "unreachable",
    codes: /^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/,
    words: (host) => `No way leads to ${host} from this machine.`,
  },
  {
    reason: "bad-certificate",
    codes: /CERT|UNABLE_TO_|SIGNATURE|ISSUER/,
    words: (host) => `The certificate of ${host} cannot be trusted`,
  },
  {
    reason: "tls",
    codes: /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/,
    words: (host) => `${host} does not speak TLS as it should.`,
  },
  {
    reason: "bad-response",
    codes: /^(?:HPE_\w+|UND_ERR_HEADERS_OVERFLOW|UND_ERR_NOT_SUPPORTED)$/,
    words: (host) => `What ${host} sends is not HTTP.`,
  },
  {
    reason: "connection-lost",
    codes: /^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    words: (host) => `${host} broke the connection off.`,
  },
  {
    reason: "stopped",
    codes: /^(?:UND_ERR_(?:DESTROYED|CLOSED|ABORTED|ABORT)|ABORT_ERR)$/,
    words: () => stoppedDetail,
  },
];

const certificateWords: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "it has expired",
  CERT_NOT_YET_VALID: "it is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "it is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "it is self-signed",
  ERR_TLS_CERT_ALTNAME_INVALID: "it was made for another name",
};

const stoppedDetail = "The request was called off.";

/** What a request that was called off gives. */
export function stoppedFault(): FetchFault {
  return new FetchFault("stopped", stoppedDetail);
}

/**
 * The failure that an error of the network stands for.
 *
 * @param host as it stands in the sentence for people
 * @throws the error itself where it is none of the network's: a mistake of ours is not dressed up as an outlet's
 */
export function faultOf(error: unknown, host: string): FetchFault {
  if (error instanceof FetchFault) return error;
  const code = codeOf(error);
  if (code === undefined) throw error;
  const meaning = meanings.find(({ codes }) => codes.test(code));
  if (!meaning) return new FetchFault("network", `The request to ${host} failed (${code}).`, { cause: error });
  const { reason, words } = meaning;
  const detail = reason === "bad-certificate" ? `${words(host)}: ${certificateWords[code] ?? code}.` : words(host);
  return new FetchFault(reason, detail, { cause: error });
}

/** The code of an error, else of its cause, else of the first of several (one for each address that was tried). */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  // undici has no code for some breaches of HTTP, such as an answer that does not even begin with "HTTP/".
  if (error.name === "HTTPParserError") return "HPE_OTHER";
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
