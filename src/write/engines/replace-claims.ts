import type { DraftClaim } from "../../model/claim.ts";

/**
 * The same drafts with others in the place of some: in a list any number of them, in a place of its own the first, and where there is none, the
 * place is left out.
 */
export function replaceClaims<T>(value: T, others: ReadonlyMap<DraftClaim, readonly DraftClaim[]>): T {
  return replaced(value, others) as T;
}

function replaced(value: unknown, others: ReadonlyMap<DraftClaim, readonly DraftClaim[]>): unknown {
  if (Array.isArray(value))
    return value.flatMap((one: unknown) => (isDraft(one) ? (others.get(one) ?? one) : replaced(one, others)));
  if (typeof value !== "object" || value === null) return value;
  if (isDraft(value)) return (others.get(value) ?? [value])[0];
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const other = replaced(one, others);
      return other === undefined && one !== undefined ? [] : [[key, other]];
    }),
  );
}

function isDraft(value: unknown): value is DraftClaim {
  return typeof value === "object" && value !== null && "basis" in value && "citations" in value;
}
