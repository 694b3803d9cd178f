import ipaddr from "ipaddr.js";
import { UserError } from "../model/errors.ts";

/** A URL's host and port as far as the guard looks at them. */
export type HostAndPort = Pick<URL, "hostname" | "port" | "protocol">;

/** What may be asked: any public address, and whatever the user allows beyond. */
export interface AddressGuard {
  /** True for a host the user allows by name, by name and port, or (a literal address) by range: it may be anywhere and is asked without delay. */
  allowsHost(url: HostAndPort): boolean;
  /** True for an address that is public or in a range the user allows. Anything that is no address is refused. */
  allowsAddress(address: string): boolean;
}

interface AllowedHost {
  readonly hostname: string;
  readonly port?: string;
}

type Range = ReturnType<typeof ipaddr.parseCIDR>;

/**
 * The guard against requests into private networks (server-side request forgery).
 *
 * @param allowed hosts ("feeds.home.example"), hosts with a port ("127.0.0.1:8099"), addresses and address ranges ("10.1.0.0/16").
 *   A range also admits names that resolve into it, but those keep the usual pace: before it is resolved a name tells nothing.
 * @throws UserError("config") for an entry that is none of these
 */
export function createAddressGuard(allowed: readonly string[]): AddressGuard {
  const isRange = (entry: string) => entry.includes("/") || isAddress(entry);
  const ranges = allowed.filter(isRange).map(rangeOf);
  const hosts = allowed.filter((entry) => !isRange(entry)).map(hostOf);
  const inRange = (address: string) => ranges.some((range) => contains(range, ipaddr.process(address)));
  return {
    allowsHost(url) {
      const hostname = bareHost(url.hostname);
      if (isAddress(hostname) && inRange(hostname)) return true;
      return hosts.some((host) => host.hostname === hostname && (host.port === undefined || host.port === portOf(url)));
    },
    allowsAddress: (address) => isAddress(address) && (isPublic(address) || inRange(address)),
  };
}

/** "[::1]" as URLs write it is "::1" as sockets do; the dot of a fully qualified name is dropped. */
export function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}

/** The port of a URL, the scheme's own one where none is written. */
export function portOf({ port, protocol }: HostAndPort): string {
  return port || (protocol === "https:" ? "443" : "80");
}

/** True for IPv6 and for IPv4 in four decimal parts. Other forms of IPv4 (octal, one number) never get here: URL has resolved them. */
export function isAddress(text: string): boolean {
  return ipaddr.IPv6.isValid(text) || ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** RFC 6052: networks without IPv4 reach every IPv4 host through it, so what stands in its last 32 bits decides. */
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
/** The one part of IPv6 that is given out (IANA). */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** Public is what ipaddr.js calls unicast, and of IPv6 only what is given out or leads to a public IPv4 address. */
function isPublic(text: string): boolean {
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address.range() === "unicast";
  if (address.match(nat64)) return isPublic(ipaddr.fromByteArray(address.toByteArray().slice(12)).toString());
  return address.range() === "unicast" && address.match(globalUnicast);
}

function contains([base, bits]: Range, address: ReturnType<typeof ipaddr.process>): boolean {
  return base.kind() === address.kind() && address.match(base, bits);
}

function rangeOf(entry: string): Range {
  const cidr = entry.includes("/") ? entry : `${entry}/${entry.includes(":") ? 128 : 32}`;
  if (!ipaddr.isValidCIDR(cidr)) throw badEntry(entry);
  return ipaddr.parseCIDR(cidr);
}

function hostOf(entry: string): AllowedHost {
  if (/[\s@?#]/.test(entry) || !URL.canParse(`http://${entry}`)) throw badEntry(entry);
  const { hostname } = new URL(`http://${entry}`);
  // URL drops ":80" as http's own; the entry's text still has it.
  const port = /:(\d+)$/.exec(entry.replace(/^\[[^\]]*\]/, ""))?.[1];
  return { hostname: bareHost(hostname), ...(port !== undefined && { port: String(Number(port)) }) };
}

function badEntry(entry: string): UserError {
  return new UserError(
    "config",
    `fetch.allowedHosts: "${entry}" is neither a host, a host:port pair nor an address range such as "10.0.0.0/8".`,
  );
}
