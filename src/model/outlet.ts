/** What kind of newsroom an outlet is. `unknown` is an answer of its own: it is shown as unknown, never guessed. */
export type OutletKind =
  | "newspaper"
  | "magazine"
  | "broadcaster"
  | "public-service"
  | "state-medium"
  | "agency"
  | "digital"
  | "institution"
  | "unknown";

/** What we may do with an outlet's articles. Opt-outs found on its pages lower this; nothing raises it but the user. */
export const outletUses = ["text", "feed-only", "link-only", "never"] as const;
export type OutletUse = (typeof outletUses)[number];

/** A newsroom: the thing we compare. It may have many feeds. */
export interface Outlet {
  /** Stable, readable, unique: a slug of the name. */
  readonly id: string;
  readonly name: string;
  readonly site?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
  /** The country's name where ISO 3166 has none for it, as for the invented ones of the sample edition. */
  readonly place?: string;
  readonly owner?: string;
  /** Outlets of one owner are one family and count as one origin. An outlet of unknown owner is a family of its own. */
  readonly family: string;
  readonly kind: OutletKind;
  /** BCP 47. */
  readonly language?: string;
  readonly use: OutletUse;
  /** The date (ISO) the facts above were true. */
  readonly asOf?: string;
}

/** Finds the outlet that goes by a name; an unknown name is an outlet of unknown kind and a family of its own. */
export type OutletRegister = (name: string) => Outlet;

/** The register of some outlets, by name. */
export function outletRegister(outlets: readonly Outlet[]): OutletRegister {
  const byName = new Map(outlets.map((outlet) => [outlet.name, outlet]));
  return (name) => {
    const outlet = byName.get(name) ?? unknownOutlet(name);
    // A story asks for the same names again and again.
    byName.set(name, outlet);
    return outlet;
  };
}

/** True for wire services, whose one text hundreds of outlets print. */
export function isAgency(outlet: Outlet): boolean {
  return outlet.kind === "agency";
}

/** The outlet we know nothing about but its name. */
export function unknownOutlet(name: string): Outlet {
  const id = slugOf(name);
  return { id, name, family: id, kind: "unknown", use: "text" };
}

/**
 * A readable, stable address part of a text: lower case ASCII letters, digits and hyphens, at most `maxLength` long,
 * cut at a word. A text with no Latin letter keeps its own letters, as URLs may.
 */
export function slugOf(text: string, maxLength = 60): string {
  const plain = text
    .normalize("NFKD")
    .replace(marks, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþ]/g, (letter) => spelledOut[letter] ?? letter)
    .replace(/['’]/g, "");
  const slug = plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  if (slug.length <= maxLength) return slug || "untitled";
  const cut = slug.slice(0, maxLength + 1).replace(/-[^-]*$/, "");
  return cut.slice(0, maxLength) || "untitled";
}

const marks = /\p{M}+/gu;

/** Latin letters that Unicode does not take apart into a letter of ASCII and a mark. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};
