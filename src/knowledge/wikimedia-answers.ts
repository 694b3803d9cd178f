import { z } from "zod";
import type { EncyclopaediaArticle } from "../model/encyclopaedia.ts";

/*
 * What the interfaces of Wikidata (action API: wbsearchentities, wbgetentities) and Wikipedia (REST API: page summary) answer, as far as we
 * read it. All of it is strangers' text: what is not of this shape, or holds markup, is unreadable.
 */

/** An answer that could not be used, with a short stable reason: "unreadable", or the interface's own ("api-ratelimited"). */
export interface AnswerFault {
  readonly fault: string;
}

/** An item of Wikidata that goes by the name that was searched. */
export interface NamedItem {
  readonly id: string;
  /** In English, a few words; empty where there is none. */
  readonly description: string;
}

const itemId = z.string().regex(/^Q\d{1,12}$/);
const search = z.object({
  search: z.array(
    z.object({ id: itemId, description: z.string().optional(), match: z.object({ text: z.string() }).optional() }),
  ),
});
const entities = z.object({
  entities: z.record(
    z.string(),
    z.object({ sitelinks: z.record(z.string(), z.object({ title: z.string() })).optional() }),
  ),
});
const summary = z.object({
  type: z.string(),
  title: z.string(),
  description: z.string().optional(),
  extract: z.string().optional(),
  wikibase_item: z.string().optional(),
});
/** An error of the action API comes with status 200. */
const apiError = z.object({ error: z.object({ code: z.string().regex(/^[\w-]{1,40}$/) }) });

/** Longer texts are no description, no title, no first paragraph. In UTF-16 units. */
const most = { description: 200, title: 255, extract: 1_500 } as const;

/** The items that go by exactly this name, but for case. */
export function readSearch(bytes: Uint8Array, name: string): readonly NamedItem[] | AnswerFault {
  const found = read(bytes, search);
  if ("fault" in found) return found;
  const same = (text: string) => text.localeCompare(name, "en", { sensitivity: "accent" }) === 0;
  return found.search
    .filter(({ match }) => match && same(match.text))
    .map(({ id, description = "" }) => ({ id, description }));
}

/** The titles of the articles about items in one Wikipedia ("enwiki"), by item. */
export function readTitles(bytes: Uint8Array, site: string): ReadonlyMap<string, string> | AnswerFault {
  const found = read(bytes, entities);
  if ("fault" in found) return found;
  return new Map(
    Object.entries(found.entities).flatMap(([id, { sitelinks }]) => {
      const title = sitelinks?.[site]?.title;
      return title === undefined || title.length > most.title ? [] : [[id, title] as const];
    }),
  );
}

/**
 * An article's description and first paragraph; undefined where it is about something else than `item`, is a list of namesakes, or says nothing of
 * itself.
 *
 * @param url the article's address, which is made of its title and never taken from an answer
 */
export function readSummary(
  bytes: Uint8Array,
  item: string,
  url: string,
): EncyclopaediaArticle | undefined | AnswerFault {
  const found = read(bytes, summary);
  if ("fault" in found) return found;
  const { type, title, description = "", extract = "", wikibase_item } = found;
  if (type !== "standard" || wikibase_item !== item || description === "" || extract === "") return undefined;
  const fit = isPlain(description) && description.length <= most.description && isPlain(title);
  return fit ? { title, description, extract: extract.slice(0, most.extract), url } : { fault: "unreadable" };
}

/** No markup and no control characters, which no title and no description has. */
function isPlain(text: string): boolean {
  return !/[<>\p{Cc}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text);
}

function read<T extends object>(bytes: Uint8Array, shape: z.ZodType<T>): T | AnswerFault {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return { fault: "unreadable" };
  }
  const error = apiError.safeParse(value);
  if (error.success) return { fault: `api-${error.data.error.code}` };
  const parsed = shape.safeParse(value);
  return parsed.success ? parsed.data : { fault: "unreadable" };
}
