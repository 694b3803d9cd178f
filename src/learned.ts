import { readdirSync, readFileSync } from "node:fs";
import type { ClusterWeights } from "./cluster/cluster-weights.ts";
import { loadClusterWeights } from "./cluster/load-cluster-weights.ts";
import { loadFacts } from "./knowledge/load-facts.ts";
import type { Learned } from "./pipeline/annotate.ts";
import { loadNameTagger } from "./text/name-tagger.ts";

let loaded: Learned | undefined;
let storyWeights: ClusterWeights | undefined;

/** Reads the weights and the facts that ship with the package, once a process (or thread). */
export function loadLearned(): Learned {
  loaded ??= {
    nameTagger: loadNameTagger(readFileSync(new URL("../weights/names.bin.gz", import.meta.url))),
    facts: loadFacts(readFolder(new URL("../facts/", import.meta.url))),
  };
  return loaded;
}

/** Reads what was learned about same stories, once a process: half a second and 60 MB that only the one who forms stories spends. */
export function loadStoryWeights(): ClusterWeights {
  const read = (name: string) => readFileSync(new URL(`../weights/${name}`, import.meta.url));
  storyWeights ??= loadClusterWeights({
    background: read("background.json.gz"),
    translations: read("translations.json.gz"),
  });
  return storyWeights;
}

function readFolder(folder: URL): Map<string, Uint8Array> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, readFileSync(new URL(name, folder))]));
}
