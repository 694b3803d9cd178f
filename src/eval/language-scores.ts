import { existsSync } from "node:fs";
import { join } from "node:path";
import { languageOf } from "../text/language-of.ts";
import type { EvalRow } from "./eval-table.ts";
import { readTarGz } from "./tar-archive.ts";

const languages = "ar cs de el en es fr hu id it ko nl pl pt ro ru sv tr uk vi".split(" ");
const sentencesEach = 500;
const words = 7;

/** Language detection on the first seven words of Leipzig sentences (the test data of lingua), nothing declared. */
export function scoreLanguages(dataDir: string): EvalRow[] {
  const file = join(dataDir, "language", "lingua.tar.gz");
  if (!existsSync(file)) return [];
  let right = 0;
  let all = 0;
  for (const { path, bytes } of readTarGz(file)) {
    const language = /sentences\/(\w\w)\.txt$/.exec(path)?.[1];
    if (language === undefined || !languages.includes(language)) continue;
    for (const line of new TextDecoder().decode(bytes).split("\n").slice(0, sentencesEach)) {
      if (line.trim() === "") continue;
      all++;
      if (languageOf(line.split(/\s+/).slice(0, words).join(" ")) === language) right++;
    }
  }
  return [
    {
      set: "language",
      measure: "right",
      value: right / all,
      note: `${languages.length} languages, ${words} words, ${all} texts`,
    },
  ];
}
