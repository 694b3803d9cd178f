import { describe, expect, it } from "vitest";
import { ArticleLikeness, fading } from "../../src/cluster/article-likeness.ts";
import { countTerms } from "../../src/cluster/article-terms.ts";
import { articleVector } from "../../src/cluster/article-vector.ts";
import type { LiveArticle } from "../../src/cluster/live-article.ts";
import { clusterParameters } from "../../src/cluster/parameters.ts";
import { noTranslations } from "../../src/text/word-translations.ts";

const { titleShare, beginningShare, namesLeast, otherLanguage } = clusterParameters;
const far = "filler ".repeat(120);

function article(title: string, text = "", language = "en"): LiveArticle {
  const read = { id: title, outlet: "a", title, text, publishedAt: "", language };
  // What fills the text says nothing.
  const silent = new Set(countTerms({ ...read, title: "", text: "filler" }, noTranslations).keys());
  const idf = (id: number) => (silent.has(id) ? 0 : 1);
  const vector = articleVector(countTerms(read, noTranslations), { idf, documents: 0 });
  return { id: title, at: 0, language, vector, story: undefined };
}

function likeness(a: LiveArticle, b: LiveArticle): number {
  const measure = new ArticleLikeness();
  // What was laid out before leaves nothing behind.
  measure.load(article("dam flood bank"));
  measure.load(a);
  return measure.of(b);
}

describe("the likeness of two articles", () => {
  it("is 1 for the same words in the same places, and 0 for none", () => {
    expect(likeness(article("dam flood"), article("dam flood"))).toBeCloseTo(1);
    expect(likeness(article("dam flood"), article("bank run"))).toBe(0);
  });

  it("counts words in both titles, and in both beginnings, once more", () => {
    const dam = article("dam");
    expect(likeness(dam, article("", "dam"))).toBeCloseTo(1 - titleShare);
    expect(likeness(dam, article("", `${far} dam`))).toBeCloseTo(1 - titleShare - beginningShare);
  });

  it("is less for two events of one kind that name neither the same people nor the same places", () => {
    const trial = article("Orrel court jails Adam Veld for assault");
    const again = article("Adam Veld jailed for assault by Orrel court");
    const other = article("Lindmar court jails Piet Soren for assault");
    expect(likeness(trial, again)).toBeCloseTo(1);
    // Three of six words are shared, all of them small.
    expect(likeness(trial, other)).toBeCloseTo(0.5 * namesLeast);
  });

  it("is what their words say where they share one telling name, or where one of them hardly names anybody", () => {
    const trial = article("Orrel court jails Adam Veld for assault");
    expect(likeness(trial, article("Orrel court jails Piet Soren for assault"))).toBeCloseTo(4 / 6);
    expect(likeness(trial, article("Lindmar court jails man for assault"))).toBeCloseTo(3 / Math.sqrt(6 * 5));
  });

  it("counts for more between languages, whose names are not held against each other", () => {
    expect(likeness(article("Orrel Adam Veld banjir"), article("Lindmar Piet Soren banjir", "", "ms"))).toBeCloseTo(
      0.25 * otherLanguage,
    );
  });

  it("fades with the days between", () => {
    expect(fading(0)).toBe(1);
    expect(fading(-86_400_000)).toBeCloseTo(2 ** -clusterParameters.fading);
  });
});
