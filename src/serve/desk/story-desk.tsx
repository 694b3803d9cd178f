import { z } from "zod";
import type { EditorAct } from "../../model/editor-desk.ts";
import { UserError } from "../../model/errors.ts";
import type { StoryId } from "../../model/story.ts";
import { storyMembers } from "../../store/articles.ts";
import { latestEditorActs } from "../../store/editor-acts.ts";
import { storiesNear } from "../../store/entities.ts";
import { searchStories } from "../../store/search.ts";
import { findStories, findStory, type StoryRow } from "../../store/stories.ts";
import { readQuery } from "../query.ts";
import { externalUrl, storyIdIn, storyPath } from "../site/addresses.ts";
import { type ListingView, listingView } from "../site/listing-view.ts";
import { StoryFigures } from "../site/story-entry.tsx";
import { Time } from "../site/time.tsx";
import { sendDeskPage } from "./desk-document.tsx";
import { type DeskForm, type DeskRequest, forEditors } from "./desk-handler.tsx";
import { StoryLine, sendDesk } from "./desk-page.tsx";
import { Acts, CorrectionField, CsrfField, DeskBack, deskPath, Problem } from "./desk-parts.tsx";

/** So many other stories are offered to merge with or move to. */
const offered = 8;
const latestActs = 10;

/** GET /desk/story/:id: a story's articles, what can be done with them, and what was done. */
export const showStoryDesk = forEditors(async (request) => {
  const { context, site } = request;
  const asked = context.req.param("id") ?? "";
  const story = await findStory(site.db, asked);
  if (!story) return sendDesk(request, `There is no story "${asked}".`);
  return story.id === asked ? sendStory(request, story) : context.redirect(deskPath(story.id), 303);
});

/** POST /desk/story/:id: does what the pressed button says with the ticked articles. */
export const actOnStory = forEditors(async (request, editor) => {
  const { context, site, acts, form } = request;
  const story = await findStory(site.db, context.req.param("id") ?? "");
  if (!story) return sendDesk(request, "There is no such story any more.");
  const note = { by: editor, reason: form.reason };
  try {
    switch (form.do) {
      case "find":
        return await sendStory(request, story);
      case "split":
        return goTo(request, await acts.split(story.id, form.article, note), story.id);
      case "move":
        return goTo(request, await acts.move(story.id, form.article, target(form), note), story.id);
      case "merge":
        return goTo(request, await acts.merge(story.id, target(form), note));
      case "correct":
        return goTo(request, await acts.correct(story.id, form.text, note));
      case "why": {
        const [a, b, ...more] = form.article;
        if (a === undefined || b === undefined || more.length > 0)
          throw new UserError("usage", "Tick two articles to see why they are, or are not, one story.");
        return context.redirect(`/desk/why?${new URLSearchParams({ a, b })}`, 303);
      }
      default:
        throw new UserError("usage", "The form does not say what to do.");
    }
  } catch (error) {
    if (error instanceof UserError) return sendStory(request, story, error.message);
    throw error;
  }
});

/** POST /desk/undo */
export const undoAct = forEditors(async (request, editor) => {
  try {
    return goTo(request, await request.acts.undo(request.form.act, { by: editor, reason: request.form.reason }));
  } catch (error) {
    if (error instanceof UserError) return sendDesk(request, error.message);
    throw error;
  }
});

function goTo({ context }: DeskRequest, act: EditorAct, storyId: StoryId = act.into): Response {
  return context.redirect(`${deskPath(storyId)}?done=${encodeURIComponent(act.id)}`, 303);
}

