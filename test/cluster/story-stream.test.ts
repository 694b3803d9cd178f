import { describe, expect, it } from "vitest";
import { storyIdOf } from "../../src/cluster/story-id.ts";
import { StoryStream } from "../../src/cluster/story-stream.ts";
import { randomNumbers } from "../../src/eval/random-numbers.ts";
import { loadLearned, loadStoryWeights } from "../../src/learned.ts";
import type { Article } from "../../src/model/article.ts";
import type { Embedding } from "../../src/model/embedding.ts";
import { annotate } from "../../src/pipeline/annotate.ts";

const day = (n: number) => new Date(Date.UTC(2026, 10, n)).toISOString();

function input(id: string, at: number, title: string, text: string, outlet = `Outlet ${id}`) {
  const article: Article = { id, outlet, title, text, publishedAt: day(at), language: "en" };
  return { article, annotation: annotate(article, loadLearned()) };
}

const flood =
  "The Orrel dam above Lindmar burst in the night and the flood swept through the lower town, drowning residents.";
const quakeNorth =
  "A strong earthquake shook the Sorrel mountains in northern Kestria, collapsing schools in the village of Hale.";
const bank =
  "Orrel Savings Bank closed its doors after depositors withdrew a third of its funds within two days of rumours.";

/** Enough other news that words have weights. */
function stream(): StoryStream {
  const one = new StoryStream(loadStoryWeights());
  for (const [index, text] of [
    "The football club won the cup final after extra time with a late goal by its captain.",
    "Parliament adopted the budget with the votes of both coalition parties after a long debate.",
    "A new telescope sent its first pictures of distant galaxies to the observatory.",
    "The central bank left interest rates where they were and warned of slower growth.",
    "Farmers blocked motorways with tractors to protest against lower subsidies.",
  ].entries())
    one.assign(input(`other-${index}`, 1, text.slice(0, 40), text));
  return one;
}

