import type { Context } from "hono";
import type { DailyEdition } from "../../model/daily-edition.ts";
import { findDailyEdition } from "../../store/daily-editions.ts";
import type { SiteEdition } from "../site-edition.ts";

/** The edition of the day in a path ("/2026/11/23"); undefined where none was closed, or where that is no day ("2026-02-31", which is read as one in March). */
export async function editionAsked(
  context: Context,
  { db }: Pick<SiteEdition, "db">,
): Promise<DailyEdition | undefined> {
  const day = [context.req.param("year"), context.req.param("month"), context.req.param("day")].join("-");
  const time = Date.parse(`${day}T00:00:00Z`);
  const isDay = Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
  return isDay ? findDailyEdition(db, day) : undefined;
}