/** The other story, by its id or any address of it. */
function target({ target: chosen, address: given }: DeskForm): StoryId {
  const [path = ""] = (given === "" ? chosen : given).split(/[?#]/);
  const [, last = path] = /\/story\/([^/]+)/.exec(path) ?? [];
  const id = storyIdIn(last);
  if (id === "") throw new UserError("usage", "Choose the other story, or give its id or address.");
  return id;
}

async function sendStory(request: DeskRequest, story: StoryRow, problem?: string): Promise<Response> {
  const { context, site, visit, form } = request;
  const { done } = readQuery(context, { done: z.string().max(60).optional() });
  const [{ articles, copies }, acts, others] = [
    await storyMembers(site.db, story.id),
    await latestEditorActs(site.db, latestActs, story.id),
    await otherStories(request, story.id),
  ];
  const justDone = acts.filter(({ id }) => id === done);
  const view = listingView(site);
  const path = deskPath(story.id);
  return sendDeskPage(
    context,
    site,
    story.headline ?? story.id,
    <>
      <DeskBack />
      <h1 lang={story.language}>{story.headline ?? story.id}</h1>
      <StoryFigures story={story} view={view} />
      <p class="hint">
        <a href={storyPath(story)}>Its page</a> · id <code>{story.id}</code>
      </p>
      <Problem text={problem} />
      {justDone.length > 0 && (
        <div class="done" role="status">
          <Acts acts={justDone} view={view} visit={visit} />
        </div>
      )}
      <form class="story-acts" method="post" action={path}>
        <CsrfField visit={visit} />
        {/* The first button is the one that Enter presses in a field: it must change nothing. */}
        <button class="unseen" type="submit" name="do" value="find" tabindex={-1}>
          Find
        </button>
        <fieldset>
          <legend>Articles</legend>
          <ul class="ticks">
            {articles.map(({ id, outlet, title, publishedAt, url, language }) => (
              <li>
                <label>
                  <input type="checkbox" name="article" value={id} checked={form.article.includes(id)} />
                  <span>
                    <b class="outlet">{outlet}</b> <span lang={language}>{title === "" ? id : title}</span>
                    {copies.has(id) && <span class="label">copy</span>}
                  </span>
                </label>
                <small>
                  <Time at={publishedAt} dates={view.dates} />
                  {externalUrl(url) !== undefined && (
                    <>
                      {" "}
                      <a href={externalUrl(url)} rel="noopener nofollow">
                        original
                      </a>
                    </>
                  )}
                </small>
              </li>
            ))}
          </ul>
          <p class="reason">
            <label for="reason">Reason, for the list of acts</label>
            <input id="reason" name="reason" value={form.reason} maxlength={300} />
          </p>
          <p class="actions">
            <button type="submit" name="do" value="split">
              Split the ticked off
            </button>
            <button type="submit" name="do" value="why">
              Why are two of them one story?
            </button>
          </p>
        </fieldset>
        <fieldset>
          <legend>Another story</legend>
          <Others stories={others} form={form} view={view} />
          <p class="actions">
            <button type="submit" name="do" value="move">
              Move the ticked there
            </button>
            <button type="submit" name="do" value="merge">
              Merge this story into it
            </button>
          </p>
        </fieldset>
      </form>
      <form class="story-acts" method="post" action={path}>
        <CsrfField visit={visit} />
        <fieldset>
          <legend>A correction of ours</legend>
          <CorrectionField text={form.text} />
          <p class="actions">
            <button type="submit" name="do" value="correct">
              Log the correction
            </button>
          </p>
        </fieldset>
      </form>
      {acts.length > justDone.length && (
        <>
          <h2 class="list-head">Acts on this story</h2>
          <Acts acts={acts.filter(({ id }) => id !== done)} view={view} visit={visit} />
        </>
      )}
    </>,
    problem === undefined ? 200 : 400,
  );
}

/** Those with the words that were asked for; without any, those that name most of what this one names. */
async function otherStories({ site, form: { q } }: DeskRequest, id: StoryId): Promise<StoryRow[]> {
  if (q !== "") {
    const found = await searchStories(site.db, q, { language: site.edition.language, limit: offered + 1 });
    return found.filter((story) => story.id !== id).slice(0, offered);
  }
  const near = await storiesNear(site.db, id, offered);
  const found = await findStories(site.db, near);
  return near.flatMap((one) => found.get(one) ?? []).filter((story) => story.id !== id);
}

function Others({ stories, form, view }: { stories: readonly StoryRow[]; form: DeskForm; view: ListingView }) {
  return (
    <>
      <p class="hint">{othersHint(stories.length, form.q)}</p>
      <ul class="ticks">
        {stories.map((story) => (
          <li>
            <label>
              <input type="radio" name="target" value={story.id} checked={form.target === story.id} />
              <span>
                <StoryLine story={story} view={view} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="desk-fields">
        <p>
          <label for="q">Find others by their words</label>
          <span class="find">
            <input id="q" name="q" type="search" value={form.q} maxlength={300} />
            <button type="submit" name="do" value="find">
              Find
            </button>
          </span>
        </p>
        <p>
          <label for="address">Or give its id or address</label>
          <input id="address" name="address" value={form.address} maxlength={500} />
        </p>
      </div>
    </>
  );
}

function othersHint(found: number, q: string): string {
  if (q === "")
    return found === 0 ? "No story names the same people and places." : "These name the same people and places.";
  return found === 0 ? `No other story has all words of “${q}”.` : `These have the words “${q}”.`;
}
