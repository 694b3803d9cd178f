import type { Annotation } from "../../src/model/annotation.ts";
import type { Article } from "../../src/model/article.ts";
import type { Citation } from "../../src/model/claim.ts";
import type { StoryMaterial } from "../../src/model/draft.ts";
import { unknownOutlet } from "../../src/model/outlet.ts";
import { splitSentences } from "../../src/text/sentences.ts";

/** Two reports of an invented bridge that closed; each paragraph is a sentence. */
export const reports: readonly Article[] = [
  article("a1", "Harbour Gazette", [
    "BRACKWATER (Harbour Gazette) — The Tolle Bridge was closed on Tuesday after 12 cables were found to be worn.",
    "Mayor Irja Solund did not say when it would open again.",
    '"We will open it when it is safe, and not a day before," Ms Solund said.',
  ]),
  article("a2", "Inland Courier", [
    "The Tolle Bridge, the only crossing to the islands, may stay closed for six weeks, engineers said.",
    "Some 4,000 people use it every day.",
  ]),
];

export const material: StoryMaterial = {
  storyId: "s1",
  articles: reports,
  annotations: new Map(reports.map((report) => [report.id, annotationOf(report)])),
  outlets: unknownOutlet,
  copies: new Map(),
  origins: new Map(reports.map(({ id, outlet }) => [id, outlet])),
  cards: [],
  earlierStories: [],
  relatedStories: [],
  language: "en",
  now: "2026-03-04T09:00:00.000Z",
  revision: 1,
};

/** The citation of a report's sentence that holds some words. */
export function cite(articleId: string, words: string): Citation {
  const report = reports.find(({ id }) => id === articleId);
  const sentence = splitSentences(report?.text ?? "", "en").find(({ start, end }) =>
    report?.text.slice(start, end).includes(words),
  );
  if (!report || !sentence) throw new Error(`no sentence of ${articleId} holds "${words}"`);
  return { articleId, ...sentence, quote: report.text.slice(sentence.start, sentence.end) };
}

function article(id: string, outlet: string, paragraphs: readonly string[]): Article {
  const title = "Tolle Bridge closed";
  return { id, outlet, title, text: paragraphs.join("\n"), publishedAt: "2026-03-03T14:05:00.000Z", language: "en" };
}

function annotationOf({ id, text }: Article): Annotation {
  const spoken = text.indexOf('"We will');
  const speaker = text.indexOf("Ms Solund");
  const quotes =
    spoken < 0
      ? []
      : [
          {
            start: spoken,
            end: text.indexOf('" Ms') + 1,
            direct: true,
            speaker: { start: speaker, end: speaker + "Ms Solund".length, name: "Irja Solund" },
          },
        ];
  return {
    articleId: id,
    language: "en",
    sentences: splitSentences(text, "en"),
    mentions: [],
    quotes,
    numbers: [],
    dates: [],
  };
}
