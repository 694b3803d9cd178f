import { expect, it } from "vitest";
import { differences, FeatureRows, fullRows, sparseRows, sums } from "../../src/text/feature-rows.ts";

const rows = Int8Array.of(0, -3, 0, 7, 0, 127, 0, 0, 0);

it("leaves zeros out of rows and puts them back", () => {
  const { masks, values } = sparseRows(rows, 3);
  expect([masks, values]).toEqual([Uint32Array.of(0b10, 0b101, 0), Int8Array.of(-3, 7, 127)]);
  expect(fullRows(masks, values, 3)).toEqual(rows);
});

it("keeps sorted hashes by the steps between them", () => {
  const hashes = Uint32Array.of(2, 9, 4_294_967_295);
  expect(sums(differences(hashes))).toEqual(hashes);
});

it("adds the weights of what was learned to scores, and nothing for what was not", () => {
  const learned = new FeatureRows(Uint32Array.of(5, 1029, 4_294_967_295), rows, 3);
  const scores = new Float32Array(4);
  for (const feature of [5, 1029, -1, 2053]) learned.addTo(scores, 1, feature);
  expect(scores).toEqual(Float32Array.of(0, 7, -3, 127));
});
