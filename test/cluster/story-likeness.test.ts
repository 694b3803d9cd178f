import { describe, expect, it } from "vitest";
import { countTerms } from "../../src/cluster/article-terms.ts";
import { articleVector } from "../../src/cluster/article-vector.ts";
import type { LiveArticle } from "../../src/cluster/live-article.ts";
import { OpenStory } from "../../src/cluster/open-story.ts";
import { clusterParameters } from "../../src/cluster/parameters.ts";
import { StoryLikeness, sharesEnough } from "../../src/cluster/story-likeness.ts";
import { noTranslations } from "../../src/text/word-translations.ts";

const dayMs = 86_400_000;

/** All words stand in the title, small and each as rare as the other: likeness is the share of common words. */
function article(words: string, day = 0, language = "en"): LiveArticle {
  const id = `${words} ${day}`;
  const read = { id, outlet: id, title: words, text: "", publishedAt: "", language };
  const vector = articleVector(countTerms(read, noTranslations), { idf: () => 1, documents: 0 });
  return { id, at: day * dayMs, language, vector, story: undefined };
}

function story(id: string, ...articles: readonly LiveArticle[]): OpenStory {
  const made = new OpenStory(id);
  for (const one of articles) made.add(one);
  return made;
}

function likeness(one: LiveArticle, other: OpenStory, itself?: LiveArticle): number {
  const measure = new StoryLikeness();
  measure.load(one);
  return measure.of(other, itself);
}

describe("the likeness of an article and a story", () => {
  it("is the mean likeness with its articles, itself aside", () => {
    const one = article("dam flood");
    const half = story("s", article("dam flood"), article("bank run"));
    expect(likeness(one, half)).toBeCloseTo(0.5);
    half.add(one);
    expect(likeness(one, half, one)).toBeCloseTo(0.5);
  });

  it("fades with the days since the story's nearest article", () => {
    const flood = story("s", article("dam flood", 0), article("dam flood", 9));
    expect(likeness(article("dam flood", 9), flood)).toBeCloseTo(1);
    expect(likeness(article("dam flood", 10), flood)).toBeCloseTo(2 ** -clusterParameters.fading);
    expect(likeness(article("dam flood", 40), flood)).toBeCloseTo(0.5, 1);
  });

  it("counts for more between languages, where only some words find their translation", () => {
    const flood = story("s", article("dam flood"));
    expect(likeness(article("dam banjir", 0, "ms"), flood)).toBeCloseTo(0.5 * clusterParameters.otherLanguage);
  });

  it("scores less in a crowd of stories that are like the article too", () => {
    const one = article("dam flood");
    const measure = new StoryLikeness();
    measure.load(one);
    const flood = story("flood", article("dam flood"));
    const crowd = Array.from({ length: 5 }, (_, n) => story(`other ${n}`, article(`dam inquiry${n}`)));
    expect(measure.compare(one, [flood]).map(({ score }) => score)).toEqual([expect.closeTo(1)]);
    const [best, next] = measure.compare(one, [...crowd, flood]);
    expect(best?.story.id).toBe("flood");
    expect(best?.score).toBeCloseTo(1 - clusterParameters.crowdWeight * 0.5);
    expect(next?.score).toBeCloseTo(0.5 - clusterParameters.crowdWeight * ((4 * 0.5 + 1) / 5));
  });

  it("is not enough where one word alone is shared", () => {
    const beside = (words: string, other: string) => {
      const measure = new StoryLikeness();
      measure.load(article(words));
      return measure.compare(article(words), [story("s", article(other))]).map(sharesEnough);
    };
    expect(beside("orrel dam", "orrel bank")).toEqual([false]);
    expect(beside("orrel dam burst", "orrel dam repaired")).toEqual([true]);
  });
});
