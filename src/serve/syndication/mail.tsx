import type { Child } from "hono/jsx";
import { writerOf } from "../../model/briefing.ts";
import type { MailMessage, Subscriber } from "../../model/mail.ts";
import { mailLinkPath } from "../mail-links.ts";
import { storyPath } from "../site/addresses.ts";
import { type Dates, datesFor } from "../site/dates.ts";
import { originsLine, type ShownStory } from "../site/shown-stories.ts";
import { mailStrings } from "../site/strings/mail-strings.ts";
import { readerStringsFor } from "../site/strings/reader-strings.ts";
import { type SiteStrings, stringsFor } from "../site/strings/site-strings.ts";
import { writingStrings } from "../site/strings/writing-strings.ts";
import type { EditionSettings } from "../site-edition.ts";

/** What a mail is made with, beside what it says. */
export interface MailFrame {
  readonly edition: Pick<EditionSettings, "title" | "language" | "timeZone">;
  readonly sample: boolean;
  /** The address readers use, without a slash at its end. */
  readonly base: string;
  /** What links are signed by. */
  readonly secret: string;
}

/** A digest's days: one, or the first and the last of a week. */
export interface DigestDays {
  readonly first: string;
  readonly last: string;
}

const sentencesShown = 2;

/** The mail that asks whether mail is wanted. */
export function confirmationMail({ edition, base, secret }: MailFrame, { id, address }: Subscriber): MailMessage {
  const words = mailStrings(stringsFor(edition.language).tag);
  const url = base + mailLinkPath("confirm", id, secret);
  const { subject, text, ignore } = words.question;
  return {
    to: address,
    subject: subject(edition.title),
    text: `${text(edition.title)}\n\n${url}\n\n${ignore}\n`,
    html: documentOf(
      edition.language,
      <>
        <p>{text(edition.title)}</p>
        <p>
          <a href={url}>{words.confirm}</a>
        </p>
        <p>{ignore}</p>
      </>,
    ),
  };
}

/** The stories of a day's edition, or of a week of them, as text and as HTML without pictures. */
export function digestMail(
  frame: MailFrame,
  { id, address }: Subscriber,
  days: DigestDays,
  stories: readonly ShownStory[],
): MailMessage {
  const { edition, sample, base, secret } = frame;
  const strings = stringsFor(edition.language);
  const words = mailStrings(strings.tag);
  const { daily } = readerStringsFor(strings.tag);
  const dates = datesFor(edition.language, edition.timeZone);
  const heading =
    days.first === days.last
      ? daily.heading(dates.day(days.last))
      : words.digest.week(dates.day(days.first), dates.day(days.last));
  const leaveUrl = base + mailLinkPath("leave", id, secret);
  const { sampleTitle, sampleText } = strings.frame;
  const told = stories.map((story) => toldOf(story, base, strings, dates, daily.change));
  const text = [
    `${edition.title}: ${heading}`,
    ...(sample ? [`${sampleTitle} ${sampleText}`] : []),
    ...told.map(({ headline, lines, figures, mark, url }) =>
      [headline.toUpperCase(), ...lines, figures, ...(mark === undefined ? [] : [mark]), url].join("\n"),
    ),
    `${daily.end} ${daily.endText}`,
    `${words.digest.why(edition.title)} ${words.leave}:\n${leaveUrl}`,
  ].join("\n\n");
  return {
    to: address,
    subject: `${edition.title}: ${heading}`,
    text: `${text}\n`,
    html: documentOf(
      edition.language,
      <>
        <h1>{heading}</h1>
        {sample && (
          <p>
            <b>{sampleTitle}</b> {sampleText}
          </p>
        )}
        {told.map((one) => (
          <div lang={one.language}>
            <h2>
              <a href={one.url}>{one.headline}</a>
            </h2>
            {one.lines.map((line) => (
              <p>{line}</p>
            ))}
            <p lang={strings.tag}>
              <small>
                {one.figures}
                {one.mark !== undefined && ` · ${one.mark}`} · <a href={one.url}>{words.digest.read}</a>
              </small>
            </p>
          </div>
        ))}
        <p>
          <b>{daily.end}</b> {daily.endText}
        </p>
        <p>
          <small>
            {words.digest.why(edition.title)} <a href={leaveUrl}>{words.leave}</a>
          </small>
        </p>
      </>,
    ),
    leaveUrl,
  };
}

function toldOf(story: ShownStory, base: string, strings: SiteStrings, dates: Dates, changeWords: string) {
  const { row, briefing, change = [] } = story;
  const happened = briefing.sections.find(({ kind }) => kind === "what-happened")?.claims ?? [];
  const sentences = change.length > 0 ? change : happened.map(({ text }) => text);
  const shown = sentences.slice(0, sentencesShown).join(" ");
  const outlets = new Set(briefing.sources.map(({ outlet }) => outlet)).size;
  const { counts } = strings;
  const writer = writerOf(briefing);
  return {
    headline: briefing.headline.text,
    language: briefing.language,
    lines: [change.length > 0 ? `${changeWords} ${shown}` : shown].filter((line) => line !== ""),
    figures: [
      `${dates.number(briefing.sources.length)} ${counts.reports(briefing.sources.length)}`,
      `${dates.number(outlets)} ${counts.outlets(outlets)}`,
      ...originsLine(story, counts, dates),
    ].join(" · "),
    mark: writer === undefined ? undefined : writingStrings(strings.tag).inFeeds(writer),
    url: base + storyPath(row),
  };
}

function documentOf(language: string, children: Child): string {
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body style="font-family: Georgia, serif; line-height: 1.45; max-width: 40em; margin: 0 auto; padding: 1em">
        {children}
      </body>
    </html>
  );
  return `<!doctype html>${page.toString()}`;
}
