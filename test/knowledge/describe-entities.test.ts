import { describe, expect, it } from "vitest";
import { describeEntities as describeAll } from "../../src/knowledge/describe-entities.ts";
import { linkMentions } from "../../src/knowledge/link-mentions.ts";
import { loadFacts } from "../../src/knowledge/load-facts.ts";
import type { MentionType } from "../../src/model/annotation.ts";
import type { Article } from "../../src/model/article.ts";

const facts = loadFacts(
  new Map([
    [
      "countries.tsv",
      new TextEncoder().encode(
        "code\tname\taliases\ttitle\tdescription\tasOf\nKE\tKestria\t\t\tCountry in the north\t2026-02\n",
      ),
    ],
    [
      "bodies.tsv",
      new TextEncoder().encode(
        "name\tdescription\tcode\taliases\nCHB\tHarbours of Kestria\tKE\tCoastal Harbour Board\n",
      ),
    ],
  ]),
);

function story(text: string, names: readonly (readonly [string, MentionType])[], id = "a", title = "", base = facts) {
  const article: Article = {
    id,
    outlet: "The Beacon",
    title,
    text,
    publishedAt: "2026-11-20T10:00:00.000Z",
    language: "en",
  };
  const mentions = names.map(([name, type]) => ({
    start: text.indexOf(name),
    end: text.indexOf(name) + name.length,
    type,
    name,
  }));
  const annotation = linkMentions(
    {
      articleId: id,
      language: "en",
      sentences: [{ start: 0, end: text.length }],
      mentions,
      quotes: [],
      numbers: [],
      dates: [],
    },
    base,
    text,
  );
  return { articles: [article], annotations: new Map([[id, annotation]]), facts: base, language: "en" };
}

const describeEntities = (question: Parameters<typeof describeAll>[0]) => describeAll(question).cards;

