import { randomUUID } from "node:crypto";
import { storyIdOf } from "../cluster/story-id.ts";
import type { ArticleId } from "../model/article.ts";
import type { ActNote, EditorAct, EditorDesk, ReportedSentence } from "../model/editor-desk.ts";
import { UserError } from "../model/errors.ts";
import type { ReportAnswer } from "../model/report.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "../store/database.ts";
import { addEditorAct, findEditorAct, holdStories } from "../store/editor-acts.ts";
import { answerReports, forgetAnsweredReports, reopenReports } from "../store/reports.ts";
import {
  findStory,
  mergedStories,
  mergeStory,
  reopenStory,
  saveAssignments,
  storyArticleIds,
  storyNames,
} from "../store/stories.ts";
import { explainArticles } from "./explain-articles.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import { tryWriteStory } from "./write-story.ts";

/** What an act changes; the rest is told by when and by whom. */
type Change = Omit<EditorAct, "id" | "at" | "by" | "reason">;

/** A page has room for a paragraph above its text. */
const longestCorrection = 1000;

export function editorDesk(context: PipelineContext): EditorDesk {
  const { db } = context.store;
  /** Decides, keeps and does an act in one transaction; then writes the pages. */
  const perform = async (
    { by, reason = "" }: ActNote,
    decide: (tx: Queryable, actId: string) => Promise<Change>,
  ): Promise<EditorAct> => {
    const id = randomUUID();
    const act = await db.transaction(async (tx) => {
      await holdStories(tx);
      const at = context.now().toISOString();
      const change = await decide(tx, id);
      const kept = { id, at, by, ...(reason !== "" && { reason }), ...change };
      await addEditorAct(tx, kept);
      await apply(tx, kept);
      return kept;
    });
    // A correction stands beside the page's text and changes none of it.
    if (act.from === act.into) return act;
    await tryWriteStory(context, act.into, console.error);
    if (!act.ends) await tryWriteStory(context, act.from, console.error);
    return act;
  };
  return {
    merge: (from, into, note) =>
      perform(note, async (tx) => {
        const [gone, stays] = [await needStory(tx, from), await needStory(tx, into)];
        if (gone === stays) throw new UserError("usage", "These two are one story already.");
        const articleIds = await storyArticleIds(tx, gone);
        return {
          kind: "merge",
          from: gone,
          into: stays,
          articleIds,
          ends: true,
          addresses: await mergedStories(tx, gone),
        };
      }),
    split: (story, articleIds, note) =>
      perform(note, async (tx, actId) => {
        const from = await needStory(tx, story);
        await needSome(tx, from, articleIds);
        return { kind: "split", from, into: storyIdOf(actId), articleIds: [...new Set(articleIds)] };
      }),
    move: (story, articleIds, into, note) =>
      perform(note, async (tx) => {
        const [from, to] = [await needStory(tx, story), await needStory(tx, into)];
        if (from === to) throw new UserError("usage", "The articles are in that story already.");
        await needSome(tx, from, articleIds);
        return { kind: "move", from, into: to, articleIds: [...new Set(articleIds)] };
      }),
    correct: (story, text, note, about) =>
      perform(note, async (tx) => {
        const id = await needStory(tx, story);
        if (text.trim() === "") throw new UserError("usage", "A correction says what was wrong and what is right.");
        if (text.length > longestCorrection)
          throw new UserError("usage", `A correction may have ${longestCorrection} characters.`);
        return {
          kind: "correct",
          from: id,
          into: id,
          articleIds: [],
          text: text.trim(),
          ...(about && (await answered(tx, about, "corrected", context.now().toISOString()))),
        };
      }),
    dismiss: (story, about, note) =>
      perform(note, async (tx) => {
        const id = await needStory(tx, story);
        if (!note.reason) throw new UserError("usage", "Say in a word why nothing follows from it.");
        const told = await answered(tx, about, "dismissed", context.now().toISOString());
        return { kind: "dismiss", from: id, into: id, articleIds: [], ...told };
      }),
    undo: (actId, note) => perform(note, (tx) => takenBack(tx, actId)),
    explain: (a, b) => explainArticles(context, a, b),
  };
}

