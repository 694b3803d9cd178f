import { describe, expect, it } from "vitest";
import type { LiveArticle } from "../../src/cluster/live-article.ts";
import { MeaningIndex } from "../../src/cluster/meaning-index.ts";
import { OpenStory } from "../../src/cluster/open-story.ts";
import { randomNumbers } from "../../src/eval/random-numbers.ts";

const random = randomNumbers(7);
const bytes = () => Int8Array.from({ length: 256 }, () => Math.round(random() * 254 - 127));

function article(id: string, language: string, meaning: Int8Array, model = "m"): LiveArticle {
  const vector = {
    ids: new Uint32Array(),
    weights: new Float32Array(),
    fields: new Uint8Array(),
    titleLength: 0,
    beginningLength: 0,
    namesLength: 0,
  };
  const one = {
    id,
    at: 0,
    language,
    vector,
    meaning: { model, share: 0, bytes: meaning, length: 1 },
    story: undefined,
  };
  new OpenStory(`story-${id}`).add(one);
  return one;
}

/** The same meaning with every so many of its numbers turned round. */
const turned = (meaning: Int8Array, every: number) => meaning.map((value, at) => (at % every === 0 ? -value : value));

describe("MeaningIndex", () => {
  const meaning = bytes();
  const index = new MeaningIndex();
  const near = article("near", "de", turned(meaning, 16));
  const nearer = article("nearer", "zh", turned(meaning, 32));
  for (const one of [
    article("stranger", "de", bytes()),
    near,
    nearer,
    article("same-language", "en", meaning),
    article("other-model", "de", meaning, "other"),
  ])
    index.add(one);
  const found = () => index.storiesNear(article("new", "en", meaning), () => true).map(({ id }) => id);

  it("brings up the stories of other languages that mean the same, the nearest first", () =>
    expect(found()).toEqual(["story-nearer", "story-near"]));

  it("forgets what left the window", () => {
    index.remove(nearer);
    expect(found()).toEqual(["story-near"]);
    index.remove(near);
    expect(found()).toEqual([]);
  });
});
