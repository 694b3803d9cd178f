import { languageFor } from "../languages/registry.ts";

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const anyOf = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");

/**
 * A sentence without the words that say which outlet reports it ("X writes that …", "…, according to X"): those are borne out by whose passage is
 * cited, not by its words.
 */
export function withoutAttribution(text: string, outlets: readonly string[], language: string): string {
  const { speechVerbs, accordingTo } = languageFor(language);
  if (outlets.length === 0 || speechVerbs.size === 0) return text;
  const outlet = `(?:[Tt]he )?(?:${anyOf(outlets)})`;
  const verb = `(?:${anyOf(speechVerbs)})`;
  const according = `(?:${anyOf(accordingTo)})`;
  const lead = new RegExp(`^(?:${outlet} ${verb},? (?:that |dass |daß |que )?|${according} ${outlet},? )`, "iu");
  const aside = new RegExp(`, (?:as )?(?:${outlet} ${verb}|${verb} ${outlet}|${according} ${outlet})(?=[,.;])`, "giu");
  const rest = text.replace(lead, "").replace(aside, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
