import { describe, expect, it } from "vitest";
import { subjectOf } from "../../src/cluster/subject-of.ts";
import type { Article } from "../../src/model/article.ts";

function article(title: string, text: string, more: Partial<Article> = {}): Article {
  return {
    id: title,
    outlet: "The Beacon",
    title,
    text,
    publishedAt: "2026-11-20T08:00:00.000Z",
    language: "en",
    ...more,
  };
}

describe("subjectOf", () => {
  it("tells sport, business and German politics from the words alone", () => {
    expect(
      subjectOf([
        article("Late goal wins the cup", "The striker scored twice as the team won the final of the league."),
      ]),
    ).toBe("sport");
    expect(
      subjectOf([article("Orrel Bank closes", "Shares fell and investors sold bonds as the bank's profits vanished.")]),
    ).toBe("business");
    expect(
      subjectOf([
        article("Koalition einig", "Die Koalition brachte das Gesetz ins Parlament, die Opposition stimmte dagegen.", {
          language: "de",
        }),
      ]),
    ).toBe("politics");
  });

  it("believes the section in an address, and the feed's", () => {
    expect(
      subjectOf([
        article("A quiet week", "Nothing much.", { url: "https://beacon.example/science/2026/a-quiet-week" }),
      ]),
    ).toBe("science");
    expect(subjectOf([article("A quiet week", "Nothing much.")], new Map([["A quiet week", "culture"]]))).toBe(
      "culture",
    );
  });

  it("says other where nothing tells", () => {
    expect(subjectOf([article("A quiet week", "Nothing much.")])).toBe("other");
  });
});
