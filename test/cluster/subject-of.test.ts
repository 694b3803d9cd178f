import { describe, expect, it } from "vitest";
import { subjectClassifier, toldSubjects } from "../../src/cluster/subject-classifier.ts";
import { subjectOf } from "../../src/cluster/subject-of.ts";
import type { Article } from "../../src/model/article.ts";
import { termIds } from "../../src/text/term-ids.ts";

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

  it("asks the classifier where no word of the lists tells, in the one language it knows", () => {
    const ids = termIds("Late whistle silences the terraces at Orrel Park and sends Lindmar down a division", "en").ids;
    const sorted = [...new Set(ids)].sort((a, b) => a - b);
    const logs = sorted.flatMap(() => toldSubjects.map((subject) => (subject === "sport" ? 4 : 0)));
    const classify = subjectClassifier({ language: "en", ids: sorted, logs });
    const whistle = article("Late whistle silences the terraces", "at Orrel Park and sends Lindmar down a division");
    expect(subjectOf([whistle])).toBe("other");
    expect(subjectOf([whistle], new Map(), classify)).toBe("sport");
    expect(subjectOf([{ ...whistle, language: "de" }], new Map(), classify)).toBe("other");
    expect(subjectOf([article("A late whistle", "at Orrel Park")], new Map(), classify)).toBe("other");
  });
});
