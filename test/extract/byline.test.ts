import { describe, expect, it } from "vitest";
import { cleanByline, joinByline } from "../../src/extract/byline.ts";

describe("a byline", () => {
  it.each([
    ["By Ann Teller", "Ann Teller"],
    ["Written by Ann Teller and Jo Varga", "Ann Teller and Jo Varga"],
    ["Von Ilse Brand", "Ilse Brand"],
    ["Par Luc Mareau", "Luc Mareau"],
    ["Ann Teller — ", "Ann Teller"],
    ["Ann Teller January 18, 2017 11:00 PM PST @annteller", "Ann Teller"],
    ["Ann Teller | 12 May 2024", "Ann Teller"],
    ["By Ann Teller, Updated 3:46 PM", "Ann Teller"],
    ["Ann O'Teller-Díaz, MD", "Ann O'Teller-Díaz, MD"],
    ["李娜", "李娜"],
    ["Byron Teller", "Byron Teller"],
    ["Parker Pareth", "Parker Pareth"],
    ["May Teller", "May Teller"],
  ])("%j names %j", (line, names) => {
    expect(cleanByline(line)).toBe(names);
  });

  it.each([
    "",
    "https://gazette.example/authors/ann-teller",
    "Last Updated: January 7, 2025",
    "Follow Author",
    "12 May 2024",
    "By",
    "x".repeat(121),
    `By ${"a very long paragraph that only begins like one ".repeat(10)}`,
    undefined,
  ])("is not what stands in %j", (line) => {
    expect(cleanByline(line)).toBeUndefined();
  });

  it("of several has each name once, and at most six", () => {
    expect(joinByline(["By Ann Teller", "Jo Varga", "Ann Teller", "https://x.example"])).toBe("Ann Teller, Jo Varga");
    const reporters = ["Abe", "Bea", "Cal", "Dov", "Eva", "Fay", "Gus", "Hal"].map((name) => `${name} Teller`);
    expect(joinByline(reporters)?.split(", ")).toHaveLength(6);
    expect(joinByline([])).toBeUndefined();
  });
});
