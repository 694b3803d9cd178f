import { type Outlet, slugOf, unknownOutlet } from "../model/outlet.ts";
import type { OutletDirectory } from "../outlet-editions.ts";
import type { Queryable } from "../store/database.ts";
import { listOutlets, saveOutlet } from "../store/outlets.ts";

/** Finds the outlet a feed belongs to, and saves it where it is new. */
export interface OutletNaming {
  /**
   * The outlet of that name. A new one has its owner, country and kind from the register where its site, or a host name for a name
   * ("www.gazette.example"), stands there; else it is unknown and a family of its own.
   */
  named(name: string, site: string): Promise<Outlet>;
  /** The outlet the register has for a site, under its own name: better than what a feed calls itself ("Gazette > World > Latest"). */
  ofSite(site: string): Promise<Outlet | undefined>;
}

/** Reads the outlets of a store once, for many feeds. */
export async function openOutletNaming(db: Queryable, register: OutletDirectory): Promise<OutletNaming> {
  const known = await listOutlets(db);
  const byId = new Map(known.map((outlet) => [outlet.id, outlet]));
  const byName = new Map(known.map((outlet) => [outlet.name, outlet]));
  const keep = async (outlet: Outlet) => {
    await saveOutlet(db, outlet, "user");
    byId.set(outlet.id, outlet);
    byName.set(outlet.name, outlet);
    return outlet;
  };
  const factsOf = (site: string) => (URL.canParse(site) ? register.byDomain(new URL(site).hostname) : undefined);
  return {
    async named(name, site) {
      const found = byName.get(name) ?? byId.get(slugOf(name));
      if (found) return found;
      const plain = unknownOutlet(name);
      const facts = factsOf(site);
      if (facts) return keep({ ...facts, id: plain.id, name });
      // Who the outlet is holds wherever its articles are offered; what may be done with them was said of its own site.
      const namesake = hostName.test(name) ? register.byDomain(name) : undefined;
      if (namesake) return keep({ ...namesake, id: plain.id, name, use: plain.use });
      return keep({ ...plain, ...(URL.canParse(site) && { site: new URL("/", site).href }) });
    },
    async ofSite(site) {
      const facts = factsOf(site);
      return facts && (byId.get(facts.id) ?? keep(facts));
    },
  };
}

const hostName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
