import { storyMaterial } from "../../src/eval/story-material.ts";
import { loadLearned } from "../../src/learned.ts";
import type { Article } from "../../src/model/article.ts";
import type { Briefing, SectionKind } from "../../src/model/briefing.ts";
import type { StoryMaterial } from "../../src/model/draft.ts";
import { type OutletRegister, unknownOutlet } from "../../src/model/outlet.ts";
import { annotate } from "../../src/pipeline/annotate.ts";
import { composeBriefing } from "../../src/pipeline/compose-briefing.ts";
import { readStory, type StoryReading } from "../../src/write/read-story.ts";

const learned = loadLearned();

/** What stands in real reports below the news; without it an article is so short that a page may quote almost nothing of it. */
const rest = [
  "Fishermen on the quay watched the lights until late in the evening and talked of other winters.",
  "The harbour café stayed open and gave tea to everybody who came in wet, and nobody was asked to pay.",
  "Shops along the front closed early, as they do when the wind is in the east and the street is under spray.",
  "A school class that had been waiting for its friends was sent home by bus with a packet of biscuits each.",
  "Radio amateurs on the hill relayed messages between the islands while the telephone lines were busy.",
];

/** A report with its own paragraphs first. */
export function report(
  id: string,
  outlet: string,
  publishedAt: string,
  title: string,
  ...paragraphs: readonly string[]
): Article {
  const below = ["north", "middle", "south"].flatMap((pier) =>
    rest.map((one) => `${one.replace(/\.$/, "")}, as ${outlet} saw from the ${pier} pier.`),
  );
  const text = [...paragraphs, ...below].join("\n");
  return { id, outlet, title, text, publishedAt, language: "en" };
}

/** The page of a story without copies. */
export function pageOf(articles: readonly Article[], outlets: OutletRegister = unknownOutlet): Briefing {
  return composeBriefing(
    {
      storyId: "s1",
      articles,
      annotations: new Map(articles.map((one) => [one.id, annotate(one, learned)])),
      copies: new Map(),
      outlets,
      language: "en",
      now: "2026-03-06T12:00:00.000Z",
    },
    learned,
  );
}

/** A story of outlets of their own, as writing finds it. */
export function materialOf(articles: readonly Article[]): StoryMaterial {
  return storyMaterial(articles, (article) => annotate(article, learned), "2026-03-10T09:00:00.000Z");
}

/** The same, read for writing. */
export function readingOf(articles: readonly Article[]): StoryReading {
  return readStory(materialOf(articles));
}

export function sectionOf<Kind extends SectionKind>(page: Briefing, kind: Kind) {
  return page.sections.find(
    (section): section is Extract<Briefing["sections"][number], { kind: Kind }> => section.kind === kind,
  );
}
