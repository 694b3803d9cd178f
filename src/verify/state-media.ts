import type { StoryMaterial } from "../model/draft.ts";

/** What state media are called, by the primary language of the page; English where we have no word. */
const labels: Readonly<Record<string, string>> = {
  en: "state media",
  de: "Staatsmedium",
  fr: "média d’État",
  es: "medio estatal",
};
const agency = / (?:news )?agency$/i;

/** The names of state media that a story's sentences may hold: of its outlets, and of those its articles cite; the longest first. */
export function stateMediaNamed({ articles, annotations, outlets }: StoryMaterial): string[] {
  const names = new Set(articles.map(({ outlet }) => outlet));
  for (const { mentions } of annotations.values())
    for (const { name, type } of mentions) if (type === "ORG") names.add(name);
  const isState = (name: string) =>
    outlets(name).kind === "state-medium" ||
    (agency.test(name) && outlets(name.replace(agency, "")).kind === "state-medium");
  return [...names].filter(isState).sort((a, b) => b.length - a.length);
}

/**
 * The text with the label behind each of the names, where it stands first outside quotation marks: "Tern Wire (state media) reports ...",
 * "... (Tern Wire, state media).". Whoever reads the sentence elsewhere than on the page finds it there, too.
 */
export function labelStateMedia(text: string, names: readonly string[], language: string): string {
  const label = labels[language.split("-")[0] ?? ""] ?? labels.en;
  return names.reduce((labelled, name) => {
    const at = placeOf(name, labelled);
    if (at === undefined) return labelled;
    const end = at + name.length;
    const possessive = /^['’]s\b/u.exec(labelled.slice(end))?.[0] ?? "";
    const signed = labelled[at - 1] === "(" && labelled[end] === ")";
    const mark = signed ? `, ${label}` : ` (${label})`;
    return labelled.slice(0, end) + possessive + mark + labelled.slice(end + possessive.length);
  }, text);
}

/** Where the name stands first as a whole and outside quotation marks, unless it is labelled already. */
function placeOf(name: string, text: string): number | undefined {
  const quoted = [...text.matchAll(/“[^”]*”|"[^"]*"|„[^“”]*[“”]|«[^»]*»/gu)];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const whole =
      !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") && !/^[\p{L}\p{N}]|^ (?:\p{Lu}|\()|^, state/u.test(text.slice(end));
    const inside = quoted.some(({ index, 0: words }) => index < at && end < index + words.length);
    if (whole && !inside) return at;
  }
  return undefined;
}
