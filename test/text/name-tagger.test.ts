import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nameFeatures } from "../../src/text/name-features.ts";
import { bestTags, loadNameTagger, nameTags, toBio, unpackNameWeights } from "../../src/text/name-tagger.ts";
import { nameTokens } from "../../src/text/name-tokens.ts";

const bytes = readFileSync(new URL("../../weights/names.bin.gz", import.meta.url));
const tagger = loadNameTagger(bytes);
const { features, rows, transitions } = unpackNameWeights(bytes);
const rowOf = new Map(Array.from(features, (feature, row) => [feature | 0, row]));

test.each([
  "Ilse Varn, who leads the Bank of Larn, met President J. Osk in Kestria on 4 May 2026.",
  "HARBOUR AUTHORITY CLOSES FERRY LINE AFTER COLLISION NEAR THE OLD TOWN",
  "Talks at the U.S. embassy, the U.S. embassy and the U.S. embassy again went nowhere.",
  "Yes.",
])("words weighed once give the tags that all features give: %s", (text) => {
  const tokens = nameTokens(text, { start: 0, end: text.length });
  const scores = new Float32Array(tokens.length * nameTags.length);
  for (const [i, found] of nameFeatures(tokens, tagger.gazetteer, tagger.classes).entries()) {
    for (const feature of found) {
      const row = rowOf.get(feature);
      if (row === undefined) continue;
      for (let tag = 0; tag < nameTags.length; tag++) {
        const at = i * nameTags.length + tag;
        scores[at] = (scores[at] ?? 0) + (rows[row * nameTags.length + tag] ?? 0);
      }
    }
  }
  expect(tagger.tag(tokens)).toEqual(toBio(bestTags(scores, transitions, tokens.length)));
});
