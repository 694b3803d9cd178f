import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { regularForm } from "../src/languages/irregular-forms.ts";
import { languageFor } from "../src/languages/registry.ts";

/*
 * Writes weights/word-kin.json: in how many news articles each stem stands, and which stems are synonyms, kin or opposites. The counts are
 * from the public clustering sets, the relations from WordNet 3.1. The same data give the same bytes.
 *
 *   node --import tsx scripts/build-word-kin.ts WORDNET-DICT-DIR [DATA-DIR]
 */

/** Rarer words than this are names and slips; they get the weight of the unseen. */
const leastArticles = 6;
/** Senses of a word are by frequency; the later ones make synonyms of nearly anything. */
const mostSenses = 3;

/** Small words that WordNet leaves out. */
const functionWords =
  "among amid amidst although and anybody anyone anything because besides despite everybody everyone everything except hence how if least less nobody none nor nothing onto or ourselves per since somebody someone something than that the themselves these this those though throughout till toward towards unless unlike unto upon us versus via when whenever whereas wherever whether which whichever while who whoever whom whose why with within without would might must could should shall cannot yes ought whatever every another anyway others several".split(
    " ",
  );

const wordnetDir = process.argv[2];
if (wordnetDir === undefined) throw new Error("Give the folder of WordNet's data.noun, data.verb, …");
const dataDir = process.argv[3] ?? fileURLToPath(new URL("../../shared/data", import.meta.url));
const { stem } = languageFor("en");
const stemOf = (word: string) => stem(regularForm(word));

function countArticles(): { articles: number; counts: Map<string, number> } {
  const counts = new Map<string, number>();
  let articles = 0;
  for (const name of ["allsides_2016_2020.jsonl.gz", "newscluster.jsonl", "newscope.jsonl"]) {
    const bytes = readFileSync(join(dataDir, "clustering", name));
    const lines = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trimEnd().split("\n");
    for (const line of lines) {
      const { text } = JSON.parse(line) as { text: string };
      articles++;
      const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
      for (const word of new Set(words.map(stemOf))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return { articles, counts };
}

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly { symbol: string; target: string; from: number; to: number }[];
}

const synsets = new Map<string, Synset>();
/** The senses of "noun:word" in order of frequency, as keys of `synsets`. */
const senses = new Map<string, string[]>();

function readWordnet(folder: string): void {
  for (const [part, letter] of [
    ["noun", "n"],
    ["verb", "v"],
    ["adj", "a"],
    ["adv", "r"],
  ] as const) {
    for (const line of readFileSync(join(folder, `data.${part}`), "latin1").split("\n")) {
      if (!/^\d/.test(line)) continue;
      const fields = line.split(" | ")[0]?.split(" ") ?? [];
      const count = Number.parseInt(fields[3] ?? "0", 16);
      const words = Array.from({ length: count }, (_, i) => (fields[4 + 2 * i] ?? "").replace(/\(.*\)/, ""));
      const at = 4 + 2 * count;
      const pointers = Array.from({ length: Number(fields[at]) }, (_, i) => {
        const [symbol = "", offset = "", pos = "", places = ""] = fields.slice(at + 1 + 4 * i, at + 5 + 4 * i);
        return {
          symbol,
          target: `${pos === "s" ? "a" : pos}${offset}`,
          from: Number.parseInt(places.slice(0, 2), 16) - 1,
          to: Number.parseInt(places.slice(2), 16) - 1,
        };
      });
      synsets.set(`${letter}${fields[0]}`, { words, pointers });
    }
    for (const line of readFileSync(join(folder, `index.${part}`), "latin1").split("\n")) {
      if (!/^[a-z]/.test(line)) continue;
      const fields = line.trim().split(" ");
      senses.set(
        `${letter}:${fields[0]}`,
        fields.slice(-Number(fields[2])).map((offset) => `${letter}${offset}`),
      );
    }
  }
}

const { articles, counts } = countArticles();
readWordnet(wordnetDir);
const known = (word: string) => /^[a-z]{2,}$/.test(word) && (counts.get(stemOf(word)) ?? 0) >= leastArticles;
const rank = (key: string, word: string) => senses.get(`${key[0]}:${word.toLowerCase()}`)?.indexOf(key) ?? 99;
const usual = (key: string, word: string) => known(word) && rank(key, word) < mostSenses;

const groups = new Set<string>();
const kin = new Set<string>();
const opposites = new Set<string>();
const pair = (a: string, b: string) => [a, b].sort().join(" ");
for (const [key, { words, pointers }] of synsets) {
  const usualWords = words.filter((word) => usual(key, word));
  const stems = [...new Set(usualWords.map(stemOf))].sort();
  if (stems.length > 1) groups.add(stems.join(" "));
  for (const { symbol, target, from, to } of pointers) {
    const other = synsets.get(target);
    if (!other) continue;
    const a = from < 0 ? usualWords : [words[from] ?? ""].filter((word) => usual(key, word));
    const b = (to < 0 ? other.words : [other.words[to] ?? ""]).filter((word) => usual(target, word));
    for (const one of a)
      for (const two of b) {
        const [x, y] = [stemOf(one), stemOf(two)];
        if (x === y) continue;
        if (symbol === "!") opposites.add(pair(x, y));
        // Derivations, adjectives of nouns, near adjectives; what a thing is, only by its first senses.
        else if (["+", "\\", "&"].includes(symbol)) kin.add(pair(x, y));
        else if (symbol === "@" && rank(key, one) === 0 && rank(target, two) === 0) kin.add(pair(x, y));
      }
  }
}
const kept = [...counts].filter(([word, count]) => count >= leastArticles && word.length > 1);
const byCount = new Map<number, string[]>();
for (const [word, count] of kept) {
  // Counts in steps of a sixth of a doubling are exact enough for a logarithm.
  const step = Math.round(6 * Math.log2(count));
  byCount.set(step, [...(byCount.get(step) ?? []), word]);
}
// Words that no dictionary writes small: names, in texts that have lost their capitals.
const small = new Set(
  [...synsets.values()].flatMap(({ words }) => words.filter((word) => /^[a-z]+$/.test(word)).map(stemOf)),
);
const { stopWords } = languageFor("en");
const ordinary = new Set([...stopWords, ...functionWords].map(stemOf));
const names = kept.flatMap(([word]) => (small.has(word) || ordinary.has(word) || word.length < 3 ? [] : [word]));
const file = {
  articles,
  frequencies: Object.fromEntries(
    [...byCount].sort(([a], [b]) => a - b).map(([step, list]) => [step, list.sort().join(" ")]),
  ),
  names: names.sort().join(" "),
  synonyms: [...groups].sort(),
  kin: [...kin]
    .filter((two) => !opposites.has(two))
    .sort()
    .join(","),
  opposites: [...opposites].sort().join(","),
};
writeFileSync(new URL("../weights/word-kin.json", import.meta.url), `${JSON.stringify(file)}\n`);
console.log(
  `${articles} articles, ${kept.length} stems, ${names.length} names, ${groups.size} groups, ${kin.size} kin, ${opposites.size} opposites`,
);
