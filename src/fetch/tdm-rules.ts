/** One rule of a TDM file: whether the right to mine the addresses of a pattern is reserved. */
interface TdmRule {
  /** The pieces of the pattern between its stars; the path begins with the first. */
  readonly pieces: readonly string[];
  /** The path ends with the last piece. */
  readonly whole: boolean;
  readonly reserved: boolean;
}

/** What a site's TDM file says of its addresses. */
export interface TdmRules {
  /** True where the first rule that fits the address reserves it; false where none fits. */
  reserves(url: URL): boolean;
}

/** More rules than any file in the protocol's list of adopters has, by far; what follows them is left aside. */
const maxRules = 1_000;
/** Longer patterns fit no address that is asked for. */
const maxPatternLength = 2_000;

/**
 * Reads a `/.well-known/tdmrep.json` (TDM Reservation Protocol, W3C Community Group, 2024): a list of rules, each with the pattern of a path
 * (`*` for any characters, `$` for the end) and 1 where its text and data mining is reserved. The first that fits counts. What is no such
 * list reserves nothing, as the protocol has it; a rule that cannot be read is passed over.
 */
export function parseTdmRules(text: string): TdmRules {
  const rules = rulesIn(text);
  return {
    reserves(url) {
      const path = pathOf(url);
      return rules.find((rule) => fits(rule, path))?.reserved ?? false;
    },
  };
}

function rulesIn(text: string): readonly TdmRule[] {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return [];
  }
  // The protocol wants a list even of one rule; a rule alone is meant as one.
  const list = Array.isArray(document) ? document.slice(0, maxRules) : [document];
  return list.flatMap((rule) => ruleOf(rule) ?? []);
}

function ruleOf(value: unknown): TdmRule | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { location, "tdm-reservation": reservation } = value as Record<string, unknown>;
  if (typeof location !== "string" || location.length > maxPatternLength) return undefined;
  const pattern = location.startsWith("/") || location.startsWith("*") ? location : `/${location}`;
  const whole = pattern.endsWith("$");
  return { pieces: (whole ? pattern.slice(0, -1) : pattern).split("*"), whole, reserved: String(reservation) === "1" };
}

/** Each piece is looked for once, from where the one before it ended: a regular expression of many stars would never end. */
function fits({ pieces, whole }: TdmRule, path: string): boolean {
  const [first = "", ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  const last = whole ? rest.pop() : undefined;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!whole) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/** Path and query, with percent-encoded letters as they are. */
function pathOf({ pathname, search }: URL): string {
  return `${pathname}${search}`.replace(/%([0-9a-f]{2})/gi, (encoded, digits: string) => {
    const letter = String.fromCharCode(Number.parseInt(digits, 16));
    return /[\w.~-]/.test(letter) ? letter : encoded;
  });
}
