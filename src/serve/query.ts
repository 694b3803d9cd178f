import type { Context } from "hono";
import { z } from "zod";
import { UserError } from "../model/errors.ts";

/** Beyond this, a list is for a search, not for leafing through; a deep offset costs the store as much as all before it. */
const maxPage = 500;

/** `?page=`, from 1. */
export const pageNumber = z.coerce.number().int().min(1).max(maxPage).default(1);

/**
 * The parameters after the question mark, checked. Unknown ones are ignored, of one given twice the first counts, and an empty one counts
 * as absent, since forms send those.
 *
 * @throws UserError("usage") that names the parameter
 */
export function readQuery<Shape extends z.ZodRawShape>(context: Context, shape: Shape): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(context.req.query()).filter(([, value]) => value !== ""));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UserError("usage", `The parameter "${issue?.path.join(".")}" will not do: ${issue?.message}.`);
}

/** One page of a list that was asked for one row more than a page has. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly hasNext: boolean;
}

/** Asks for one row more than the page shows, which tells whether another page follows without counting them all. */
export async function readPage<Row>(
  page: number,
  size: number,
  ask: (range: { readonly limit: number; readonly offset: number }) => Promise<readonly Row[]>,
): Promise<ListPage<Row>> {
  const rows = await ask({ limit: size + 1, offset: (page - 1) * size });
  return { rows: rows.slice(0, size), page, hasNext: rows.length > size && page < maxPage };
}
