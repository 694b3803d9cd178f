import { loadLearned } from "../learned.ts";
import type { StoryMaterial } from "../model/draft.ts";
import { annotate } from "../pipeline/annotate.ts";
import { readStoryFacts } from "../verify/story-facts.ts";
import { verifyClaim } from "../verify/verify-claim.ts";
import { citationOf, type Passage } from "../write/passage.ts";
import { readStory } from "../write/read-story.ts";
import { trimSentence } from "../write/trim-sentence.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";
import { type ErrorKind, plantError } from "./planted-errors.ts";
import { realStories } from "./real-stories.ts";
import { rephrase } from "./rephrasings.ts";
import { storyMaterial } from "./story-material.ts";

const passagesOfStory = 12;
const readAt = "2026-01-01T00:00:00Z";
const errors: readonly ErrorKind[] = ["number", "name", "date", "negation"];

/** A sentence as a model might write it, and whether it is true. */
interface Sentence {
  readonly kind: string;
  readonly isTrue: boolean;
  readonly text: string;
  readonly cited: readonly Passage[];
}

/**
 * How well sentences in a model's manner are told apart: an outlet's sentence with its attribution, two outlets set side by side, and the same
 * rephrased are true; given to another outlet that is cited, turned about, without its hedge, with an error planted, or cited to another
 * passage they are false.
 */
export async function scoreWritten(dataDir: string): Promise<EvalTable> {
  const stories = realStories(dataDir, "newscope.jsonl", 3);
  if (stories.length === 0) return { name: "written", rows: [], skipped: `${dataDir}/clustering is absent` };
  const learned = loadLearned();
  const counts = new Map<string, { isTrue: boolean; all: number; right: number }>();
  for (const story of stories) {
    const material = storyMaterial(story.articles, (article) => annotate(article, learned), readAt);
    const facts = readStoryFacts(material);
    for (const { kind, isTrue, text, cited } of sentencesOf(material)) {
      const verdict = verifyClaim(
        { text, voice: "attributed", citations: cited.map(citationOf), basis: { kind: "written" } },
        facts,
        "en",
      );
      const count = counts.get(kind) ?? { isTrue, all: 0, right: 0 };
      counts.set(kind, { isTrue, all: count.all + 1, right: count.right + ("claim" in verdict === isTrue ? 1 : 0) });
    }
  }
  return { name: "written", rows: [...counts].map(([kind, count]) => rowOf(kind, count)) };
}

function rowOf(kind: string, { isTrue, all, right }: { isTrue: boolean; all: number; right: number }): EvalRow {
  return {
    set: isTrue ? "true" : "false",
    measure: `${kind} ${isTrue ? "passed" : "caught"}`,
    value: right / all,
    note: `${all} sentences`,
  };
}

function sentencesOf(material: StoryMaterial): Sentence[] {
  const { passages } = readStory(material);
  const sound = passages.filter(({ flaw, reported, text }) => flaw === undefined && reported && !/["“”]/u.test(text));
  const some = sound.filter((_, at) => at % Math.max(1, Math.floor(sound.length / passagesOfStory)) === 0);
  return some.flatMap((passage, draw) => {
    const other = some.slice(draw + 1).find(({ outlet }) => outlet !== passage.outlet);
    return other ? sentencesOn(passage, other, { material, draw }) : [];
  });
}

function sentencesOn(
  passage: Passage,
  other: Passage,
  { material, draw }: { readonly material: StoryMaterial; readonly draw: number },
): Sentence[] {
  const words = trimSentence(passage);
  const [own, others] = [passage, other].map((one) => trimSentence(one).replace(/\.$/, ""));
  const both = [passage, other];
  const says = (outlet: string, said = words) => `According to ${outlet}, ${said}`;
  const side = (a: string, b: string) => `${a} reports that ${own}, while ${b} says that ${others}.`;
  const rephrased = rephrase(words);
  const unhedged = words
    .replace(/\b(?:may|might|could) (?=\p{Ll})/u, "will ")
    .replace(/\b(?:allegedly|reportedly) /u, "");
  const stranger = material.articles.find(({ id }) => id === other.article.id) ?? other.article;
  const ground = {
    article: passage.article,
    annotation: annotationOf(passage.article.id, material),
    sentence: passage,
    stranger: { article: stranger, annotation: annotationOf(stranger.id, material) },
    draw,
  };
  const planted = errors.flatMap((kind) => {
    const wrong = plantError(kind, words, ground);
    return wrong === undefined ? [] : [{ kind, isTrue: false, text: says(passage.outlet, wrong), cited: [passage] }];
  });
  return [
    { kind: "attributed", isTrue: true, text: says(passage.outlet), cited: [passage] },
    { kind: "attributed behind", isTrue: true, text: `${own}, ${passage.outlet} reports.`, cited: [passage] },
    { kind: "side by side", isTrue: true, text: side(passage.outlet, other.outlet), cited: both },
    ...(rephrased === undefined
      ? []
      : [{ kind: "rephrased", isTrue: true, text: says(passage.outlet, rephrased), cited: [passage] }]),
    { kind: "other outlet", isTrue: false, text: says(other.outlet), cited: both },
    { kind: "outlets turned about", isTrue: false, text: side(other.outlet, passage.outlet), cited: both },
    ...(unhedged === words ? [] : [{ kind: "hedge lost", isTrue: false, text: unhedged, cited: [passage] }]),
    ...planted,
    { kind: "other passage", isTrue: false, text: words, cited: [other] },
  ];
}

function annotationOf(id: string, { annotations }: StoryMaterial) {
  const annotation = annotations.get(id);
  if (!annotation) throw new Error(`no annotation of ${id}`);
  return annotation;
}
