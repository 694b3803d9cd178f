import type { Context } from "hono";
import { briefingAt, listRevisions } from "../../store/briefings.ts";
import { findQuestion } from "../../store/questions.ts";
import { findStory, type StoryRow } from "../../store/stories.ts";
import type { SiteEdition } from "../site-edition.ts";
import { comparePath, questionPath, revisionsPath, storyIdIn, storyPath } from "./addresses.ts";
import { ComparePage, comparedOutlets } from "./compare-page.tsx";
import { sendPage } from "./document.ts";
import { loadStory } from "./load-story.ts";
import { QuestionPage } from "./question-page.tsx";
import { ChangesPage, RevisionsPage } from "./revisions-page.tsx";
import { StoryPage } from "./story-page.tsx";
import { storyView } from "./story-view.ts";

/** GET /story/:address */
export async function showStory(context: Context, site: SiteEdition): Promise<Response> {
  const story = await storyAt(context, site);
  if (!story) return context.notFound();
  if (isElsewhere(context, story)) return context.redirect(storyPath(story), 301);
  const loaded = await loadStory(site.db, story);
  return loaded ? sendPage(context, <StoryPage view={storyView(loaded, site)} />) : context.notFound();
}

/** GET /story/:address/revisions */
export async function showRevisions(context: Context, site: SiteEdition): Promise<Response> {
  const story = await storyAt(context, site);
  if (!story) return context.notFound();
  if (isElsewhere(context, story)) return context.redirect(revisionsPath(story), 301);
  const revisions = await listRevisions(site.db, story.id);
  return sendPage(context, <RevisionsPage story={story} revisions={revisions} site={site} />);
}

/** GET /story/:address/history: another name for its revisions. */
export async function showHistory(context: Context, site: SiteEdition): Promise<Response> {
  const story = await storyAt(context, site);
  return story ? context.redirect(revisionsPath(story), 301) : context.notFound();
}

/** GET /story/:address/revisions/:which, where "3" is that revision and "2-5" what changed between the two. */
export async function showRevision(context: Context, site: SiteEdition): Promise<Response> {
  const story = await storyAt(context, site);
  const which = /^(?:([1-9]\d{0,8})-)?([1-9]\d{0,8})$/.exec(context.req.param("which") ?? "");
  if (!story || !which || isElsewhere(context, story)) return context.notFound();
  const [from, revision] = [which[1], which[2]].map(Number);
  if (which[1] !== undefined) {
    const [older, newer] = [
      await briefingAt(site.db, story.id, Math.min(Number(from), Number(revision))),
      await briefingAt(site.db, story.id, Math.max(Number(from), Number(revision))),
    ];
    if (!older || !newer) return context.notFound();
    return sendPage(context, <ChangesPage story={story} older={older} newer={newer} site={site} />);
  }
  const loaded = await loadStory(site.db, story, Number(revision));
  return loaded ? sendPage(context, <StoryPage view={storyView(loaded, site)} />) : context.notFound();
}

/** GET /story/:address/compare?outlets=: ids, with commas between them or each in a parameter of its own, as forms send them. */
export async function showCompare(context: Context, site: SiteEdition): Promise<Response> {
  const story = await storyAt(context, site);
  if (!story) return context.notFound();
  const asked = (context.req.queries("outlets") ?? []).flatMap((ids) => ids.split(","));
  if (isElsewhere(context, story)) return context.redirect(comparePath(story, asked), 301);
  const loaded = await loadStory(site.db, story);
  if (!loaded) return context.notFound();
  const view = storyView(loaded, site);
  const compared = comparedOutlets(view, asked);
  return compared.length < 2 ? context.notFound() : sendPage(context, <ComparePage compared={compared} view={view} />);
}

/** GET /story/:address/:question. A question outlives the revision it came with, and the merging of its story. */
export async function showQuestion(context: Context, site: SiteEdition): Promise<Response> {
  const story = await storyAt(context, site);
  const slug = context.req.param("question") ?? "";
  if (!story) return context.notFound();
  if (isElsewhere(context, story)) {
    const moved = await findQuestion(site.db, story.id, slug);
    return context.redirect(moved ? questionPath(story, slug) : storyPath(story), 301);
  }
  const question = await findQuestion(site.db, story.id, slug);
  const loaded = question && (await loadStory(site.db, story));
  if (!loaded) return context.notFound();
  return sendPage(context, <QuestionPage question={question} view={storyView(loaded, site, question.answer)} />);
}

/** The story of an address, as far as it still has articles; a merged one is the story it became. */
export async function storyAt(context: Context, site: SiteEdition): Promise<StoryRow | undefined> {
  const story = await findStory(site.db, storyIdIn(context.req.param("address") ?? ""));
  return story !== undefined && story.articles > 0 ? story : undefined;
}

/** True where readers should be sent to the story's own address: a slug that is not its own, or a merged story's. */
export function isElsewhere(context: Context, story: StoryRow): boolean {
  return `/story/${encodeURIComponent(context.req.param("address") ?? "")}` !== storyPath(story);
}
