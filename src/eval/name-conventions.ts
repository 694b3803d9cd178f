import type { Gazetteer } from "../text/name-gazetteer.ts";
import { nameKinds } from "../text/name-gazetteer.ts";
import { nameTokens } from "../text/name-tokens.ts";
import { titleWords } from "../text/title-words.ts";
import type { Token } from "../text/tokens.ts";
import type { GoldName, TaggedText } from "./tagged-text.ts";

/**
 * Brings sets that were tagged to different rules under those of news (CoNLL): a person's title, office and country are no part of the name, a
 * name ends before "'s" and "of", an office alone is no person, and "Kenyan" is MISC, neither place nor body nor nothing.
 */
export function toNewsConventions({ text, names }: TaggedText, gazetteer: Gazetteer): TaggedText {
  const kept = names.flatMap((name) => (name.type === "PER" ? personOnly(text, name) : [withoutArticle(text, name)]));
  const demonyms = demonymsIn(text, gazetteer);
  const outside = demonyms.filter(
    (demonym) => !kept.some(({ start, end }) => start < demonym.end && demonym.start < end),
  );
  const retyped = kept.map((name) =>
    demonyms.some(({ start, end }) => start === name.start && end === name.end) ? { ...name, type: "MISC" } : name,
  );
  return { text, names: [...retyped, ...outside].sort((a, b) => a.start - b.start) };
}

function personOnly(text: string, name: GoldName): GoldName[] {
  let tokens = nameTokens(text, name);
  const cut = tokens.findIndex(({ lower }) => /^(?:of|from|for|,|['’]s)$/.test(lower));
  // "Malaysia's Prime Minister" is no name; "Youngspiration's Yau Wai-ching" is, behind the possessive.
  if (cut > 0 && /^['’]s$/.test(tokens[cut]?.lower ?? "") && cut < tokens.length - 1) tokens = tokens.slice(cut + 1);
  else if (cut > 0) tokens = tokens.slice(0, cut);
  const title = tokens.findLastIndex(({ lower }) => titleWords.has(lower));
  const rest = tokens.slice(title + 1).filter((_, i, all) => i > 0 || !/^(?:-|,)$/.test(all[0]?.text ?? ""));
  const first = rest[0];
  const last = rest.at(-1);
  return first && last && /\p{Lu}/u.test(text.slice(first.start, last.end))
    ? [{ type: "PER", start: first.start, end: last.end }]
    : [];
}

function withoutArticle(text: string, name: GoldName): GoldName {
  const article = /^(?:the|a|an) /.exec(text.slice(name.start, name.end))?.[0] ?? "";
  return { ...name, start: name.start + article.length };
}

function demonymsIn(text: string, gazetteer: Gazetteer): GoldName[] {
  const tokens: Token[] = nameTokens(text, { start: 0, end: text.length });
  return gazetteer.find(tokens).flatMap(({ start, end, kinds }) => {
    const first = tokens[start];
    const last = tokens[end - 1];
    if (!first || !last || !(kinds & nameKinds.demonym) || kinds & (nameKinds.country | nameKinds.organization))
      return [];
    return [{ type: "MISC", start: first.start, end: last.end }];
  });
}
