import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { answeredReportDays, reportKinds } from "../../model/report.ts";
import { briefingAt } from "../../store/briefings.ts";
import { addReport } from "../../store/reports.ts";
import type { StoryRow } from "../../store/stories.ts";
import { addressOf, hasEditor } from "../desk/desk-handler.tsx";
import { readQuery, someText, wholeNumber } from "../query.ts";
import { RequestAllowance } from "../request-allowance.ts";
import type { SiteEdition } from "../site-edition.ts";
import { storyPath } from "./addresses.ts";
import { ContactLink } from "./contact-link.tsx";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { findSentence, type PageSentence } from "./reported-sentence.ts";
import { isElsewhere, storyAt } from "./story-routes.tsx";
import { type ReportStrings, reportStrings } from "./strings/report-strings.ts";
import { stringsFor } from "./strings/site-strings.ts";

const place = { sentence: someText(1, 40), revision: wholeNumber(1, 1_000_000_000) };
const longestWords = 1000;
const longestContact = 200;

/** A reader's own text. No database takes a NUL. */
const plainText = (max: number) =>
  z
    .string()
    // A form sends each line's end as two characters; readers count one.
    .transform((text) => text.replaceAll("\r\n", "\n").replaceAll("\u0000", "").toWellFormed().trim())
    .pipe(z.string().max(max))
    .default("");
const form = z.object({
  ...place,
  kind: z.enum(reportKinds),
  words: plainText(longestWords),
  contact: plainText(longestContact),
  website: z.string().default(""),
});

/** A reader who goes through a page has more than one to report; all readers together no more than an editor can read. One for each site that runs in this process. */
const allowances = new WeakMap<SiteEdition, { readonly each: RequestAllowance; readonly all: RequestAllowance }>();
const [mostOfOne, oneEveryMs] = [5, 600_000];
const [mostOfAll, allEveryMs] = [60, 60_000];

/** What a report is about, where it can be taken. */
interface Reported {
  readonly story: StoryRow;
  readonly revision: number;
  readonly note: string;
  readonly sentence: PageSentence;
  readonly words: ReportStrings;
}

/** GET /story/:address/report?sentence=&revision=: the form, or whom to write to where no editor would read it. */
export async function showReport(context: Context, site: SiteEdition): Promise<Response> {
  const { sentence, revision } = readQuery(context, place);
  return withSentence(context, site, { note: sentence, revision }, (reported) => sendForm(context, site, reported));
}

/** POST /story/:address/report: keeps the report for the editor's desk. A machine that fills in every field is thanked, and nothing is kept. */
export async function sendReport(context: Context, site: SiteEdition): Promise<Response> {
  const given = await context.req.parseBody();
  const about = z.object(place).safeParse(given);
  if (!about.success) return context.notFound();
  const { sentence: note, revision } = about.data;
  return withSentence(context, site, { note, revision }, async (reported) => {
    const { story, words, sentence } = reported;
    const sent = form.safeParse(given);
    if (!sent.success) return sendForm(context, site, reported, words.incomplete, 400);
    const now = site.now();
    if (sent.data.website === "") {
      if (!mayReport(context, site, now)) return sendForm(context, site, reported, words.tooMany, 429);
      await addReport(site.db, {
        id: randomUUID(),
        storyId: story.id,
        revision,
        sentence: sentence.words,
        kind: sent.data.kind,
        ...(sent.data.words !== "" && { words: sent.data.words }),
        ...(sent.data.contact !== "" && { contact: sent.data.contact }),
        at: now.toISOString(),
      });
    }
    return sendReportPage(context, site, reported, <p role="status">{words.thanks}</p>);
  });
}

function mayReport(context: Context, site: SiteEdition, now: Date): boolean {
  const known = allowances.get(site) ?? {
    each: new RequestAllowance(mostOfOne, oneEveryMs),
    all: new RequestAllowance(mostOfAll, allEveryMs),
  };
  allowances.set(site, known);
  // In this order: what one address is refused takes nothing from the others.
  return known.each.take(addressOf(context), now.getTime()) && known.all.take("all", now.getTime());
}

async function withSentence(
  context: Context,
  site: SiteEdition,
  { note, revision }: { readonly note: string; readonly revision: number },
  answer: (reported: Reported) => Promise<Response>,
): Promise<Response> {
  const story = await storyAt(context, site);
  const moved = story !== undefined && isElsewhere(context, story);
  const briefing = story && !moved ? await briefingAt(site.db, story.id, revision) : undefined;
  const sentence = briefing && (await findSentence(site.db, briefing, { note }));
  if (!story || !sentence) return story && moved ? context.redirect(storyPath(story), 303) : context.notFound();
  const words = reportStrings(stringsFor(site.edition.language).tag);
  const reported = { story, revision, note, sentence, words };
  return (await hasEditor(site)) ? answer(reported) : sendNoEditor(context, site, reported);
}

function sendNoEditor(context: Context, site: SiteEdition, reported: Reported): Promise<Response> {
  const { words } = reported;
  const { contact } = site.edition;
  return sendReportPage(
    context,
    site,
    reported,
    <p>
      {words.noEditor}{" "}
      {contact === undefined ? (
        words.noContact
      ) : (
        <>
          {words.writeTo} <ContactLink contact={contact} />
        </>
      )}
    </p>,
  );
}

function sendForm(
  context: Context,
  site: SiteEdition,
  reported: Reported,
  problem?: string,
  status: 200 | 400 | 429 = 200,
): Promise<Response> {
  const { words, story, revision, note } = reported;
  return sendReportPage(
    context,
    site,
    reported,
    <>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action={`${storyPath(story)}/report`} class="welcome report-form">
        <input type="hidden" name="sentence" value={note} />
        <input type="hidden" name="revision" value={revision} />
        <fieldset>
          <legend>{words.question}</legend>
          <div class="choices">
            {reportKinds.map((kind) => (
              <label>
                <input type="radio" name="kind" value={kind} required /> {words.kinds[kind]}
              </label>
            ))}
          </div>
        </fieldset>
        <p>
          <label for="words">{words.words}</label>
          <textarea id="words" name="words" rows={5} maxlength={longestWords} />
        </p>
        <p>
          <label for="contact">{words.contact}</label>
          <input id="contact" name="contact" maxlength={longestContact} autocomplete="email" />
        </p>
        {/* Nobody sees it; machines fill it in. */}
        <p class="unseen" aria-hidden="true">
          <label for="website">{words.trap}</label>
          <input id="website" name="website" tabindex={-1} autocomplete="off" />
        </p>
        <p class="hint">{words.privacy(answeredReportDays)}</p>
        <p class="actions">
          <button type="submit">{words.send}</button>
        </p>
      </form>
    </>,
    status,
  );
}

function sendReportPage(
  context: Context,
  site: SiteEdition,
  { words, story, sentence, revision, note }: Reported,
  children: Child,
  status: 200 | 400 | 429 = 200,
): Promise<Response> {
  context.header("cache-control", "no-store");
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: words.report, path: `${storyPath(story)}/report`, noindex: true }}>
      <p class="kicker">
        <a href={`${storyPath(story)}/revisions/${revision}#${note}`} lang={story.language}>
          {story.headline}
        </a>
      </p>
      <h1>{words.report}</h1>
      <blockquote class="reported" lang={story.language} dir="auto">
        {sentence.words}
      </blockquote>
      {children}
    </Layout>,
    status,
  );
}
