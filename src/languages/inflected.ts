import { words } from "./language.ts";

/** The regular forms of English verbs given by their bases, and irregular ones as they stand: "deny" gives denies, denied, denying. */
export function inflected(bases: string, irregular: string): ReadonlySet<string> {
  const forms = new Set(words(irregular));
  for (const base of words(bases)) {
    const stem = base.replace(/e$/, "");
    const soft = /[^aeiou]y$/.test(base) ? base.replace(/y$/, "i") : undefined;
    const doubled = /[^aeiou][aeiou][bgmnpt]$/.test(base) && base.length < 5 ? base + base.slice(-1) : stem;
    forms.add(base);
    forms.add(soft ? `${soft}es` : /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`);
    forms.add(soft ? `${soft}ed` : `${doubled}ed`);
    forms.add(`${doubled}ing`);
  }
  return forms;
}
