import type { TimeMention } from "../model/annotation.ts";

const dayMs = 86_400_000;

/**
 * The stretch of time a mention covers, as [first, last) in milliseconds since 1970, UTC: "2026-11" is all of November. Undefined where
 * the value cannot be read.
 */
export function intervalOf({
  value,
  grain,
}: Pick<TimeMention, "value" | "grain">): readonly [number, number] | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const from = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const months = { quarter: 3, month: 1 }[grain as string];
  if (grain === "decade") return [from, Date.UTC(Number(year) + 10, 0, 1)];
  if (grain === "year" || month === undefined) return [from, Date.UTC(Number(year) + 1, 0, 1)];
  if (months !== undefined || day === undefined)
    return [from, Date.UTC(Number(year), Number(month) - 1 + (months ?? 1), 1)];
  return [from, from + (grain === "week" ? 7 : 1) * dayMs];
}
