import { isDeepStrictEqual } from "node:util";
import { findKinStories, type KinStories, type StoryProfile } from "../cluster/kin-stories.ts";
import { countOrigins } from "../cluster/origins.ts";
import { rankFactsOf, rankStory } from "../cluster/rank-story.ts";
import { subjectOf } from "../cluster/subject-of.ts";
import { loadSubjectClassifier } from "../learned.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { type Briefing, writerOf } from "../model/briefing.ts";
import { outletRegister, slugOf } from "../model/outlet.ts";
import type { StoryId } from "../model/story.ts";
import { storyMembers } from "../store/articles.ts";
import { appendBriefing, latestBriefing } from "../store/briefings.ts";
import { entityFrequencies, saveStoryEntities, storiesSharing } from "../store/entities.ts";
import { findNameArticles, saveWishes } from "../store/name-lookups.ts";
import { listOutlets } from "../store/outlets.ts";
import { saveQuestions } from "../store/questions.ts";
import { indexStory } from "../store/search.ts";
import { emptyStory, findStory, setStoryFacts } from "../store/stories.ts";
import { setUnwritten } from "../store/unwritten-stories.ts";
import { personName } from "../text/person-name.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import { type StoryToWrite, WorkStopped } from "./work-pool.ts";
import { writePage } from "./write-page.ts";

/**
 * Writes a story's page as `writeStory` does; a fault in it is kept with the story and told to `onFault`, so that one page never stops the
 * others. What the store itself throws goes through: then nothing can be written.
 */
export async function tryWriteStory(
  context: PipelineContext,
  storyId: StoryId,
  onFault: (error: unknown) => void = () => {},
): Promise<"written" | "unwritten"> {
  const { db } = context.store;
  try {
    await writeStory(context, storyId);
    return "written";
  } catch (error) {
    if (error instanceof WorkStopped) return "unwritten";
    const story = await findStory(db, storyId);
    if (story?.id !== storyId) return "unwritten";
    const reason = error instanceof Error ? error.message : String(error);
    await setUnwritten(db, storyId, story.change, reason.slice(0, 500));
    onFault(error);
    return "unwritten";
  }
}

/**
 * Writes the next revision of a story's page from all its articles, and what the front page, the topics and the search know of it. A story
 * whose page would read the same gets no new revision. Safe to call again at any time.
 */
export async function writeStory(context: PipelineContext, storyId: StoryId): Promise<void> {
  const { db } = context.store;
  const story = await findStory(db, storyId);
  if (!story || story.id !== storyId) return;
  const { articles, annotations, copies, subjects } = await storyMembers(db, storyId);
  if (articles.length === 0) return emptyStory(db, storyId, story.change);
  const outlets = await listOutlets(db);
  const before = await latestBriefing(db, storyId);
  const register = outletRegister(outlets);
  const counts = countOrigins(articles, copies, register);
  const times = articles.map(({ publishedAt }) => publishedAt).sort();
  const [firstSeenAt = "", newestAt = ""] = [times[0], times.at(-1)];
  const named = namesIn(annotations);
  const kin = await kinOf(context, { storyId, headline: story.headline ?? "", firstSeenAt, newestAt, entities: named });
  const { minArticles, minOrigins } = context.config.stories;
  // What no reader finds on the front page is not paid for.
  const isShown = articles.length >= minArticles && counts.origins >= minOrigins;
  const account = isShown ? context.modelAccount : undefined;
  const { online } = context.config.knowledge;
  const language = pageLanguage(articles, context.config.languages);
  const now = context.now().toISOString();
  const asked: StoryToWrite = {
    storyId,
    articles,
    annotations,
    copies,
    outlets,
    earlierStories: kin.earlier,
    relatedStories: kin.related,
    ...(online && { found: await findNameArticles(db, language, allNames(annotations), now) }),
    language,
    now,
    revision: (before?.revision ?? 0) + 1,
  };
  const { briefing, undescribed } = await writePage(context.workers, asked, account);
  const writer = writerOf(briefing);
  await db.transaction(async (tx) => {
    const isNew = before === undefined || !readsTheSame(before, briefing);
    if (isNew) await appendBriefing(tx, briefing);
    const questions = briefing.sections.find(({ kind }) => kind === "questions");
    if (isNew) await saveQuestions(tx, storyId, questions?.kind === "questions" ? questions.questions : []);
    const topics = briefing.sections.find(({ kind }) => kind === "topics");
    await saveStoryEntities(tx, storyId, topics?.kind === "topics" ? topics.entities : [], named);
    if (online && isShown) await saveWishes(tx, storyId, undescribed, now);
    if (isNew) await indexStory(tx, storyId, wordsOf(briefing), briefing.language);
    await setStoryFacts(tx, storyId, {
      headline: briefing.headline.text,
      // An address never changes once it is given: the first headline makes it.
      slug: story.slug ?? slugOf(briefing.headline.text),
      subject: subjectOf(articles, subjects, loadSubjectClassifier()),
      rank: rankStory(rankFactsOf(articles, copies, register)),
      articles: articles.length,
      outlets: counts.outlets,
      origins: counts.origins,
      firstSeenAt,
      newestAt,
      language: briefing.language,
      standfirst: briefing.standfirst.text,
      writtenAt: briefing.writtenAt,
      ...(writer !== undefined && { writer }),
      change: story.change,
    });
  });
  context.store.changes.announce(storyId, briefing.revision);
}

