import { z } from "zod";
import { subjects } from "../../model/edition.ts";
import { outletUses } from "../../model/outlet.ts";

/*
 * What the API replies, as schemas: /openapi.json is made from them, and tests hold every reply to them, field by field. What is not known is absent. Fields
 * may be added, so a reader ignores those it does not know.
 */

const time = z.iso.datetime().describe("ISO 8601, UTC");
const language = z.string().describe("BCP 47");
const count = z.int().min(0);
const sample = z.literal(true).optional().describe("Present in the sample edition, where everything is invented.");

export const ErrorReply = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
  sample,
});

const TextQuoteSelector = z.object({ type: z.literal("TextQuoteSelector"), exact: z.string() });
const TextPositionSelector = z.object({ type: z.literal("TextPositionSelector"), start: count, end: count });

export const Citation = z
  .object({
    articleId: z.string(),
    start: count.describe("UTF-16 units into the article's text"),
    end: count,
    quote: z.string(),
    selector: z.tuple([TextQuoteSelector, TextPositionSelector]),
  })
  .describe("The exact words that bear a sentence out; its selectors are those of the W3C Web Annotation Data Model.");

export const Claim = z
  .object({
    text: z.string(),
    voice: z.enum(["fact", "attributed", "analysis"]),
    citations: z.array(Citation).min(1),
    written: z.literal(true).optional().describe("A language model put it in these words."),
    language: language.optional().describe("It is an outlet's sentence in another language than the page's."),
    translation: z.string().optional().describe("The same in the page's language, by a language model."),
  })
  .describe("A published sentence.");

const claims = z.array(Claim);

export const Disagreement = z.object({
  subject: z.string(),
  versions: z.array(
    z.object({
      value: z.string(),
      outlets: z.array(z.string()),
      at: time.describe("when it was last reported so"),
      citations: z.array(Citation).min(1),
    }),
  ),
});

const Card = z.object({
  entityId: z.string(),
  name: z.string(),
  type: z.enum(["PER", "ORG", "LOC", "MISC"]),
  description: z.string(),
  asOf: z.string().optional(),
  source: z.union([
    z.looseObject({ kind: z.enum(["facts", "wikipedia", "wikidata"]) }),
    z.object({ kind: z.literal("articles"), citations: z.array(Citation).min(1) }),
  ]),
});

const linked = z.object({ storyId: z.string(), headline: z.string() });

export const Section = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("what-happened"), claims }),
    z.object({ kind: z.literal("behind-the-headline"), thesis: Claim, claims, inSum: Claim.optional() }),
    z.object({
      kind: z.literal("what-the-papers-say"),
      claims,
      outlets: z.array(z.object({ outlet: z.string(), emphasis: claims, onlyHere: claims, omits: claims })),
      disagreements: z.array(Disagreement),
      consensus: claims,
      unknowns: claims,
    }),
    z.object({
      kind: z.literal("how-we-got-here"),
      claims,
      timeline: z.array(z.object({ date: z.string().describe("cut to the grain that is known"), claims })),
      earlierStories: z.array(linked.extend({ at: time })),
    }),
    z.object({
      kind: z.literal("questions"),
      claims,
      questions: z.array(z.object({ slug: z.string(), question: z.string(), teaser: z.string(), answer: claims })),
      relatedStories: z.array(linked.extend({ reason: z.string() })),
    }),
    z.object({ kind: z.literal("topics"), claims, entities: z.array(Card) }),
  ])
  .describe("A part of the page, in the page's order.");

export const Source = z.object({
  articleId: z.string(),
  outlet: z.string(),
  url: z.string().optional(),
  title: z.string(),
  publishedAt: time.optional(),
  language,
  genre: z.string(),
  copyOf: z.string().optional().describe("the article whose text it prints"),
  revisited: z
    .object({ at: time, found: z.enum(["changed", "gone"]) })
    .optional()
    .describe("its outlet changed or withdrew it after it was cited"),
});

const Writing = z.object({
  model: z.string(),
  parts: z.array(z.object({ part: z.string(), template: z.string() })),
  usage: z.object({ inputTokens: count, outputTokens: count, cost: z.number().optional() }),
  judged: count.optional(),
});

export const Story = z
  .object({
    url: z.url(),
    counts: z
      .object({ articles: count, outlets: count, origins: count })
      .describe("what the story has now; copies of one text and outlets of one owner are one origin"),
    corrections: z
      .array(z.object({ id: z.string(), at: time, text: z.string(), sentence: z.string().optional() }))
      .optional()
      .describe("what an editor corrected on it, the newest first"),
    storyId: z.string(),
    revision: z.int().min(1),
    language,
    engine: z.enum(["extractive", "model"]),
    writing: Writing.optional(),
    writtenAt: time,
    headline: Claim,
    standfirst: Claim,
    sections: z.array(Section),
    sources: z.array(Source),
    skipped: z.array(z.object({ part: z.string(), reason: z.string(), count, written: z.literal(true).optional() })),
    sample,
  })
  .describe("A story's page.");

export const StoryLine = z
  .object({
    id: z.string(),
    url: z.url(),
    headline: z.string().optional(),
    standfirst: z.string().optional(),
    language: language.optional(),
    subject: z.enum(subjects).optional(),
    articles: count,
    outlets: count,
    origins: count.describe("independent origins"),
    firstSeenAt: time,
    newestAt: time.optional(),
    writtenAt: time.optional(),
    writer: z.string().optional().describe("the language model that wrote any part of its page"),
  })
  .describe("A story in a list.");

export const StoryList = z.object({
  stories: z.array(StoryLine),
  next: count.optional().describe("the offset that goes on, where more follow"),
  sample,
});

export const Revisions = z.object({
  storyId: z.string(),
  revisions: z.array(z.object({ revision: z.int().min(1), writtenAt: time, headline: z.string(), sources: count })),
  sample,
});

export const Changes = z.object({
  changes: z.array(
    z.object({ storyId: z.string(), url: z.url(), revision: z.int().min(1), writtenAt: time, headline: z.string() }),
  ),
  next: z.string().optional().describe("what to ask `since` next; absent where nothing was written yet"),
  sample,
});

export const Outlets = z.object({
  outlets: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      site: z.string().optional(),
      country: z.string().optional().describe("ISO 3166-1 alpha-2"),
      place: z.string().optional(),
      owner: z.string().optional(),
      family: z.string(),
      kind: z.string(),
      language: language.optional(),
      use: z.enum(outletUses),
      asOf: z.string().optional(),
    }),
  ),
  sample,
});

export const Progress = z.object({
  stage: z.string(),
  feeds: count,
  polled: count,
  failing: count,
  articles: count,
  stories: count,
  written: count,
  items: z.object({ waiting: count, resting: count, read: count, skipped: count }),
  unassigned: count,
  stale: count,
  sample,
});
