import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { annotateArticle } from "../../src/annotate/annotate-article.ts";
import type { Span } from "../../src/model/article.ts";
import { loadNameTagger } from "../../src/text/name-tagger.ts";

const nameTagger = loadNameTagger(readFileSync(new URL("../../weights/names.bin.gz", import.meta.url)));

function read(text: string, language = "en") {
  const article = {
    id: "a",
    outlet: "Sample Post",
    title: "",
    text,
    publishedAt: "2026-11-18T10:00:00.000Z",
    language,
  };
  const annotation = annotateArticle(article, { nameTagger });
  return { ...annotation, words: ({ start, end }: Span) => text.slice(start, end) };
}

describe("annotateArticle", () => {
  it("finds names, and gives short forms the name in full", () => {
    const { mentions, words } = read(
      "Ilse Varn met Tor Ashby in London. Varn thanked the International Monetary Fund (IMF). The IMF had lent Kestria money.",
    );
    expect(mentions.map((mention) => [words(mention), mention.type, mention.name])).toEqual(
      expect.arrayContaining([
        ["Ilse Varn", "PER", "Ilse Varn"],
        ["London", "LOC", "London"],
        ["Varn", "PER", "Ilse Varn"],
        ["IMF", "ORG", "International Monetary Fund"],
      ]),
    );
  });

  it("takes a month for a time, and the same word for a name where it is short for one", () => {
    const month = read("By 21 to 9 on Monday the council closed the line for two years from May, Hedda Lorn said.");
    expect(month.mentions.map(month.words)).toEqual(["Hedda Lorn"]);
    expect(month.dates.map((date) => [month.words(date), date.value])).toEqual([
      ["on Monday", "2026-11-16"],
      ["May,", "2026-05"],
    ]);
    const name = read("Rosa May voted against it. The letter from May was read out.");
    expect(name.mentions.map((mention) => [name.words(mention), mention.name])).toEqual([
      ["Rosa May", "Rosa May"],
      ["May", "Rosa May"],
    ]);
  });

  it.each([
    ["Cory Jamm, 22, of Dublin, said the vote was “a farce.”", "Cory Jamm", "the vote was “a farce.”"],
    ["The letter obtained by Tern Wire says the wall is “not safe.”", "The letter", "the wall is “not safe.”"],
    ["Ilse Varn said in a speech on Friday that the wall was “not safe.”", "Ilse Varn", "the wall was “not safe.”"],
    ["The lawmaker boasted that “everyone” followed.", "The lawmaker", "“everyone” followed"],
  ])("does not take for the speaker who only stands nearer: %s", (text, speaker, content) => {
    const { quotes, words } = read(text);
    expect(quotes.map((quote) => [quote.speaker && words(quote.speaker), words(quote)])).toEqual([[speaker, content]]);
  });

  it("gives a quotation its speaker, before and behind, over sentences and breaks", () => {
    const { quotes, words } = read(
      "“We heard a roar. Then the water came,” said Ilse Varn, the minister. “It was terrible,” she added.\n“I am,” Tor Ashby said, “not afraid.”",
    );
    expect(quotes.map((quote) => [words(quote), quote.speaker?.name, quote.direct, quote.group])).toEqual([
      ["“We heard a roar. Then the water came,”", "Ilse Varn", true, undefined],
      ["“It was terrible,”", "Ilse Varn", true, undefined],
      ["“I am,”", "Tor Ashby", true, "q1"],
      ["“not afraid.”", "Tor Ashby", true, "q1"],
    ]);
  });

  it("gives a clause that is quoted in part whole, with its outer speaker", () => {
    const { quotes, words } = read(
      "Ilse Varn called the vote “a farce” on Monday. Tor Ashby says he feels that the talks were “great” for Kestria.",
    );
    expect(quotes.map((quote) => [words(quote), quote.speaker?.name, quote.direct])).toEqual([
      ["the vote “a farce”", "Ilse Varn", true],
      ["he feels that the talks were “great” for Kestria", "Tor Ashby", true],
    ]);
  });

  it("leaves titles out of names, and takes an adjective of a nation for no place", () => {
    const { mentions, words } = read(
      "Prime Minister Ilse Varn met the Kenyan envoy. Mr Tor Ashby of pro-Germany group Norvane left.",
    );
    expect(mentions.map((mention) => [words(mention), mention.type])).toEqual(
      expect.arrayContaining([
        ["Ilse Varn", "PER"],
        ["Kenyan", "MISC"],
        ["Tor Ashby", "PER"],
        ["Germany", "LOC"],
      ]),
    );
  });

  it("reports indirect speech with its cue", () => {
    const { quotes, words } = read(
      "According to Tor Ashby, the river rose in one night. Ilse Varn said that the army would help.",
    );
    expect(
      quotes.map((quote) => [words(quote), quote.cue && words(quote.cue), quote.speaker?.name, quote.direct]),
    ).toEqual([
      ["the river rose in one night.", "According to", "Tor Ashby", false],
      ["the army would help.", "said", "Ilse Varn", false],
    ]);
  });

  it("reads numbers as intervals with unit and what is counted, and no years or days", () => {
    const { numbers, words } = read(
      "At least 12 people died on 3 May 2024 and up to 40 homes burned. Dozens of cars were lost. It cost $1.2bn, 4.5% more, between 10-15 million litres.",
    );
    expect(numbers.map((number) => [words(number), number.low, number.high, number.unit ?? number.of])).toEqual([
      ["At least 12", 12, Number.POSITIVE_INFINITY, "people"],
      ["up to 40", 0, 40, "homes"],
      ["Dozens", 24, Number.POSITIVE_INFINITY, "cars"],
      ["$1.2bn", 1.2e9, 1.2e9, "USD"],
      ["4.5%", 4.5, 4.5, "%"],
      ["between 10-15 million", 10e6, 15e6, "l"],
    ]);
  });

  it("reads dates from the article's own time and by tense", () => {
    const { dates, words } = read(
      "The dam burst on Monday. A hearing will be held on Friday. It was built in 1998. He may resign, April Jones said. They meet next month.",
    );
    expect(dates.map((date) => [words(date), date.value, date.grain])).toEqual([
      ["on Monday", "2026-11-16", "day"],
      ["on Friday", "2026-11-20", "day"],
      ["1998", "1998", "year"],
      ["next month", "2026-12", "month"],
    ]);
  });

  it("reads German quotations and dates", () => {
    const { quotes, dates, words } = read(
      "„Das Wasser kam über Nacht“, sagte die Sprecherin. Am 3. März 2021 war der Damm geprüft worden.",
      "de",
    );
    expect(quotes.map((quote) => [words(quote), quote.direct])).toEqual([["„Das Wasser kam über Nacht“", true]]);
    expect(dates.map((date) => date.value)).toEqual(["2021-03-03"]);
  });

  it("answers empty and hostile texts in linear time with offsets inside the text", () => {
    for (const text of [
      "",
      "\n\n",
      '"'.repeat(20_000),
      "a said ".repeat(20_000),
      "“x ".repeat(20_000),
      "1,".repeat(30_000),
    ]) {
      const started = performance.now();
      const { sentences, mentions, quotes, numbers, dates } = read(text);
      for (const span of [...sentences, ...mentions, ...quotes, ...numbers, ...dates])
        expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});
