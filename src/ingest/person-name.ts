import { ingestParameters as limits } from "./parameters.ts";
import { titleText } from "./plain-text.ts";

const address = /[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+){0,6}/;

/**
 * The name in an author element: "me@paper.example (Ann Lee)", "Ann Lee <me@paper.example>", "By Ann Lee". Undefined where there is
 * none: a bare mail address is not a byline, and printing it would only feed spammers.
 */
export function personName(given: string): string | undefined {
  const text = titleText(given.slice(0, limits.maxNameLength * 4));
  const bare = text
    .replace(address, " ")
    .replace(/\bmailto:/gi, " ")
    .replace(/[<(]\s*[>)]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const wrapped = /^[(<](.*)[)>]$/.exec(bare)?.[1] ?? bare;
  const name = wrapped
    .replace(/^by:?\s+/i, "")
    .replace(/^[\s,;:"'-]+|[\s,;:"-]+$/g, "")
    .trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : undefined;
}
