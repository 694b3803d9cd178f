import { describe, expect, it } from "vitest";
import { agreeOnNames } from "../../src/knowledge/agree-on-names.ts";
import { linkMentions } from "../../src/knowledge/link-mentions.ts";
import { loadFacts } from "../../src/knowledge/load-facts.ts";
import { emptyAnnotation, type MentionType } from "../../src/model/annotation.ts";
import type { Article } from "../../src/model/article.ts";

const table = (...rows: string[]) => new TextEncoder().encode(rows.join("\n"));
const facts = loadFacts(
  new Map([
    [
      "countries.tsv",
      table(
        "code\tname\tdemonyms\taliases\ttitle\tdescription\tasOf",
        "KP\tNorth Korea\tNorth Korean,North Koreans\t\t\tCountry in Asia\t2026-02",
      ),
    ],
    [
      "people.tsv",
      table(
        "name\tdescription\tcode\taliases\ttitle\tasOf",
        "Kim Jong Un\tState Affairs Commission President of North Korea\tKP\t\tKim_Jong_Un\t2026-02",
      ),
    ],
  ]),
);

type Named = readonly (readonly [words: string, type: MentionType, name?: string])[];

/** One article a line, with the names a tagger found in it, and who speaks in it. */
function story(lines: readonly (readonly [text: string, names: Named, speaker?: string])[]) {
  const articles = lines.map(
    ([text], index): Article => ({
      id: `a${index}`,
      outlet: `Outlet ${index}`,
      title: "",
      text,
      publishedAt: "2026-11-20T10:00:00.000Z",
      language: "en",
    }),
  );
  const annotations = new Map(
    lines.map(([text, names, speaker], index) => {
      const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
      const quotes =
        speaker === undefined
          ? []
          : [{ start: 0, end: 5, direct: true, speaker: { ...spanOf(speaker), name: speaker } }];
      const mentions = names.map(([words, type, name = words]) => ({ ...spanOf(words), type, name }));
      return [
        `a${index}`,
        linkMentions({ ...emptyAnnotation(`a${index}`, "en"), mentions, quotes }, facts, text),
      ] as const;
    }),
  );
  const agreed = agreeOnNames({ articles, annotations, facts });
  return articles.map(({ id, text }) => {
    const { mentions = [], quotes = [] } = agreed.get(id) ?? {};
    const told = mentions.map(
      ({ start, end, type, name, entityId = "-" }) => `${text.slice(start, end)}|${type}|${name}|${entityId}`,
    );
    return [...told, ...quotes.map(({ speaker }) => `says ${speaker?.name}`)];
  });
}

describe("the names of a story", () => {
  it("Kim, Mr Kim and the North Korean leader are Kim Jong Un where one article names him", () => {
    expect(
      story([
        ["Kim Jong Un spoke on Monday.", [["Kim Jong Un", "PER"]]],
        ["Then Kim went home.", [["Kim", "PER"]], "Kim"],
        ["They asked Mr Kim again.", [["Mr Kim", "PER"]]],
        ["“Yes,” the North Korean leader said.", [["North Korean", "MISC"]], "the North Korean leader"],
      ]),
    ).toEqual([
      ["Kim Jong Un|PER|Kim Jong Un|Kim_Jong_Un"],
      ["Kim|PER|Kim Jong Un|Kim_Jong_Un", "says Kim Jong Un"],
      ["Mr Kim|PER|Kim Jong Un|Kim_Jong_Un"],
      ["North Korean|MISC|North Korean|-", "says Kim Jong Un"],
    ]);
  });

  it("a short name that two persons of the story have is nobody's", () => {
    expect(
      story([
        [
          "Kim Jong Un met Kim Yo Jong.",
          [
            ["Kim Jong Un", "PER"],
            ["Kim Yo Jong", "PER"],
          ],
        ],
        [
          "Mara Venn met Isolde Venn.",
          [
            ["Mara Venn", "PER"],
            ["Isolde Venn", "PER"],
          ],
        ],
        [
          "Mara Venn and Isolde Venn left.",
          [
            ["Mara Venn", "PER"],
            ["Isolde Venn", "PER"],
          ],
        ],
        ["Then Venn spoke.", [["Venn", "PER"]]],
      ])[3],
    ).toEqual(["Venn|PER|Venn|-"]);
  });

  const full = (text: string): readonly [string, Named] => [text, [["Mara Venn", "PER"]]];
  it("a surname is the person that two articles name in full, but no end of a longer name and no rank", () => {
    const said = story([
      full("Mara Venn left."),
      full("Mara Venn spoke."),
      full("Mara Venn slept."),
      ["Then Minister Venn spoke.", [["Venn", "PER"]]],
      ["Then Tor Lin Venn spoke.", [["Venn", "PER"]]],
    ]);
    expect(said.slice(3)).toEqual([["Venn|PER|Mara Venn|local:mara-venn"], ["Venn|PER|Venn|-"]]);
    const rank = (text: string): readonly [string, Named] => [text, [["ACP Venn", "PER"]]];
    expect(
      story([rank("ACP Venn left."), rank("ACP Venn spoke."), ["Then Venn spoke.", [["Venn", "PER"]]]])[2],
    ).toEqual(["Venn|PER|Venn|-"]);
  });

  const board = (type: MentionType): readonly [string, Named] => ["The Tern Board met.", [["Tern Board", type]]];
  it("has one type where four articles give it and four times as many as another; else each keeps its own", () => {
    const types = (...given: MentionType[]) => story(given.map(board)).map(([told = ""]) => told.split("|")[1]);
    expect(types("ORG", "ORG", "LOC", "ORG", "ORG")).toEqual(["ORG", "ORG", "ORG", "ORG", "ORG"]);
    expect(types("ORG", "ORG", "LOC", "ORG")).toEqual(["ORG", "ORG", "LOC", "ORG"]);
  });

  it("is found where it was missed, and whole where it was cut", () => {
    expect(
      story([
        board("ORG"),
        board("ORG"),
        board("ORG"),
        ["On Monday the Tern Board met.", []],
        ["On Friday the Tern Board met.", [["Tern", "LOC"]]],
      ]).slice(3),
    ).toEqual([["Tern Board|ORG|Tern Board|local:tern-board"], ["Tern Board|ORG|Tern Board|local:tern-board"]]);
  });

  it("is not found in part of a word, nor where most articles do not take the words for a name", () => {
    expect(
      story([
        board("ORG"),
        board("ORG"),
        ["The Tern Boards met.", []],
        ["The Tern Board met.", []],
        ["A Tern Board met.", []],
      ]).slice(2),
    ).toEqual([[], [], []]);
  });

  it("gives a person without his office where the others do", () => {
    const told = story([
      full("Mara Venn left with Minister Mara Venn."),
      full("Then Mara Venn slept."),
      ["Then Interior Minister Mara Venn spoke.", [["Interior Minister Mara Venn", "PER"]]],
    ]);
    expect(told[2]).toEqual(["Mara Venn|PER|Mara Venn|local:mara-venn"]);
  });

  it("leaves what a single article says of it", () => {
    expect(story([["The Tern Board met.", [["Tern", "LOC"]]]])).toEqual([["Tern|LOC|Tern|local:tern"]]);
  });
});