async function apply(tx: Queryable, act: EditorAct): Promise<void> {
  if (act.kind === "undo" && act.reports) await reopenReports(tx, act.reports);
  if (act.ends) return mergeStory(tx, act.from, act.into);
  if (act.reopens) await reopenStory(tx, act.into, act.addresses ?? [], act.from);
  await saveAssignments(
    tx,
    act.articleIds.map((articleId) => ({ articleId, storyId: act.into })),
    act.at,
  );
}

/** Answers reports that are open still, and forgets those that were answered long ago. */
async function answered(
  tx: Queryable,
  { sentence, reports }: ReportedSentence,
  answer: ReportAnswer,
  at: string,
): Promise<ReportedSentence> {
  await forgetAnsweredReports(tx, at);
  const open = await answerReports(tx, reports, answer, at);
  if (open.length === 0) throw new UserError("usage", "These reports were answered already.");
  return { sentence, reports: open.map(({ id }) => id).sort() };
}

/** The act that takes another one back. */
async function takenBack(tx: Queryable, actId: string): Promise<Change> {
  const act = await findEditorAct(tx, actId);
  if (!act) throw new UserError("not-found", `No editor's act has the id "${actId}".`);
  if (act.kind === "undo") throw new UserError("usage", "An undo is not undone; do the act again.");
  if (act.undone) throw new UserError("usage", "This was undone already.");
  const names = await storyNames(tx, [act.from, act.into]);
  const now = (id: StoryId) => names.get(id)?.leadsTo ?? id;
  if (act.kind === "correct" || act.kind === "dismiss") {
    const { reports = [], sentence } = act;
    const about = { ...(sentence !== undefined && { sentence }), ...(reports.length > 0 && { reports }) };
    return { kind: "undo", undoes: act.id, from: now(act.into), into: now(act.into), articleIds: [], ...about };
  }
  // Where the articles went, which may have become part of another story since.
  const source = now(act.into);
  const members = await storyArticleIds(tx, source);
  const back = members.filter((id) => act.articleIds.includes(id));
  const undo = { kind: "undo", undoes: act.id, from: source } as const;
  if (act.kind !== "merge" && now(act.from) === source)
    throw new UserError("usage", "The two stories were made one since; there is nothing left to undo.");
  // A story that a split made ends with it, and what joined it since goes along.
  if (act.kind === "split" && source === act.into)
    return { ...undo, into: now(act.from), articleIds: members, ends: true };
  if (back.length === 0)
    throw new UserError("usage", "All its articles were moved on since; there is nothing left to undo.");
  if (act.kind === "merge")
    return { ...undo, into: act.from, articleIds: back, reopens: true, addresses: act.addresses ?? [] };
  return { ...undo, into: now(act.from), articleIds: back, ...(back.length === members.length && { ends: true }) };
}

/** The story of an id, or the one it is part of now; one without articles is none. */
async function needStory(tx: Queryable, id: StoryId): Promise<StoryId> {
  const story = await findStory(tx, id);
  if (!story || (await storyArticleIds(tx, story.id)).length === 0)
    throw new UserError("not-found", `There is no story "${id}"; \`backstory story list\` shows them.`);
  return story.id;
}

/** Some of a story's articles, and not all of them. */
async function needSome(tx: Queryable, story: StoryId, articleIds: readonly ArticleId[]): Promise<void> {
  const members = new Set(await storyArticleIds(tx, story));
  const strangers = articleIds.filter((id) => !members.has(id));
  if (articleIds.length === 0) throw new UserError("usage", "No article is chosen.");
  if (strangers.length > 0)
    throw new UserError(
      "usage",
      `${strangers.join(", ")} is not in story ${story}; \`backstory story show ${story} --articles\` lists what is.`,
    );
  if (new Set(articleIds).size === members.size)
    throw new UserError(
      "usage",
      "At least one article must stay in the story; to move all of them, merge the stories.",
    );
}
