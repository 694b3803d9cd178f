import { describe, expect, it } from "vitest";
import { slugOf, unknownOutlet } from "../../src/model/outlet.ts";

describe("a slug", () => {
  it("is lower case, without accents and apostrophes, joined by hyphens", () => {
    expect(slugOf("L’Écho du Port: Édition d’Alder")).toBe("lecho-du-port-edition-dalder");
  });

  it("spells out the Latin letters that are no letter with a mark", () => {
    expect(slugOf("Großer Sprung für Łódź, Tromsø und Æbelø")).toBe("grosser-sprung-fur-lodz-tromso-und-aebelo");
  });

  it("is cut at a word when it is too long", () => {
    expect(slugOf("one two three four", 12)).toBe("one-two");
  });

  it("keeps the letters of other scripts and is never empty", () => {
    expect(slugOf("東京 2026")).toBe("東京-2026");
    expect(slugOf("!!!")).toBe("untitled");
  });
});

describe("an outlet we know nothing about", () => {
  it("is of unknown kind and a family of its own", () => {
    expect(unknownOutlet("The Harbour Gazette")).toEqual({
      id: "the-harbour-gazette",
      name: "The Harbour Gazette",
      family: "the-harbour-gazette",
      kind: "unknown",
      use: "text",
    });
  });
});
