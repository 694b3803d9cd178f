import { expect, it } from "vitest";
import { readDates } from "../../src/eval/read-dates.ts";
import type { Article } from "../../src/model/article.ts";
import { draftTimeline } from "../../src/write/draft-timeline.ts";

const report = (id: string, publishedAt: string, text: string): Article => ({
  id,
  outlet: `Outlet ${id}`,
  title: "",
  text,
  publishedAt: `${publishedAt}T00:00:00.000Z`,
  language: "en",
});

const articles = [
  report(
    "a",
    "2026-03-03",
    "The Ostwick dam burst on 2 March 2026 and flooded the lower town. A fair opened in Quillan on 3 March 2026.",
  ),
  report(
    "b",
    "2026-03-12",
    "An inquiry into the Ostwick dam opened on 11 March 2026. The Ostwick dam burst on 2 March 2026 after a week of rain.",
  ),
  report(
    "c",
    "2026-03-20",
    "Engineers knew that the Ostwick dam leaked before it burst on 2 March 2026. The mayor will visit Ostwick on 4 April 2026.",
  ),
];
const draft = (days: number, query = "Ostwick") =>
  draftTimeline(articles, readDates(articles), { days, sentences: 1, query });

it("chooses the days most articles speak of in sentences on the subject, oldest first", () => {
  expect(draft(2).map(({ date }) => date)).toEqual(["2026-03-02", "2026-03-11"]);
});

it("cites each sentence verbatim", () => {
  expect(draft(1)).toEqual([
    {
      date: "2026-03-02",
      sentences: [
        {
          text: expect.stringContaining("2 March 2026"),
          citations: [expect.objectContaining({ quote: expect.stringContaining("2 March 2026") })],
        },
      ],
    },
  ]);
  for (const { sentences } of draft(9))
    for (const { citations } of sentences)
      for (const { articleId, start, end, quote } of citations)
        expect(articles.find(({ id }) => id === articleId)?.text.slice(start, end)).toBe(quote);
});

it("takes what nearly all articles name for the subject where none is given", () => {
  expect(draft(2, "")).toEqual(draft(2));
});

it("leaves out days to come", () => {
  expect(draft(9).map(({ date }) => date)).not.toContain("2026-04-04");
});

it("has nothing to tell of no articles", () => {
  expect(draftTimeline([], new Map(), { days: 3, sentences: 1, query: "" })).toEqual([]);
});
