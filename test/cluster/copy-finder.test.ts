import { describe, expect, it } from "vitest";
import { CopyFinder } from "../../src/cluster/copy-finder.ts";
import type { Article } from "../../src/model/article.ts";

const people = ["the mayor", "a nurse", "two divers", "the harbour pilot", "an engineer", "her brother", "the warden"];
const deeds = [
  "saw the wall give way",
  "called for boats",
  "carried lamps",
  "counted the missing",
  "shut the lower gate",
];
const places = [
  "at the quay",
  "by the old mill",
  "above Lindmar",
  "near the school",
  "on the ridge road",
  "in the square",
];

/** A report of so many sentences; reports of different seeds share phrases, as reports of one event do. */
function report(seed: number, sentences: number): string[] {
  return Array.from({ length: sentences }, (_, n) => {
    const draw = (list: readonly string[], step: number) => list[(seed * 5 + n * step + n * n * seed) % list.length];
    return `On day ${n + seed} ${draw(people, 3)} ${draw(deeds, 7)} ${draw(places, 11)} and said so to report ${seed * 31 + n}.`;
  });
}

function article(id: string, text: string, day = 1): Article {
  const publishedAt = new Date(Date.UTC(2026, 10, day)).toISOString();
  return { id, outlet: id, title: "Dam bursts", text, publishedAt, language: "en" };
}

describe("CopyFinder", () => {
  it("finds a reprint with a fifth of its sentences replaced and a new first paragraph", () => {
    const finder = new CopyFinder();
    const wire = report(1, 20);
    finder.find(article("wire", wire.join(" ")));
    const edited = wire.map((sentence, n) => (n % 5 === 2 ? `${report(9, 40)[n + 10]}` : sentence));
    expect(finder.find(article("reprint", `Our own paper was there too. ${edited.join(" ")}`, 2))).toBe("wire");
  });

  it("finds half of a long text, printed alone", () => {
    const finder = new CopyFinder();
    const wire = report(2, 60);
    finder.find(article("wire", wire.join(" ")));
    expect(finder.find(article("half", wire.slice(10, 40).join(" ")))).toBe("wire");
  });

  it("takes reports that share phrases for no copies, nor texts of weeks ago", () => {
    const finder = new CopyFinder();
    finder.find(article("one", report(3, 20).join(" ")));
    expect(finder.find(article("other", report(4, 20).join(" ")))).toBeUndefined();
    expect(finder.find(article("late", report(3, 20).join(" "), 25))).toBeUndefined();
  });

  it("names the earliest text, and forgets the oldest when it is full", () => {
    const finder = new CopyFinder(3);
    const text = (seed: number) => report(seed, 12).join(" ");
    finder.find(article("second", text(5), 2));
    finder.find(article("first", text(5), 1));
    expect(finder.find(article("third", text(5), 3))).toBe("first");
    for (const seed of [6, 7, 8]) finder.find(article(`new-${seed}`, text(seed), 3));
    expect(finder.find(article("fourth", text(5), 3))).toBeUndefined();
    expect(finder.find(article("again", text(8), 3))).toBe("new-8");
  });
});
