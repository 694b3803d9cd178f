import { describe, expect, it } from "vitest";
import { describeFromEncyclopaedia } from "../../src/knowledge/describe-from-encyclopaedia.ts";
import type { MentionType } from "../../src/model/annotation.ts";
import type { Article } from "../../src/model/article.ts";
import type { EncyclopaediaArticle } from "../../src/model/encyclopaedia.ts";

const article = (id: string, text: string): Article => ({
  id,
  outlet: "The Beacon",
  title: "The dam at Orrel is to be raised",
  text,
  publishedAt: "2026-11-20T10:00:00.000Z",
  language: "en",
});
const articles = [
  article(
    "a",
    "On Monday the Lindmar council heard Mara Venn, whom Kestria asked to speak for the Orrel dam and the Tern Authority.",
  ),
  article(
    "b",
    "In Lindmar a report by Mara Venn of the Tern Authority says that the dam on the Orrel in Kestria needs a higher wall.",
  ),
];
const venn: EncyclopaediaArticle = {
  title: "Mara Venn",
  description: "Kestrian dam engineer (born 1971)",
  extract:
    "Mara Venn (born 1971) is a Kestrian engineer of the Tern Authority. She built the dam on the river Orrel above Lindmar.",
  url: "https://en.wikipedia.example/wiki/Mara_Venn",
};
const other: EncyclopaediaArticle = {
  title: "Mara Venn (swimmer)",
  description: "Sennish swimmer",
  extract: "Mara Venn is a Sennish swimmer who won the Ruyk Cup in Kestria.",
  url: "https://en.wikipedia.example/wiki/Mara_Venn_(swimmer)",
};

function told(found: readonly EncyclopaediaArticle[], type: MentionType = "PER", language = "en") {
  const asked = { name: "Mara Venn", type, language, asOf: "2026-11-20", articles: found };
  return describeFromEncyclopaedia(asked, articles, (word) => word === "kestria");
}

describe("describing a name from an encyclopaedia", () => {
  it("takes the article that shares the story's own names, without when she was born", () => {
    expect(told([other, venn])).toEqual({ ...venn, description: "Kestrian dam engineer" });
  });

  it.each([
    ["an article shares no more than a country", [other]],
    ["two share as much", [venn, { ...venn, title: "Mara Venn (II)" }]],
    ["there is none", []],
  ])("says nothing where %s", (_, found) => {
    expect(told(found)).toBeUndefined();
  });

  it.each([
    ["of a crime", "Convicted Kestrian engineer"],
    ["of religion", "Kestrian Catholic engineer"],
    ["that judges", "Controversial Kestrian engineer"],
    ["that is no office and no occupation", "Kestrian cause célèbre"],
    ["of another kind", "River in Kestria"],
    ["of one word", "Engineer"],
    ["that runs on", `Kestrian engineer ${"of the dam ".repeat(8)}and manager`],
  ])("says nothing where its words are some %s", (_, description) => {
    expect(told([{ ...venn, description }])).toBeUndefined();
  });

  it.each([
    ["Mayor of Lindmar", undefined],
    ["Former mayor of Lindmar", "Former mayor of Lindmar"],
    ["Mayor of Lindmar from 2010 to 2016", "Mayor of Lindmar from 2010 to 2016"],
    ["Kestrian engineer (1901–1980)", "Kestrian engineer (1901–1980)"],
  ])("never gives an office of the past as one of today: %s", (description, card) => {
    const extract = venn.extract.replace(
      "is a Kestrian engineer",
      "was the mayor of Lindmar in Kestria and an engineer",
    );
    expect(told([{ ...venn, description, extract }])?.description).toBe(card);
  });

  it("keeps to the kind of the name", () => {
    const body = { ...venn, description: "dam authority of Kestria" };
    expect(told([body], "ORG")?.description).toBe("Dam authority of Kestria");
    expect(told([body], "LOC")).toBeUndefined();
  });
});
