import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { subjects } from "./model/edition.ts";
import { UserError } from "./model/errors.ts";
import type { Feed } from "./model/feed.ts";
import { type Outlet, type OutletRegister, outletUses, slugOf, unknownOutlet } from "./model/outlet.ts";

/** The outlets and feeds an edition begins with. A later version's differences are proposed to an edition in use, never made unasked. */
export interface Edition {
  readonly version: string;
  readonly outlets: readonly Outlet[];
  readonly feeds: readonly Feed[];
}

/** Public facts about outlets, found by where they publish or by what they are called. */
export interface OutletDirectory {
  /** The outlet of a host name; a subdomain finds its registered parent ("edition.cnn.com" finds "cnn.com"). */
  byDomain(hostname: string): Outlet | undefined;
  /** The outlet of a name, an alias or a host name, whatever its case, accents and leading article ("Guardian" finds "The Guardian"). */
  byName(name: string): Outlet | undefined;
}

const kinds = [
  "newspaper",
  "magazine",
  "broadcaster",
  "public-service",
  "state-medium",
  "agency",
  "digital",
  "institution",
  "unknown",
] as const satisfies readonly Outlet["kind"][];

const slug = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u, "must be lower case words with hyphens");
const webAddress = z.url({ protocol: /^https?$/ });
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "must be a BCP 47 tag, such as en");
const date = z.iso.date();
const facts = {
  id: slug,
  name: z.string().min(1),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 code, such as KE")
    .optional(),
  owner: z.string().min(1).optional(),
  family: slug,
  kind: z.enum(kinds),
  language: language.optional(),
  use: z.enum(outletUses),
  asOf: date.optional(),
};
const editionFile = z.strictObject({
  version: z.string().min(1),
  asOf: date,
  note: z.string(),
  outlets: z.array(
    z.strictObject({
      ...facts,
      site: webAddress,
      feeds: z
        .array(
          z.strictObject({
            url: webAddress,
            title: z.string().min(1).optional(),
            language: language.optional(),
            subject: z.enum(subjects).optional(),
          }),
        )
        .min(1),
    }),
  ),
});
const registerFile = z.strictObject({
  asOf: date,
  note: z.string(),
  outlets: z.array(
    z.strictObject({
      ...facts,
      aliases: z.array(z.string().min(1)).optional(),
      domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a host name, such as cnn.com")),
    }),
  ),
});

/**
 * Reads an edition. A feed has its outlet's language where it names none, and the id that adding its address by hand gives it, so that
 * the same feed never stands twice.
 *
 * @throws UserError("unreadable") naming the first place that is wrong
 */
export function loadEdition(text: string): Edition {
  const { version, asOf, outlets } = read("edition", text, editionFile);
  refuseTwice("edition", "outlet", outlets, ({ id }) => id);
  refuseTwice(
    "edition",
    "feed",
    outlets.flatMap(({ feeds }) => feeds),
    ({ url }) => url,
  );
  return {
    version,
    outlets: outlets.map(({ feeds, ...outlet }) => toOutlet(outlet, asOf)),
    feeds: outlets.flatMap(({ id, feeds, ...outlet }) =>
      feeds.map(({ url, title, subject, language = outlet.language }) => ({
        id: feedIdOf(url),
        outletId: id,
        url,
        ...(title !== undefined && { title }),
        ...(language !== undefined && { language }),
        ...(subject !== undefined && { subject }),
        status: "active" as const,
      })),
    ),
  };
}

/**
 * Reads the register of outlets.
 *
 * @throws UserError("unreadable") naming the first place that is wrong
 */
