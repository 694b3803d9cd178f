import { readdirSync, readFileSync } from "node:fs";
import { loadFacts } from "./knowledge/load-facts.ts";
import type { Learned } from "./pipeline/annotate.ts";
import { loadNameTagger } from "./text/name-tagger.ts";

let loaded: Learned | undefined;

/** Reads the weights and the facts that ship with the package, once a process (or thread). */
export function loadLearned(): Learned {
  loaded ??= {
    nameTagger: loadNameTagger(readFileSync(new URL("../weights/names.bin.gz", import.meta.url))),
    facts: loadFacts(readFolder(new URL("../facts/", import.meta.url))),
  };
  return loaded;
}

function readFolder(folder: URL): Map<string, Uint8Array> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, readFileSync(new URL(name, folder))]));
}
