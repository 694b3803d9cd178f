import type { StoryId } from "../../model/story.ts";
import type { ListedAct } from "../../store/editor-acts.ts";
import { storyNames } from "../../store/stories.ts";
import type { ListingView } from "../site/listing-view.ts";
import { Ago } from "../site/time.tsx";
import type { Visit } from "./desk-session.ts";

/** Says that the form was made for this visit. */
export function CsrfField({ visit }: { visit: Visit }) {
  return <input type="hidden" name="csrf" value={visit.csrf} />;
}

/** What could not be done; nothing where all went well. */
export function Problem({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}

/** Where an editor writes a correction. */
export function CorrectionField({ text = "", id = "text" }: { text?: string; id?: string }) {
  return (
    <p class="reason">
      <label for={id}>
        What was wrong and what is right; shown with its date on the story's page and on /corrections
      </label>
      <textarea id={id} name="text" rows={3} maxlength={1000}>
        {text}
      </textarea>
    </p>
  );
}

export function deskPath(storyId: StoryId): string {
  return `/desk/story/${encodeURIComponent(storyId)}`;
}

interface ActsProps {
  readonly acts: readonly ListedAct[];
  readonly view: ListingView;
  readonly visit: Visit;
}

/** What editors did, a line each, with a button to undo what can be undone. */
export async function Acts({ acts, view, visit }: ActsProps) {
  const { site, dates, now } = view;
  const names = await storyNames(
    site.db,
    acts.flatMap(({ from, into }) => [from, into]),
  );
  const Story = ({ id }: { id: StoryId }) => {
    const known = names.get(id);
    return (
      <a href={deskPath(known?.leadsTo ?? id)}>
        {known?.headline ?? "a story without a page"} <small>{id}</small>
      </a>
    );
  };
  return (
    <ul class="acts">
      {acts.map((act) => {
        const { id, at, by, reason, undone, kind } = act;
        return (
          <li>
            <p>
              <ActWords act={act} from={<Story id={act.from} />} into={<Story id={act.into} />} />
              {reason !== undefined && <q>{reason}</q>}
            </p>
            <p class="act-facts">
              {by}, <Ago at={at} now={now} dates={dates} />
              {undone && " · undone since"}
            </p>
            {!undone && kind !== "undo" && (
              <form method="post" action="/desk/undo">
                <CsrfField visit={visit} />
                <input type="hidden" name="act" value={id} />
                <button type="submit" aria-label={`Undo: ${kind}, ${dates.moment(at)}`}>
                  Undo
                </button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function reportsOf({ reports = [] }: ListedAct): string {
  return reports.length === 1 ? "one report" : `${reports.length} reports`;
}

function ActWords({ act, from, into }: { act: ListedAct; from: unknown; into: unknown }) {
  const articles = act.articleIds.length === 1 ? "One article" : `${act.articleIds.length} articles`;
  switch (act.kind) {
    case "merge":
      return (
        <>
          <b>Merged</b> {from} into {into}.{" "}
        </>
      );
    case "split":
      return (
        <>
          <b>Split</b> {articles.toLowerCase()} off {from} as {into}.{" "}
        </>
      );
    case "move":
      return (
        <>
          <b>Moved</b> {articles.toLowerCase()} from {from} to {into}.{" "}
        </>
      );
    case "correct":
      return (
        <>
          <b>Corrected</b> {into}: <q>{act.text}</q>{" "}
        </>
      );
    case "dismiss":
      return (
        <>
          <b>Dismissed</b> {reportsOf(act)} of {into}: <q>{act.sentence}</q>{" "}
        </>
      );
    case "undo":
      if (act.from === act.into)
        return (
          <>
            <b>Undone</b> on {into}
            {act.reports && `: ${reportsOf(act)} open again`}.{" "}
          </>
        );
      return (
        <>
          <b>Undone</b>: {articles.toLowerCase()} went back from {from} to {into}.{" "}
        </>
      );
  }
}

/** From a page of the desk to its first. */
export function DeskBack() {
  return (
    <p class="desk-back">
      <a href="/desk">The editor's desk</a>
    </p>
  );
}