describe("describeEntities", () => {
  it("describes a country from the base of facts, with the date it was true", () => {
    expect(describeEntities(story("Floods hit Kestria on Monday.", [["Kestria", "LOC"]]))).toEqual([
      {
        entityId: "Kestria",
        name: "Kestria",
        type: "LOC",
        description: "Country in the north",
        asOf: "2026-02",
        source: { kind: "facts", label: "Base of facts" },
      },
    ]);
  });

  it("takes an apposition from the article and cites its sentence", () => {
    const text = "The dam was unsound, wrote Mara Venn, a hydrologist at Lindmar University, in March.";
    expect(describeEntities(story(text, [["Mara Venn", "PER"]]))).toEqual([
      {
        entityId: "local:mara-venn",
        name: "Mara Venn",
        type: "PER",
        description: "A hydrologist at Lindmar University",
        source: { kind: "articles", citations: [{ articleId: "a", start: 0, end: text.length, quote: text }] },
      },
    ]);
  });

  it("takes the office that stands before a name", () => {
    const [card] = describeEntities(
      story("Talks failed, Foreign Minister Mara Venn told reporters.", [["Mara Venn", "PER"]]),
    );
    expect(card?.description).toBe("Foreign Minister");
  });

  it("says of a past office that it is past", () => {
    const text = "The bill was written by former Interior Minister Mara Venn in spring.";
    expect(describeEntities(story(text, [["Mara Venn", "PER"]]))[0]?.description).toBe("Former Interior Minister");
  });

  it.each([
    ["a question for an office", "Is Foreign Minister Mara Venn to blame?", "Foreign Minister"],
    ["the word a sentence begins with", "Asked Foreign Minister Mara Venn to resign.", "Foreign Minister"],
    [
      "a half of a long office",
      "Fleets for Piers and Sails Director Mara Venn left.",
      "Fleets for Piers and Sails Director",
    ],
  ])("never takes %s", (_, text, description) => {
    expect(describeEntities(story(text, [["Mara Venn", "PER"]]))[0]?.description).toBe(description);
  });

  it("ends an apposition where the next of a list begins", () => {
    const both = story("They met Mara Venn, head of the Harbour Board, and Isolde Tarn, a pilot.", [
      ["Mara Venn", "PER"],
      ["Isolde Tarn", "PER"],
    ]);
    expect(describeEntities(both).map(({ name, description }) => [name, description])).toEqual([
      ["Isolde Tarn", "A pilot"],
      ["Mara Venn", "Head of the Harbour Board"],
    ]);
  });

  it("knows nobody by name alone whose country the story never names", () => {
    const text = "Anselm Ruyk, a baker from Senn, spoke of Kestria.";
    const known = (country: string) => {
      const people = `name\tdescription\tcode\nAnselm Ruyk\tSenator\t${country}\n`;
      const countries = "code\tname\ttitle\tdescription\nKE\tKestria\t\tCountry in the north\n";
      const files = new Map(
        Object.entries({ "countries.tsv": countries, "people.tsv": people }).map(([file, table]) => [
          file,
          new TextEncoder().encode(table),
        ]),
      );
      const names = [
        ["Anselm Ruyk", "PER"],
        ["Kestria", "LOC"],
      ] as const;
      return describeEntities(story(text, names, "a", "Anselm Ruyk speaks", loadFacts(files))).map(({ name }) => name);
    };
    expect([known("KE"), known("VE")]).toEqual([["Anselm Ruyk", "Kestria"], ["Kestria"]]);
  });

  it("takes no name that stands before an office", () => {
    const both = story("Isolde Tarn and Foreign Minister Mara Venn met.", [
      ["Isolde Tarn", "PER"],
      ["Mara Venn", "PER"],
    ]);
    expect(describeEntities(both).map(({ name, description }) => [name, description])).toEqual([
      ["Mara Venn", "Foreign Minister"],
    ]);
  });

  it("takes no place that shares an act with an office", () => {
    const both = story("Kestria and Chancellor Mara Venn agreed.", [
      ["Kestria", "LOC"],
      ["Mara Venn", "PER"],
    ]);
    expect(describeEntities(both).map(({ name }) => name)).toEqual(["Kestria"]);
  });

  it("gives the second of two offices to the second of two people", () => {
    const text = "President Isolde Tarn of Kestria and Chancellor Mara Venn of Senn met.";
    const both = story(text, [
      ["Isolde Tarn", "PER"],
      ["Mara Venn", "PER"],
      ["Kestria", "LOC"],
    ]);
    const told = describeEntities(both).map(({ name, description }) => [name, description]);
    expect(told).toContainEqual(["Mara Venn", "Chancellor of Senn"]);
  });

  it.each([
    [
      "an office that another one acts for",
      "The letter is signed for the minister by a head of department, Mara Venn.",
      ["Mara Venn"],
    ],
    [
      "who gave somebody the office",
      "They met Mara Venn, a minister in Senn by the will of the board, there.",
      ["Mara Venn"],
    ],
    ["an office that is only stood in for", "They met acting Foreign Minister Mara Venn.", ["Mara Venn"]],
    ["an office of years ago", "It was built in 1998 by Foreign Minister Mara Venn.", ["Mara Venn"]],
    ["what is alleged of somebody", "They met Mara Venn, a convicted smuggler from Senn, there.", ["Mara Venn"]],
    ["what judges somebody", "They met Mara Venn, a strong champion of the harbour, there.", ["Mara Venn"]],
    ["half of a name", "Foreign Minister Mara Venn-ok left.", ["Mara Venn"]],
    [
      "an office alone, with the word before it",
      "On the killing of President Mara Venn they said nothing.",
      ["Mara Venn"],
    ],
    [
      "the office of the one named next",
      "Asked about Mara Venn, the head of the Harbour Board, Rep. Isolde Tarn, said nothing.",
      ["Mara Venn", "Isolde Tarn"],
    ],
  ] as const)("never takes %s", (_, text, names) => {
    expect(
      describeEntities(
        story(
          text,
          names.map((name) => [name, "PER"] as const),
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      "a person for a building",
      "They met at Customs House, a government spokeswoman said later.",
      "Customs House",
      "ORG",
    ],
    [
      "a step for a body",
      "They announced the forming of the Harbour Board, an essential step for the port.",
      "Harbour Board",
      "ORG",
    ],
    [
      "the next of a list",
      "It was the Ministry of Piers, the Ministry of Sails, and the mill.",
      "Ministry of Piers",
      "ORG",
    ],
    ["whose daughter somebody is", "Mara Venn, the daughter of a miller, was not there.", "Mara Venn", "PER"],
    ["two who are named as one", "They asked the board and its director, Mara Venn.", "Mara Venn", "PER"],
    ["what says nothing", "They asked the Harbour Board, the company, for help.", "Harbour Board", "ORG"],
    ["what another did", "Mara Venn, the lawyer of the pilot who ran a ferry aground, was late.", "Mara Venn", "PER"],
    ["what somebody did", "Mara Venn, a woman who ran a ferry aground, was not there.", "Mara Venn", "PER"],
    ["a judgement of a career", "Mara Venn, a rising star within the party, was not there.", "Mara Venn", "PER"],
    ["a week for a place", "They flew to Brackwater, a week after the storm.", "Brackwater", "LOC"],
  ] as const)("never takes %s", (_, text, name, type) => {
    expect(describeEntities(story(text, [[name, type]]))).toEqual([]);
  });

  it.each([
    ["Like Chief Justice Mara Venn, he was late.", "Chief Justice"],
    ["CLOSE Lindmar Mayor Mara Venn was late.", "Lindmar Mayor"],
    ["Mara Venn, the harbour pilot who ran a ferry aground, was late.", "The harbour pilot"],
  ])("reads the office alone: %s", (text, description) => {
    expect(describeEntities(story(text, [["Mara Venn", "PER"]]))[0]?.description).toBe(description);
  });

  it("takes no list of others for a description", () => {
    const text =
      "The names are Mara Venn, former harbour pilot Anselm Ruyk and harbour official Isolde Tarn, and more.";
    const names = ["Mara Venn", "Anselm Ruyk", "Isolde Tarn"].map((name) => [name, "PER"] as const);
    expect(describeEntities(story(text, names)).filter(({ name }) => name === "Mara Venn")).toEqual([]);
  });

  it("reads two offices of one whole", () => {
    const text = "They asked Navy General and Interior Secretary Mara Venn.";
    const names = [
      ["Navy General", "ORG"],
      ["Mara Venn", "PER"],
    ] as const;
    const card = describeEntities(story(text, names)).find(({ name }) => name === "Mara Venn");
    expect(card?.description).toBe("Navy General and Interior Secretary");
  });

  it("reads an office whole that has commas within it", () => {
    const text = "Mara Venn, Minister for Culture, Youth and Sport, was not there.";
    expect(describeEntities(story(text, [["Mara Venn", "PER"]]))[0]?.description).toBe(
      "Minister for Culture, Youth and Sport",
    );
  });

  describe("of letters that stand for many bodies", () => {
    const board = (text: string, names: readonly (readonly [string, MentionType])[]) =>
      describeEntities(story(text, names, "a", "CHB opens pier")).map(({ name }) => name);

    it("names the body the base of facts knows where the story is of its country", () => {
      expect(
        board("The CHB of Kestria opened the pier.", [
          ["CHB", "ORG"],
          ["Kestria", "LOC"],
        ]),
      ).toContain("CHB");
    });

    it("or where the story gives its name in full", () => {
      expect(board("The Coastal Harbour Board, or CHB, opened the pier.", [["CHB", "ORG"]])).toEqual(["CHB"]);
    });

    it("and none where the story is of another country, or says what else they stand for", () => {
      expect(board("The CHB opened the pier at Senn.", [["CHB", "ORG"]])).toEqual([]);
      expect(
        board("The Canal Hygiene Bureau (CHB) opened the pier in Kestria.", [
          ["CHB", "ORG"],
          ["Kestria", "LOC"],
        ]),
      ).not.toContain("CHB");
    });
  });

  it("gives no card to a name that nothing says anything of, and takes no clause for a description", () => {
    expect(
      describeEntities(story("Late on Sunday Mara Venn, the talks over, was gone.", [["Mara Venn", "PER"]])),
    ).toEqual([]);
    expect(describeEntities(story("Mara Venn, who was tired, left.", [["Mara Venn", "PER"]]))).toEqual([]);
  });

  describe("a town of the base of facts", () => {
    const towns = loadFacts(
      new Map([
        [
          "cities.tsv",
          new TextEncoder().encode("name\tdescription\tcode\taliases\ttitle\nLindmar\tCity in Kestria\tKE\t\t\n"),
        ],
      ]),
    );
    const card = (text: string, name: string, type: MentionType) =>
      describeEntities(story(text, [[name, type]], "a", text, towns)).map(({ description }) => description);

    it.each<[string, string, string, MentionType, readonly string[]]>([
      [
        "has a card where the story says what is there",
        "Floods in Lindmar on Monday.",
        "Lindmar",
        "LOC",
        ["City in Kestria"],
      ],
      ["also where its name is in capitals", "Floods in LINDMAR on Monday.", "LINDMAR", "LOC", ["City in Kestria"]],
      ["has none where its club plays", "Lindmar beat Corvale on Monday.", "Lindmar", "LOC", []],
      ["has none where its club is named as one", "A late goal in Lindmar’s win.", "Lindmar", "ORG", []],
    ])("%s", (_, text, name, type, cards) => {
      expect(card(text, name, type)).toEqual(cards);
    });
  });

  describe("an office of the base of facts", () => {
    const held = (row: string) =>
      loadFacts(
        new Map([["people.tsv", new TextEncoder().encode(`name\tdescription\tcode\taliases\ttitle\tasOf\n${row}\n`)]]),
      );
    const base = held("Mara Venn\tPresident of Kestria\t\t\t\t2026-02");
    /** What the card says where each of some outlets has a sentence about Mara Venn, on a day. */
    function card(texts: readonly string[], day = "2026-11-20", origins: readonly string[] = ["a", "b", "c"]) {
      const all = texts.map((text, index) => {
        const one = story(text, [["Mara Venn", "PER"]], `a${index}`, "Mara Venn speaks", base);
        const [article] = one.articles;
        return { ...one, articles: article ? [{ ...article, publishedAt: `${day}T10:00:00.000Z` }] : [] };
      });
      const [{ description, asOf, source } = { description: "", source: { kind: "none" } }] = describeEntities({
        articles: all.flatMap(({ articles }) => articles),
        annotations: new Map(all.flatMap(({ annotations }) => [...annotations])),
        facts: base,
        origins: new Map(texts.map((_, index) => [`a${index}`, origins[index] ?? ""])),
        language: "en",
      });
      return `${description} | ${asOf} | ${source.kind}`;
    }
    const known = "President of Kestria | 2026-02 | facts";

    it.each([
      [
        "over, with its date",
        ["On Friday former President Mara Venn spoke.", "Then former President Mara Venn left."],
        "Former president of Kestria | 2026-11-20 | articles",
      ],
      [
        "another",
        ["On Friday Foreign Minister Mara Venn spoke.", "Then Foreign Minister Mara Venn left."],
        "Foreign Minister | 2026-11-20 | articles",
      ],
      ["the same", ["On Friday President Mara Venn spoke.", "Then President Mara Venn left."], known],
      [
        "one she had before",
        ["On Friday former Health Minister Mara Venn spoke.", "Then former Health Minister Mara Venn left."],
        known,
      ],
      [
        "over, in one report of two that differ",
        ["On Friday former President Mara Venn spoke.", "Then President Mara Venn left."],
        known,
      ],
    ])("is %s where newer reports of two origins say so", (_, texts, told) => {
      expect(card(texts)).toBe(told);
    });

    it("stays where the reports are of one origin, or no newer than it", () => {
      const over = ["On Friday former President Mara Venn spoke.", "Then former President Mara Venn left."];
      expect(card(over, "2026-11-20", ["a", "a"])).toBe(known);
      expect(card(over, "2026-02-20")).toBe(known);
    });
  });
});
