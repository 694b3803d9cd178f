import { expect, it } from "vitest";
import { readDates } from "../../src/eval/read-dates.ts";
import type { Article } from "../../src/model/article.ts";
import { draftBackground } from "../../src/write/draft-background.ts";

const report = (id: string, day: number, text: string): Article => ({
  id,
  outlet: `Outlet ${id}`,
  title: "",
  text,
  publishedAt: `2026-03-${String(day).padStart(2, "0")}T08:00:00.000Z`,
  language: "en",
});

const burst = "The Ostwick dam burst after a week of rain and flooded the lower town.";
const search = "Rescuers took forty people from roofs along the river in Quillan.";
const letter = "The council published a letter in which engineers had warned of a leak.";
const inquiry = "An inquiry under Judge Irja Solund began to hear the engineers.";
const built = "The dam was built in 1961 for the mills of the valley.";
const articles = [
  report("a", 2, burst),
  report("b", 5, search),
  report("c", 9, letter),
  report("d", 12, `${inquiry} ${built}`),
];
const draft = (at: string, words: number) => draftBackground(articles, readDates(articles), { at, words });

it("tells how it began and what came last when words are few", () => {
  expect(draft("2026-03-12", 28).text).toBe(`${burst} ${letter}`);
});

it("fills what earlier days leave with what the day's own articles date back", () => {
  expect(draft("2026-03-12", 100).text).toBe(`${built} ${burst} ${search} ${letter}`);
});

it("never tells the day's news, nor what came after it", () => {
  expect(draft("2026-03-09", 100).text).toBe(`${burst} ${search}`);
});

it("cites every sentence verbatim, as its outlet's word", () => {
  for (const { text, voice, citations } of draft("2026-03-12", 100).claims) {
    expect(voice).toBe("attributed");
    expect(citations.map(({ quote }) => quote)).toEqual([text]);
  }
});

it("is empty where nothing came before", () => {
  expect(draft("2026-03-02", 100)).toEqual({ text: "", claims: [] });
});
