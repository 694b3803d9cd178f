/** Why a request gave nothing. Short and stable: they are stored, counted and shown. */
export type FailureReason =
  | "bad-url"
  | "not-http"
  | "private-address"
  | "robots"
  | "robots-unavailable"
  | "tdm-reservation"
  | "dns"
  | "refused"
  | "unreachable"
  | "connection-lost"
  | "timeout"
  | "bad-certificate"
  | "tls"
  | "bad-response"
  | "bad-encoding"
  | "bad-redirect"
  | "too-many-redirects"
  | "too-large"
  | "network"
  | "stopped"
  | `http-${number}`;

/** A document that came. */
export interface Fetched {
  readonly kind: "ok";
  /** Where it was found in the end, without credentials and fragment. */
  readonly url: string;
  /** Where it has moved for good (301, 308), as far as every step up to there was permanent. Absent where it has not moved. */
  readonly permanentUrl?: string;
  readonly status: number;
  /** The body with its compression undone. */
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly retryAfterMs?: number;
  /** How long the answer took, the last step of a redirect alone and no wait for its turn. */
  readonly tookMs: number;
  /** Lower-case names; repeated headers are joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
}

/** The document is what it was when the validators were given (304). */
export interface NotModified {
  readonly kind: "not-modified";
  readonly url: string;
  readonly permanentUrl?: string;
}

/** Nothing came, with the reason. */
export interface FetchFailure {
  readonly kind: "failed";
  readonly reason: FailureReason;
  /** One sentence for people. */
  readonly detail: string;
  readonly status?: number;
  /** How long the host asks to be left alone. */
  readonly retryAfterMs?: number;
  /** It is gone for good and says so (410). */
  readonly gone?: true;
}

/** What a request came to: a document, the news that there is none, or a named failure. */
export type FetchOutcome = Fetched | NotModified | FetchFailure;