async function kinOf(context: PipelineContext, story: StoryProfile): Promise<KinStories> {
  const { db } = context.store;
  const ids = [...story.entities.keys()];
  if (ids.length < 2) return { earlier: [], related: [] };
  const [{ stories, naming }, others] = [
    await entityFrequencies(db, ids),
    await storiesSharing(db, story.storyId, ids),
  ];
  return findKinStories(story, others, naming, stories);
}

/** So many names stand for a story when it is compared with others; more are passing mentions. */
const comparedNames = 12;

/** The names most articles of a story have, by entity. */
function namesIn(annotations: ReadonlyMap<ArticleId, Annotation>): ReadonlyMap<string, string> {
  const found = new Map<string, { name: string; articles: number }>();
  for (const { mentions } of annotations.values()) {
    const here = new Map(
      mentions.flatMap(({ entityId, name }) => (entityId === undefined ? [] : [[entityId, name] as const])),
    );
    for (const [id, name] of here) {
      const known = found.get(id);
      found.set(id, { name: known?.name ?? name, articles: (known?.articles ?? 0) + 1 });
    }
  }
  const ranked = [...found].sort(([a, x], [b, y]) => y.articles - x.articles || (a < b ? -1 : 1));
  return new Map(ranked.slice(0, comparedNames).map(([id, { name }]) => [id, name]));
}

/** Every name of a story as a card may give it. */
function allNames(annotations: ReadonlyMap<ArticleId, Annotation>): string[] {
  const names = [...annotations.values()].flatMap(({ mentions }) =>
    mentions.flatMap(({ name, type }) => (type === "PER" ? [name, personName(name)] : [name])),
  );
  return [...new Set(names)];
}

/** Most articles' language decides the page's, the edition's first language a tie. */
function pageLanguage(articles: readonly Article[], languages: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const { language } of articles) {
    const primary = String(language.split("-")[0]);
    counts.set(primary, (counts.get(primary) ?? 0) + 1);
  }
  const order = (language: string) => (languages.includes(language) ? languages.indexOf(language) : languages.length);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || order(a[0]) - order(b[0]));
  return best?.[0] ?? languages[0] ?? "en";
}

/** Every sentence of a page, for the search. */
function wordsOf(briefing: Briefing): string {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("text" in value && typeof value.text === "string") texts.push(value.text);
    for (const [key, one] of Object.entries(value)) if (key !== "citations") collect(one);
  };
  collect([briefing.headline, briefing.standfirst, briefing.sections]);
  for (const { title } of briefing.sources) texts.push(title);
  return texts.join("\n");
}

/** True where only the time of writing and the number of the revision differ. */
function readsTheSame(a: Briefing, b: Briefing): boolean {
  return isDeepStrictEqual({ ...a, revision: 0, writtenAt: "" }, { ...b, revision: 0, writtenAt: "" });
}
