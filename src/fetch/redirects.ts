import { FetchFault } from "./fault.ts";
import { fetchParameters } from "./parameters.ts";

const redirects = [301, 302, 303, 307, 308];

/** True for the answers that send elsewhere with a Location. */
export function isRedirect(status: number): boolean {
  return redirects.includes(status);
}

/** True for the redirects a reader should remember (RFC 9110, 15.4). */
export function isPermanent(status: number): boolean {
  return status === 301 || status === 308;
}

/**
 * The URL of an address as it is asked: http or https, without credentials (they would be sent to whoever the feed names) and fragment.
 *
 * @throws FetchFault("bad-url") or FetchFault("not-http")
 */
export function targetOf(address: string, base?: URL): URL {
  if (address.length > fetchParameters.maxUrlLength)
    throw new FetchFault("bad-url", `The address has ${address.length} characters, more than any real one.`);
  if (!URL.canParse(address, base)) throw new FetchFault("bad-url", `"${shown(address)}" is no web address.`);
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new FetchFault(
      "not-http",
      `"${shown(address)}" begins with ${url.protocol}; only http: and https: are asked.`,
    );
  url.username = "";
  url.password = "";
  url.hash = "";
  return url;
}

/**
 * Where a redirect leads.
 *
 * @param location the header as it came, bytes read as Latin-1; many servers write UTF-8 there
 * @throws FetchFault("bad-redirect") where it leads nowhere, FetchFault("not-http") where it leads out of the web
 */
export function redirectTarget(location: string | undefined, from: URL, status: number): URL {
  if (!location)
    throw new FetchFault("bad-redirect", `${from.host} redirects (${status}) without saying where to.`, { status });
  try {
    return targetOf(utf8Of(location), from);
  } catch (error) {
    if (!(error instanceof FetchFault) || error.reason !== "bad-url") throw error;
    throw new FetchFault("bad-redirect", `${from.host} redirects (${status}) to what is no address.`, { status });
  }
}

function utf8Of(header: string): string {
  const bytes = Buffer.from(header, "latin1");
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? header : text;
}

function shown(address: string): string {
  return address.length > 80 ? `${address.slice(0, 80)}…` : address;
}
