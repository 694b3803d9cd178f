import type { Source } from "../../../model/briefing.ts";
import { type TextOrigin, timeOf } from "./origins-of-text.ts";

/** One newsroom's texts over time, with whatever prints them. */
export interface Lane {
  /** Undefined for the lane that holds all beyond the drawing's room. */
  readonly outlet?: string;
  readonly texts: readonly TextOrigin[];
}

/** Where a report stands between the first (0) and the last (1). */
export interface CoverageTimes {
  readonly from: number;
  readonly to: number;
  place(source: Source): number;
}

/** More lanes are not read but counted. */
const maxLanes = 9;

/** A lane for each outlet that published a text of its own, the earliest first; the last lane holds the rest. Texts without a time have no place in it. */
export function coverageLanes(origins: readonly TextOrigin[]): Lane[] {
  const lanes = new Map<string, TextOrigin[]>();
  for (const origin of origins) {
    if (!Number.isFinite(timeOf(origin.original))) continue;
    const { outlet } = origin.original;
    lanes.set(outlet, [...(lanes.get(outlet) ?? []), origin]);
  }
  const all = [...lanes].map(([outlet, texts]): Lane => ({ outlet, texts }));
  if (all.length <= maxLanes) return all;
  return [...all.slice(0, maxLanes - 1), { texts: all.slice(maxLanes - 1).flatMap(({ texts }) => texts) }];
}

export function coverageTimes(sources: readonly Source[]): CoverageTimes | undefined {
  const times = sources.map(timeOf).filter(Number.isFinite);
  if (times.length === 0) return undefined;
  const [from, to] = [Math.min(...times), Math.max(...times)];
  return { from, to, place: (source) => (to === from ? 0.5 : (timeOf(source) - from) / (to - from)) };
}