export function loadRegister(text: string): OutletDirectory {
  const { asOf, outlets } = read("register", text, registerFile);
  const domains = new Map<string, Outlet>();
  const names = new Map<string, Outlet>();
  const shortNames = new Map<string, Outlet | undefined>();
  for (const { domains: hosts, aliases = [], ...entry } of outlets) {
    const site = hosts[0];
    const outlet = toOutlet({ ...entry, ...(site !== undefined && { site: `https://${site}/` }) }, asOf);
    for (const host of hosts) put(domains, host, outlet, "domain");
    for (const name of [entry.name, ...aliases]) put(names, slugOf(name), outlet, "name");
  }
  // An article ("The Guardian", "Guardian") is dropped only where one outlet alone goes by what is left.
  for (const [name, outlet] of names) {
    const short = withoutArticle(name);
    const clash = names.has(short) || (shortNames.has(short) && shortNames.get(short)?.id !== outlet.id);
    shortNames.set(short, clash ? undefined : outlet);
  }
  const byDomain = (hostname: string): Outlet | undefined => {
    const labels = hostname.toLowerCase().replace(/\.$/, "").split(".");
    for (let from = 0; from < labels.length - 1; from++) {
      const found = domains.get(labels.slice(from).join("."));
      if (found) return found;
    }
    return undefined;
  };
  const byName = (name: string): Outlet | undefined => {
    const key = slugOf(name);
    return (
      names.get(key) ??
      shortNames.get(withoutArticle(key)) ??
      names.get(key.replace(/-(news|online|newspaper)$/, "")) ??
      (/^[\w-]+(\.[\w-]+)+$/.test(name) ? byDomain(name) : undefined)
    );
  };
  return { byDomain, byName };
}

/**
 * Finds outlets by name, for those who have nothing but names: first among the given ones, then in the register, else as unknown.
 * What comes from the register keeps the name and the id it was asked for, so that nothing is renamed under a caller's feet.
 */
export function registerOf(outlets: readonly Outlet[], directory: OutletDirectory): OutletRegister {
  const known = new Map(outlets.map((outlet) => [outlet.name, outlet]));
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const plain = unknownOutlet(name);
    const facts = directory.byName(name);
    const outlet: Outlet = facts ? { ...facts, id: plain.id, name } : plain;
    known.set(name, outlet);
    return outlet;
  };
}

/** The id of the feed at an address. */
export function feedIdOf(url: string): string {
  return `f${createHash("sha256").update(url).digest("hex").slice(0, 12)}`;
}

/** The text of the default edition and of the register of outlets that ship with the package. */
export function readEdition(): { readonly edition: string; readonly register: string } {
  const folder = new URL("../outlets/", import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
  return { edition: read("edition.json"), register: read("register.json") };
}

function read<T>(what: string, text: string, schema: z.ZodType<T>): T {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new UserError("unreadable", `The ${what} of outlets is no JSON: ${(cause as Error).message}`, { cause });
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UserError(
    "unreadable",
    `The ${what} of outlets is wrong at ${issue?.path.join(".") || "its top"}: ${issue?.message}`,
  );
}

function refuseTwice<T>(file: string, what: string, entries: readonly T[], key: (entry: T) => string): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (seen.has(key(entry)))
      throw new UserError("unreadable", `The ${file} of outlets has the ${what} ${key(entry)} twice.`);
    seen.add(key(entry));
  }
}

function put(index: Map<string, Outlet>, key: string, outlet: Outlet, what: string): void {
  const other = index.get(key);
  if (other && other.id !== outlet.id)
    throw new UserError(
      "unreadable",
      `The register of outlets gives the ${what} ${key} to ${other.name} and to ${outlet.name}.`,
    );
  index.set(key, outlet);
}

function withoutArticle(name: string): string {
  return name.replace(/^(the|der|die|das|le|la|les|el|los|las|il|o)-/, "");
}

function toOutlet(
  entry: { readonly [K in keyof Outlet]?: Outlet[K] | undefined } & Pick<
    Outlet,
    "id" | "name" | "family" | "kind" | "use"
  >,
  asOf: string,
): Outlet {
  const { site, country, owner, language } = entry;
  return {
    id: entry.id,
    name: entry.name,
    ...(site !== undefined && { site }),
    ...(country !== undefined && { country }),
    ...(owner !== undefined && { owner }),
    family: entry.family,
    kind: entry.kind,
    ...(language !== undefined && { language }),
    use: entry.use,
    asOf: entry.asOf ?? asOf,
  };
}
