import { gunzipSync } from "node:zlib";
import type { SavedFrequencies } from "../text/document-frequencies.ts";
import { translationsOf } from "../text/word-translations.ts";
import type { ClusterWeights } from "./cluster-weights.ts";

/** The files that scripts/build-background.ts and scripts/build-translations.ts write. */
export interface ClusterWeightFiles {
  readonly background: Uint8Array;
  readonly translations: Uint8Array;
}

/** A language's background as it is saved: ids as differences, so that the file is small. */
export type PackedFrequencies = {
  readonly documents: number;
  readonly ids: readonly number[];
  readonly counts: readonly number[];
};

/** Reads what was learned about same stories. Throws where the bytes are no such files. */
export function loadClusterWeights(files: ClusterWeightFiles): ClusterWeights {
  const background = parse<Record<string, PackedFrequencies>>(files.background);
  const { keys, meanings } = parse<{ keys: number[]; meanings: number[] }>(files.translations);
  return {
    background: new Map(Object.entries(background).map(([language, packed]) => [language, unpackFrequencies(packed)])),
    translations: translationsOf(sums(keys), Uint32Array.from(meanings)),
  };
}

export function packFrequencies({ documents, ids, counts }: SavedFrequencies): PackedFrequencies {
  return { documents, ids: [...ids].map((id, at) => id - (ids[at - 1] ?? 0)), counts: [...counts] };
}

function unpackFrequencies({ documents, ids, counts }: PackedFrequencies): SavedFrequencies {
  return { documents, ids: sums(ids), counts: Uint32Array.from(counts) };
}

function sums(steps: readonly number[]): Uint32Array {
  let total = 0;
  return Uint32Array.from(steps, (step) => {
    total += step;
    return total;
  });
}

function parse<T>(bytes: Uint8Array): T {
  return JSON.parse(gunzipSync(bytes).toString("utf8")) as T;
}
