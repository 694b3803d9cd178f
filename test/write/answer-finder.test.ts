import { expect, it } from "vitest";
import { readDates } from "../../src/eval/read-dates.ts";
import type { Article } from "../../src/model/article.ts";
import { findAnswer } from "../../src/write/answer-finder.ts";
import { readPassages } from "../../src/write/read-story.ts";

const article: Article = {
  id: "a",
  outlet: "Harbour Gazette",
  title: "",
  text: "The ferry Sea Marigold ran aground and nine passengers were hurt. It struck the rocks on 2 March 2026, said the coastguard. The accident was caused by a broken rudder, the company says.",
  publishedAt: "2026-03-03T00:00:00.000Z",
  language: "en",
};
const passages = readPassages({ articles: [article], annotations: readDates([article]) }, 20);

it("takes the sentence that has what is asked for, the first one for who and what", () => {
  const answers = (["who", "what", "when", "why"] as const).map((asked) => findAnswer(asked, passages)?.order);
  expect(answers).toEqual([0, 0, 1, 2]);
});

it("finds nothing in nothing", () => {
  expect(findAnswer("who", [])).toBeUndefined();
});
