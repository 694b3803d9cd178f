import { describe, expect, it } from "vitest";
import { countTerms } from "../../src/cluster/article-terms.ts";
import { articleVector, vectorFields } from "../../src/cluster/article-vector.ts";
import type { Article } from "../../src/model/article.ts";
import { termId } from "../../src/text/term-vector.ts";
import { noTranslations } from "../../src/text/word-translations.ts";

function articleOf(title: string, text: string): Article {
  return { id: "a", outlet: "a", title, text, publishedAt: "", language: "en" };
}

function vectorOf(title: string, text: string, idf: (id: number) => number = () => 1) {
  return articleVector(countTerms(articleOf(title, text), noTranslations), { idf, documents: 0 });
}

describe("the vector of an article", () => {
  it("marks what stands in the title, in the beginning, and what is never written small", () => {
    const far = `${"filler ".repeat(120)}sandbag`;
    const { ids, fields } = vectorOf("Orrel Dam bursts", `The dam at Orrel gave way. ${far}`);
    const fieldsOf = (term: string) => fields[ids.indexOf(termId(term))];
    const { title, beginning, names } = vectorFields;
    expect(fieldsOf("orrel")).toBe(title | beginning | names);
    expect(fieldsOf("dam")).toBe(title | beginning);
    expect(fieldsOf("gave")).toBe(beginning);
    expect(fieldsOf("sandbag")).toBe(0);
  });

  it("takes no word for a telling name that many articles have", () => {
    const { ids, fields } = articleVector(countTerms(articleOf("Orrel Court", "Veld, Holm, Soren"), noTranslations), {
      idf: (id) => (id === termId("court") ? 2 : 8),
      documents: 3000,
    });
    const names = ids.filter((_, at) => ((fields[at] as number) & vectorFields.names) !== 0);
    expect(new Set(names)).toEqual(new Set(["orrel", "veld", "holm", "soren"].map(termId)));
  });

  it("has length 1, and knows how long its parts are", () => {
    const { weights, titleLength, beginningLength, namesLength } = vectorOf("dam", "Lindmar Orrel Hale");
    expect([...weights].reduce((sum, weight) => sum + weight ** 2, 0)).toBeCloseTo(1);
    expect(titleLength).toBeCloseTo(0.5);
    expect(beginningLength).toBeCloseTo(1);
    expect(namesLength).toBeCloseTo(Math.sqrt(3 / 4));
  });

  it("says nothing by names where they are few", () => {
    expect(vectorOf("dam", "Lindmar Orrel").namesLength).toBe(0);
  });

  it("leaves out what stands everywhere, and is empty where nothing is left", () => {
    const common = termId("dam");
    expect([...vectorOf("dam orrel", "", (id) => (id === common ? 0 : 1)).ids]).toEqual([termId("orrel")]);
    expect(vectorOf("", "")).toMatchObject({ titleLength: 0, beginningLength: 0, namesLength: 0 });
  });
});
