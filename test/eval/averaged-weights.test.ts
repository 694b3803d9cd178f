import { expect, test } from "vitest";
import { AveragedWeights } from "../../src/eval/averaged-weights.ts";

/** Two features, of which the first is larger as an unsigned number, and two tags. */
const rowOf = new Map([
  [-1, 0],
  [7, 1],
]);

test("a weight counts for the steps it stood, and features come in ascending order", () => {
  const averaged = new AveragedWeights(rowOf, 2);
  averaged.step = 1;
  averaged.learn([0, 1], 0, 1);
  averaged.step = 3;
  averaged.learn([0], 0, 1);
  averaged.step = 5;
  expect([...averaged.weights]).toEqual([2, -2, 1, -1]);
  // The first row: 1 for two steps, 2 for two; the second: 1 for four; over five steps, 127 standing for 1.2.
  const { features, rows } = averaged.rounded({ smallest: 0, largest: 1.2 });
  expect([[...features], [...rows]]).toEqual([
    [7, 4294967295],
    [85, -85, 127, -127],
  ]);
});

test("small weights are dropped, with the features of which nothing is left", () => {
  const averaged = new AveragedWeights(rowOf, 2);
  averaged.step = 1;
  averaged.learn([0], 0, 1);
  averaged.step = 2;
  averaged.learn([1], 0, 1);
  averaged.step = 4;
  const { features, rows } = averaged.rounded({ smallest: 0.6, largest: 1 });
  expect([[...features], [...rows]]).toEqual([[4294967295], [95, -95]]);
});
