import { pageOrder, type Section, type SkippedPart, type Source } from "../model/briefing.ts";
import type { Draft, DraftBriefing, StoryMaterial } from "../model/draft.ts";
import { alignFacts } from "./aligned-facts.ts";
import { Allowance } from "./allowance.ts";
import { framesOf } from "./fact-frames.ts";
import { phrasesFor } from "./phrases/phrases.ts";
import { readStory } from "./read-story.ts";
import { type Drafted, findSharedNames, type SectionContext } from "./section-context.ts";
import { draftBehindTheHeadline } from "./sections/behind-the-headline.ts";
import { draftHeadline } from "./sections/headline.ts";
import { draftHowWeGotHere } from "./sections/how-we-got-here.ts";
import { draftQuestions } from "./sections/questions.ts";
import { draftStandfirst } from "./sections/standfirst.ts";
import { draftTopics } from "./sections/topics.ts";
import { draftWhatHappened } from "./sections/what-happened.ts";
import { draftWhatThePapersSay } from "./sections/what-the-papers-say.ts";
import { coreOf } from "./story-core.ts";

/** The parts in the order in which they choose their sentences: what is past is told as the past before it can stand as what one outlet has alone. */
const parts: readonly ((context: SectionContext) => Drafted<Draft<Section>>)[] = [
  draftWhatHappened,
  draftBehindTheHeadline,
  draftHowWeGotHere,
  draftWhatThePapersSay,
  draftQuestions,
  draftTopics,
];

/**
 * The page of a story by the extractive engine: the outlets' own sentences, chosen, ordered and attributed, with sentences of ours only
 * where something was counted. Deterministic. A part for which the articles give nothing is named in `skipped` with its reason.
 */
export function draftBriefing(material: StoryMaterial): DraftBriefing {
  return draftPage(sectionContext(material));
}

/** A story as every section, and every engine, finds it: read once, and nothing of it told yet. */
export function sectionContext(material: StoryMaterial): SectionContext {
  const reading = readStory(material);
  return {
    reading,
    material,
    facts: alignFacts(reading),
    frames: framesOf(reading),
    core: coreOf(reading),
    sharedNames: findSharedNames({ reading, material }),
    phrases: phrasesFor(material.language),
    allowance: new Allowance(),
  };
}

/** The same page from a story that was read; books in the context's allowance what it shows. */
export function draftPage(context: SectionContext): DraftBriefing {
  const { material } = context;
  const headline = draftHeadline(context);
  const standfirst = draftStandfirst(context);
  const drafted = parts.map((draft) => draft(context));
  return {
    storyId: material.storyId,
    revision: material.revision,
    language: material.language,
    engine: "extractive",
    writtenAt: material.now,
    headline,
    standfirst,
    sections: drafted
      .flatMap((one) => ("section" in one ? [one.section] : []))
      .sort((a, b) => pageOrder.indexOf(a.kind) - pageOrder.indexOf(b.kind)),
    sources: sourcesOf(material),
    skipped: drafted.flatMap(skippedIn),
  };
}

function skippedIn(one: Drafted<unknown>): readonly SkippedPart[] {
  return one.skipped ? [one.skipped] : [];
}

/** Every article of the story, copies too, newest first. */
function sourcesOf({ articles, copies }: StoryMaterial): Source[] {
  return [...articles]
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || (a.id < b.id ? -1 : 1))
    .map(({ id, outlet, url, title, publishedAt, language, genre, revisited }) => {
      const copyOf = copies.get(id);
      return {
        articleId: id,
        outlet,
        ...(url !== undefined && { url }),
        title,
        publishedAt,
        language,
        genre: genre ?? "report",
        ...(copyOf !== undefined && { copyOf }),
        ...(revisited && { revisited }),
      };
    });
}
