import { fetchParameters } from "./parameters.ts";
import { acceptedEncodings } from "./read-body.ts";

/** What is hoped for at an address: the Accept header, and which rules of the site hold. What came is judged by its content. */
export type DocumentKind = "feed" | "page" | "api" | "other";

/** What the last answer gave to recognise an unchanged document by. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

const accept: Readonly<Record<DocumentKind, string>> = {
  feed: "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1",
  api: "application/json, */*;q=0.1",
  page: "text/html, application/xhtml+xml, */*;q=0.1",
  other: "*/*",
};

/** The headers of a request: who asks, what for, and what is known already (a conditional GET, RFC 9110, 13). */
export function requestHeaders(
  userAgent: string,
  kind: DocumentKind,
  validators: Validators = {},
): Record<string, string> {
  const etag = sendable(validators.etag);
  const lastModified = sendable(validators.lastModified);
  return {
    "user-agent": userAgent,
    accept: accept[kind],
    "accept-encoding": acceptedEncodings,
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

/** A header value that may be stored and sent back as it is; undefined where it is empty, far too long, or has characters no header may have. */
export function sendable(value: string | undefined): string | undefined {
  if (!value || value.length > fetchParameters.maxValidatorLength) return undefined;
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value) ? value : undefined;
}
