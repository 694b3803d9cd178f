import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { type AddressGuard, bareHost, isAddress } from "./address-guard.ts";
import { FetchFault } from "./fault.ts";

/**
 * Opens connections for undici, but never to an address the guard refuses. A literal address is checked as it stands; a name is
 * checked after it was resolved, and the very addresses that were checked are connected to, so that a name which resolves
 * differently a moment later (DNS rebinding) gains nothing. Every redirect passes here again.
 */
export function guardedConnector(
  guard: AddressGuard,
  timeoutMs: number,
  lookup: LookupFunction = systemLookup,
): buildConnector.connector {
  const options = { timeout: timeoutMs, autoSelectFamily: true };
  const free = buildConnector({ ...options, lookup });
  const checked = buildConnector({ ...options, lookup: guardedLookup(guard, lookup) });
  return (target, callback) => {
    const hostname = bareHost(target.hostname);
    if (guard.allowsHost({ hostname, port: target.port, protocol: target.protocol })) return free(target, callback);
    if (isAddress(hostname) && !guard.allowsAddress(hostname)) return callback(privateFault(hostname), null);
    checked(target, callback);
  };
}

/** Resolves a name to those of its addresses that the guard lets through; none left is an error. */
export function guardedLookup(guard: AddressGuard, lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, "");
      const addresses = Array.isArray(found) ? found : [{ address: found, family: family ?? 4 }];
      const allowed = addresses.filter(({ address }) => guard.allowsAddress(address));
      const [first] = allowed;
      if (!first) return callback(privateFault(hostname), "");
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function privateFault(host: string): FetchFault {
  return new FetchFault(
    "private-address",
    `${host} is in a private network and is not asked; if it is yours, add it to fetch.allowedHosts.`,
  );
}
