import type { Token } from "../text/tokens.ts";
import type { FoundName } from "./name-votes.ts";

/**
 * Adds the places where a name of the article stands untagged: a tagger that knows a name by its company in one sentence misses it in another.
 * Only names that were found more often than they were missed, or are surnames of persons named in full, and never words the text also has in
 * small letters.
 */
export function repeatedNames(
  found: readonly FoundName[],
  sentences: readonly (readonly Token[])[],
  text: string,
): FoundName[] {
  const counts = new Map<string, { count: number; type: FoundName["type"] }>();
  const note = (name: string, type: FoundName["type"]) => {
    const known = counts.get(name);
    if (known) known.count++;
    else counts.set(name, { count: 1, type });
  };
  for (const { text: name, type } of found) {
    note(name, type);
    const last = name.split(" ").at(-1);
    if (type === "PER" && last !== undefined && last !== name) note(last, type);
  }
  const byFirst = new Map<string, string[]>();
  const small = new Set<string>();
  for (const tokens of sentences) for (const { text: word } of tokens) if (/^\p{Ll}/u.test(word)) small.add(word);
  for (const name of counts.keys()) {
    const first = /^[\p{L}\p{N}.]+/u.exec(name)?.[0] ?? "";
    if (first.length < 2 || !/^\p{Lu}/u.test(first) || (!name.includes(" ") && small.has(name.toLowerCase()))) continue;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), name].sort((a, b) => b.length - a.length),
    );
  }
  const missed: FoundName[] = [];
  let next = 0;
  for (const tokens of sentences)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token) continue;
      while (next < found.length && (found[next]?.end ?? 0) <= token.start) next++;
      const name = byFirst.get(token.text)?.find((one) => text.startsWith(one, token.start));
      if (name === undefined) continue;
      const end = token.start + name.length;
      const free = (found[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
      if (free && /^[^\p{L}\p{N}]?$/u.test(text.charAt(end)) && (missed.at(-1)?.end ?? 0) <= token.start)
        missed.push({ start: token.start, end, type: counts.get(name)?.type ?? "MISC", text: name });
    }
  const absent = new Map<string, number>();
  for (const { text: name } of missed) absent.set(name, (absent.get(name) ?? 0) + 1);
  const kept = missed.filter(
    ({ text: name, type }) => type === "PER" || (absent.get(name) ?? 0) <= (counts.get(name)?.count ?? 0),
  );
  return [...found, ...kept].sort((a, b) => a.start - b.start);
}
