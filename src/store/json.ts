/** Where JSON has no infinity, intervals without an end are written so (the command line does the same). */
const infinite = 1e308;

/** JSON that jsonb can keep: infinities as ±1e308; U+0000 and lone surrogates, which jsonb refuses, are left out. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === "number" && !Number.isFinite(one)) return one > 0 ? infinite : -infinite;
    if (typeof one === "string") return (one.includes("\u0000") ? one.replaceAll("\u0000", "") : one).toWellFormed();
    return one;
  });
}
