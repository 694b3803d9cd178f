import type { Context } from "hono";
import { z } from "zod";
import { UserError } from "../model/errors.ts";

/** Beyond this, a list is for a search, not for leafing through; a deep offset costs the store as much as all before it. */
const maxPage = 500;

/** A parameter that counts. */
export function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** A parameter that is one of a few words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, { error: `must be one of ${words.join(", ")}` });
}

/** A parameter of a reader's own words, or a name. */
export function someText(min: number, max: number) {
  const error = min === 0 ? `may have ${max} characters` : `must have ${min} to ${max} characters`;
  return z.string({ error }).trim().min(min, { error }).max(max, { error });
}

/** `?q=`: the words a reader looks for. */
export const searchWords = someText(0, 300);

/** `?page=`, from 1. */
export const pageNumber = wholeNumber(1, maxPage).default(1);

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
  throw new UserError("usage", `The parameter "${issue?.path.join(".")}" ${issue?.message}.`);
}

/** One page of a list that was asked for one row more than a page has. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly hasNext: boolean;
}

/**
 * Asks for one row more than the page shows, which tells whether another page follows without counting them all.
 *
 * @throws UserError("not-found") for a page behind the last
 */
export async function readPage<Row>(
  page: number,
  size: number,
  ask: (range: { readonly limit: number; readonly offset: number }) => Promise<readonly Row[]>,
): Promise<ListPage<Row>> {
  const rows = await ask({ limit: size + 1, offset: (page - 1) * size });
  if (page > 1 && rows.length === 0) throw new UserError("not-found", `There is no page ${page} of this list.`);
  return { rows: rows.slice(0, size), page, hasNext: rows.length > size && page < maxPage };
}
