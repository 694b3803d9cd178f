import { UserError } from "../../model/errors.ts";
import type { Report, ReportKind } from "../../model/report.ts";
import type { StoryId } from "../../model/story.ts";
import { briefingAt } from "../../store/briefings.ts";
import { openReports } from "../../store/reports.ts";
import { storyNames } from "../../store/stories.ts";
import { type ListingView, listingView } from "../site/listing-view.ts";
import { findSentence } from "../site/reported-sentence.ts";
import { Ago } from "../site/time.tsx";
import { sendDeskPage } from "./desk-document.tsx";
import { type DeskRequest, forEditors } from "./desk-handler.tsx";
import { CorrectionField, CsrfField, DeskBack, deskPath, Problem } from "./desk-parts.tsx";

/** More wait for the next time: an editor answers one after the other. */
const mostShown = 200;

const kinds: Readonly<Record<ReportKind, string>> = {
  passage: "not in the passage",
  attribution: "wrong outlet or speaker",
  outdated: "outdated",
  "private-person": "names a private person",
  other: "something else",
};

/** GET /desk/reports: what readers reported and nobody has answered, by sentence. */
export const showReports = forEditors((request) => sendReports(request));

/** POST /desk/reports: answers the reports of one sentence that were shown, with a correction or with why nothing follows. */
export const answerReport = forEditors(async (request, editor) => {
  const { context, acts, form } = request;
  const note = { by: editor, reason: form.reason };
  const about = { sentence: form.sentence, reports: form.report };
  try {
    switch (form.do) {
      case "correct":
        await acts.correct(form.target, form.text, note, about);
        break;
      case "dismiss":
        await acts.dismiss(form.target, about, note);
        break;
      default:
        throw new UserError("usage", "The form does not say what to do.");
    }
    return context.redirect("/desk/reports", 303);
  } catch (error) {
    if (error instanceof UserError) return sendReports(request, error.message);
    throw error;
  }
});

async function sendReports(request: DeskRequest, problem?: string): Promise<Response> {
  const { context, site } = request;
  const view = listingView(site);
  const reports = await openReports(site.db, mostShown);
  const names = await storyNames(
    site.db,
    reports.map(({ storyId }) => storyId),
  );
  return sendDeskPage(
    context,
    site,
    "Reports of readers",
    <>
      <DeskBack />
      <h1>Reports of readers</h1>
      <Problem text={problem} />
      {reports.length === 0 && <p class="empty">No report is open.</p>}
      {bySentence(reports).map((group, index) => (
        <ReportedSentence
          reports={group}
          index={index}
          headline={names.get(group[0].storyId)?.headline}
          view={view}
          request={request}
        />
      ))}
    </>,
    problem === undefined ? 200 : 400,
  );
}

type Group = readonly [Report, ...Report[]];

/** The reports of each sentence together, in the order of their newest. */
function bySentence(reports: readonly Report[]): Group[] {
  const groups = new Map<string, Group>();
  for (const report of reports) {
    const key = JSON.stringify([report.storyId, report.sentence]);
    const group = groups.get(key);
    groups.set(key, group ? [...group, report] : [report]);
  }
  return [...groups.values()];
}

interface ReportedSentenceProps {
  readonly reports: Group;
  readonly index: number;
  readonly headline: string | undefined;
  readonly view: ListingView;
  readonly request: DeskRequest;
}

function ReportedSentence({ reports, index, headline, view, request: { visit, form } }: ReportedSentenceProps) {
  const [newest] = reports;
  const { storyId, sentence, revision } = newest;
  const isFilled = form.target === storyId && form.sentence === sentence;
  return (
    <section class="reported-sentence">
      <p class="hint">
        <a href={deskPath(storyId)}>{headline ?? storyId}</a>, version {revision} ·{" "}
        {reports.length === 1 ? "one report" : `${reports.length} reports`}
      </p>
      <blockquote class="reported" dir="auto">
        {sentence}
      </blockquote>
      <Passages storyId={storyId} revision={revision} sentence={sentence} view={view} />
      <ul class="acts">
        {reports.map(({ kind, words, contact, at }) => (
          <li>
            <p>
              <b>{kinds[kind]}</b>
              {words !== undefined && <span class="reader-words">{words}</span>}
            </p>
            <p class="act-facts">
              <Ago at={at} now={view.now} dates={view.dates} />
              {contact !== undefined && ` · answer to ${contact}`}
            </p>
          </li>
        ))}
      </ul>
      <form class="story-acts" method="post" action="/desk/reports">
        <CsrfField visit={visit} />
        <input type="hidden" name="target" value={storyId} />
        <input type="hidden" name="sentence" value={sentence} />
        {reports.map(({ id }) => (
          <input type="hidden" name="report" value={id} />
        ))}
        <CorrectionField id={`text-${index}`} text={isFilled ? form.text : ""} />
        <p class="reason">
          <label for={`reason-${index}`}>Why, for the list of acts; a dismissal needs one</label>
          <input id={`reason-${index}`} name="reason" value={isFilled ? form.reason : ""} maxlength={300} />
        </p>
        <p class="actions">
          <button type="submit" name="do" value="correct">
            Log the correction
          </button>
          <button type="submit" name="do" value="dismiss">
            Dismiss
          </button>
        </p>
      </form>
    </section>
  );
}

interface PassagesProps {
  readonly storyId: StoryId;
  readonly revision: number;
  readonly sentence: string;
  readonly view: ListingView;
}

/** What the sentence stood on in the version that was reported. */
async function Passages({ storyId, revision, sentence, view: { site } }: PassagesProps) {
  const briefing = await briefingAt(site.db, storyId, revision);
  const found = briefing && (await findSentence(site.db, briefing, { words: sentence }));
  if (!briefing || !found) return <p class="hint">That version is gone, and its passages with it.</p>;
  const sources = new Map(briefing.sources.map((source) => [source.articleId, source]));
  return found.citations.map(({ articleId, quote }) => (
    <figure class="passage">
      <blockquote lang={sources.get(articleId)?.language} dir="auto">
        {quote}
      </blockquote>
      <figcaption>{sources.get(articleId)?.outlet}</figcaption>
    </figure>
  ));
}
