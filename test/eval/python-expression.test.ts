import { describe, expect, it } from "vitest";
import { judgeExpectation, NotApplicable } from "../../src/eval/python-expression.ts";

const entry = { title: "Ferry", tags: ["a", "b"], published: [2024, 5] };
const judge = (expression: string) =>
  judgeExpectation(expression, {
    lookUp: ([root, index, key, place]) => {
      if (root !== "entries") throw new NotApplicable(String(root));
      if (index === "length") return 1;
      if (key === "title") return entry.title;
      if (key === "tags") return entry.tags[Number(place)];
      if (key === "published") return entry.published;
      throw new NotApplicable(String(key));
    },
    equal: (found, expected) =>
      typeof expected === "object" && expected !== null && "tuple" in expected
        ? JSON.stringify(found) === JSON.stringify(expected.tuple)
        : found === expected,
  });

describe("judgeExpectation", () => {
  it("judges the forms that feedparser's tests use", () => {
    expect([
      judge("not bozo and entries[0]['title'] == 'Ferry'"),
      judge("entries[0].title == u'F\\x65rry'"),
      judge("(entries[0]['tags'][0] == 'a') and (entries[0]['tags'][1] == 'c')"),
      judge("entries[0]['title'] == 'Pier' or entries[0]['title'] == 'Ferry'"),
      judge("len(entries) == 1 and entries[0]['published'] == (2024, 5)"),
      judge("not entries[0]['title'] == 'Ferry'"),
      judge("entries[0]['title'] != 'Pier'"),
      judge("entries[0]['title'] == 'Fer' + 'ry'"),
    ]).toEqual([true, true, false, true, true, false, true, true]);
  });

  it("judges nothing that it has no answer to", () => {
    for (const expression of [
      "bozo",
      "1",
      "not bozo",
      "feed['x'] == 'y'",
      "entries[0].get('where') == {}",
      "ord('a') == 97",
      "",
    ])
      expect(() => judge(expression)).toThrow(NotApplicable);
  });
});
