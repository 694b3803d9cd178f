import { describe, expect, it } from "vitest";
import { parseTdmRules } from "../../src/fetch/tdm-rules.ts";

const reserves = (rules: unknown, path: string) =>
  parseTdmRules(typeof rules === "string" ? rules : JSON.stringify(rules)).reserves(
    new URL(path, "https://gazette.example"),
  );
const rule = (location: string, reservation: unknown = 1) => ({ location, "tdm-reservation": reservation });

describe("a TDM file", () => {
  it.each([
    ["/", "/harbour/ferry", true],
    ["/harbour/", "/harbour/ferry", true],
    ["/harbour/", "/sport/ferry", false],
    ["/*.html$", "/harbour/ferry.html", true],
    ["/*.html$", "/harbour/ferry.html?page=2", false],
    ["*", "/", true],
    ["/a*b*c", "/axxbyyc/more", true],
    ["/price($)", "/price($)/1", true],
    ["/news/%61", "/news/a", false],
    ["/news/a", "/news/%61bc", true],
    ["harbour", "/harbour/ferry", true],
  ])("that reserves %s says of %s: %s", (location, path, reserved) => {
    expect(reserves([rule(location)], path)).toBe(reserved);
  });

  it("is obeyed in the order of its rules: the first that fits counts", () => {
    const rules = [rule("/open/", 0), rule("/", "1")];
    expect(["/open/a", "/shut"].map((path) => reserves(rules, path))).toEqual([false, true]);
  });

  it("of one rule without its list is meant as one", () => {
    expect(reserves(rule("/"), "/a")).toBe(true);
  });

  it.each(["", "<html>Hello World</html>", "null", "[]", "[1, null, {}]", '[{"location": 5, "tdm-reservation": 1}]'])(
    "that holds %j reserves nothing",
    (text) => {
      expect(reserves(text, "/a")).toBe(false);
    },
  );

  it("of hostile patterns is read in no time", () => {
    const began = performance.now();
    reserves([rule(`/${"a*".repeat(8)}b`), rule("*".repeat(500))], `/${"a".repeat(4_000)}`);
    reserves(
      Array.from({ length: 50_000 }, () => rule("/x")),
      "/a",
    );
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
