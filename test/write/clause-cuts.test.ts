import { expect, it } from "vitest";
import { clauseCuts } from "../../src/write/clause-cuts.ts";
import { cuesFor } from "../../src/write/cues/cues.ts";

it.each([
  ["Tolle has a law that fines shops which sell fish.", []],
  ["Tolle has a hall where every stall, lamp and door is painted.", []],
  ["The wall was seen as the best shelter in the bay.", []],
  ["The ferry sank as the storm reached Tolle.", ["The ferry sank"]],
  ["The council, which met on Monday, closed the pier.", ["The council"]],
  [
    "The pier was closed after a storm because divers found cracks.",
    ["The pier was closed", "The pier was closed after a storm"],
  ],
])("a sentence is cut only where what is left says nothing else: %s", (text, lines) => {
  expect(clauseCuts(text, cuesFor("en")).map((at) => text.slice(0, at))).toEqual(lines);
});