describe("StoryStream", () => {
  it("gives reports of one event to one story and other news to others", () => {
    const stories = stream();
    const first = stories.assign(input("a", 2, "Dam bursts above Lindmar", flood));
    const second = stories.assign(
      input(
        "b",
        2,
        "Flood hits Lindmar as dam fails",
        "Rescuers searched Lindmar's lower town after the Orrel dam burst and the flood drowned residents in their sleep.",
      ),
    );
    const third = stories.assign(input("c", 2, "Quake in Kestria", quakeNorth));
    const fourth = stories.assign(input("d", 2, "Run on Orrel Savings", bank));
    expect(second.storyId).toBe(first.storyId);
    expect(new Set([first.storyId, third.storyId, fourth.storyId]).size).toBe(3);
    expect(first.storyId).toBe(storyIdOf("a"));
  });

  it("keeps two events of one kind apart whose people and places differ", () => {
    const stories = stream();
    const veld = input(
      "a",
      2,
      "Man jailed nine years for rape of former girlfriend",
      "A court in Lindmar sentenced Adam Veld, 34, to nine years in prison on Monday for the rape of a former girlfriend. Veld had denied the charge throughout the trial. Judge Mara Holm told him that he had shown no remorse.",
    );
    const soren = input(
      "b",
      2,
      "Man accused of rape of former girlfriend goes on trial",
      "The trial of Piet Soren, 51, who is charged with the rape of a former girlfriend, began in Hale on Monday. Soren denied the charge before Judge Ines Tarr. If the court finds him guilty, he faces years in prison.",
    );
    const [first, other] = [stories.assign(veld), stories.assign(soren)];
    const again = stories.assign(
      input(
        "c",
        2,
        "Adam Veld to appeal against nine years for rape",
        "Adam Veld will appeal against his sentence of nine years in prison for rape, his lawyer said in Lindmar. Judge Holm had called Veld a man without remorse.",
      ),
    );
    expect(again.storyId).toBe(first.storyId);
    expect(other.storyId).not.toBe(first.storyId);
    expect(stories.explainPair(veld, soren).words).toContain("No telling name stands in both");
  });

  it("names a reprint as the copy of the earliest text, even with a new first paragraph", () => {
    const stories = stream();
    const wire = `${flood} ${"Officials said the army had been called and that shelters stood open in three schools on the hill above the river. "}${"The water board had warned of cracks in the spring, according to minutes of its meetings seen by reporters in the capital."}`;
    stories.assign(input("wire", 2, "Dam bursts", wire));
    const copy = stories.assign(input("reprint", 3, "Disaster in Lindmar", `Our newsroom followed the night. ${wire}`));
    expect(copy).toMatchObject({ copyOf: "wire", storyId: storyIdOf("wire") });
  });

  it("does not join the same words after the story has closed", () => {
    const stories = stream();
    const first = stories.assign(input("a", 2, "Dam bursts above Lindmar", flood));
    const later = stories.assign(
      input("z", 500, "Lindmar remembers the dam", flood.replace("in the night", "years ago, said speakers")),
    );
    expect(later.storyId).not.toBe(first.storyId);
  });

  it("gives the same answer for an id that came before, and the same stories for the same stream", () => {
    const run = () => {
      const stories = stream();
      return [
        input("a", 2, "Dam bursts", flood),
        input("b", 2, "Quake", quakeNorth),
        input("a", 4, "changed", bank),
      ].map((one) => stories.assign(one));
    };
    const [first, , again] = run();
    expect(again).toEqual(first);
    expect(run()).toEqual(run());
  });

  it("keeps an editor's move and merge, and reports them", () => {
    const stories = stream();
    stories.assign(input("a", 2, "Dam bursts above Lindmar", flood));
    stories.assign(input("b", 2, "Quake in Kestria", quakeNorth));
    stories.pinMerge(storyIdOf("b"), storyIdOf("a"));
    expect(stories.takeChanges().merged).toEqual([
      { from: storyIdOf("b"), into: storyIdOf("a"), reason: "an editor made them one" },
    ]);
    expect(stories.finalAssignments().find(({ articleId }) => articleId === "b")?.storyId).toBe(storyIdOf("a"));
    stories.pinMove("b", "s2");
    expect(stories.finalAssignments().find(({ articleId }) => articleId === "b")?.storyId).toBe("s2");
  });

  it("gives a merged story's articles back to it, and new ones that fit them", () => {
    const stories = stream();
    stories.assign(input("a", 2, "Dam bursts above Lindmar", flood));
    stories.assign(input("b", 2, "Quake in Kestria", quakeNorth));
    stories.pinMerge(storyIdOf("b"), storyIdOf("a"));
    stories.reopen(storyIdOf("b"));
    stories.keepApart(storyIdOf("a"), storyIdOf("b"));
    stories.pinMove("b", storyIdOf("b"));
    stories.assign(input("c", 2, "Kestria quake", quakeNorth));
    expect(
      stories.finalAssignments().flatMap(({ articleId, storyId }) => (articleId.length === 1 ? [storyId] : [])),
    ).toEqual([storyIdOf("a"), storyIdOf("b"), storyIdOf("b")]);
  });

  it("says in words why two articles are, or are not, one story", () => {
    const stories = stream();
    const dam = input("a", 2, "Dam bursts above Lindmar", flood);
    const again = input("b", 2, "Lindmar flood after dam burst", flood.replace("swept", "rushed"));
    const quake = input("c", 2, "Quake in Kestria", quakeNorth);
    for (const one of [dam, again, quake]) stories.assign(one);
    const same = stories.explainPair(dam, again);
    expect(same.same).toBe(true);
    expect(same.words).toMatch(/^One story: .* The words that tell most are “/);
    const other = stories.explainPair(dam, quake);
    expect(other.same).toBe(false);
    expect(other.words).toMatch(/^Two stories: /);
  });

  it("explains in words as they are written, not in stems", () => {
    const stories = stream();
    const dam = input("a", 2, "Dam bursts above Lindmar", flood);
    const again = input("b", 2, "Residents drowned as dam bursts", flood);
    for (const one of [dam, again]) stories.assign(one);
    const quoted = stories.explainPair(dam, again).words.match(/“[^”]+”/g) ?? [];
    expect(quoted.length).toBe(6);
    for (const word of quoted) expect(`${dam.article.title} ${flood}`).toContain(word.slice(1, -1));
  });

  describe("with the vectors of an embedding model", () => {
    const inFinnish = "Pato murtui aamuyöstä, ja hyökyaalto huuhtoi alakaupunkia: useita asukkaita hukkui.";
    const finnish = (id: string, embedding?: Embedding) => {
      const article: Article = {
        id,
        outlet: "Saari",
        title: "Pato murtui",
        text: inFinnish,
        publishedAt: day(2),
        language: "fi",
      };
      return { article, annotation: annotate(article, loadLearned()), ...(embedding && { embedding }) };
    };
    /** What all texts have in common is the first number; the others, one row for each matter, are what they are about. */
    const about = (matter: number, share = 0): Embedding => {
      const random = randomNumbers(matter);
      return {
        model: "m",
        share,
        vector: Float32Array.from({ length: 64 }, (_, i) => (i === 0 ? 9 : random() * 2 - 1)),
      };
    };
    const [dam, bankRun] = [1, 2];
    /** A stream that has seen enough to know what all texts have in common. */
    const seasoned = () => {
      const stories = stream();
      for (let i = 0; i < 30; i++)
        stories.assign({
          ...input(`seen-${i}`, 1, `Notice ${i}`, `Notice${i} of matter${i}.`),
          embedding: about(100 + i),
        });
      return stories;
    };
    const join = (own: Embedding, other: Embedding | undefined) => {
      const stories = seasoned();
      const first = { ...input("a", 2, "Dam bursts above Lindmar", flood), embedding: own };
      const second = finnish("b", other);
      const { storyId } = stories.assign(first);
      return { isOne: stories.assign(second).storyId === storyId, why: stories.explainPair(first, second).words };
    };

    it("joins an article of another language that shares no word", () => {
      expect(join(about(dam), undefined).isOne).toBe(false);
      const joined = join(about(dam), about(dam));
      expect(joined.isOne).toBe(true);
      expect(joined.why).toMatch(/ m finds them 100 % alike in meaning, beyond what all texts have in common\. /);
    });

    it("keeps another matter apart, however alike all texts are to the model", () =>
      expect(join(about(dam), about(bankRun)).isOne).toBe(false));

    it("never compares vectors of two models", () => {
      const joined = join(about(dam), { ...about(dam), model: "other" });
      expect([joined.isOne, joined.why.includes("in meaning")]).toEqual([false, false]);
    });

    it("leaves articles of one language to their words, unless the model is given a share", () => {
      const alike = (embedding?: Embedding, other = embedding) => {
        const stories = seasoned();

        const first = { ...input("a", 2, "Dam bursts above Lindmar", flood), ...(embedding && { embedding }) };
        const told = "Rescuers kept on searching for residents near Lindmar.";
        const second = { ...input("b", 2, "Searching goes on", told), ...(other && { embedding: other }) };
        for (const one of [first, second]) stories.assign(one);
        return Number(/alone, the two are (\d+) %/.exec(stories.explainPair(first, second).words)?.[1]);
      };
      expect(alike(about(dam, 0))).toBe(alike());
      expect(alike(about(dam, 0.9), about(bankRun, 0.9))).toBeLessThan(alike() / 2);
    });
  });
});
