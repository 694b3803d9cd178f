import type { Context } from "hono";
import { type Briefing, writerOf } from "../../model/briefing.ts";
import type { Citation, Claim } from "../../model/claim.ts";
import { UserError } from "../../model/errors.ts";
import { type Outlet, outletRegister } from "../../model/outlet.ts";
import { outletsNamed } from "../../store/outlets.ts";
import { publicAddress } from "../public-address.ts";
import { dayPath, externalUrl, questionPath, storyPath } from "../site/addresses.ts";
import { type Dates, datesFor } from "../site/dates.ts";
import { editionAsked } from "../site/edition-asked.ts";
import { type ShownStory, shownStories } from "../site/shown-stories.ts";
import { type ReaderStrings, readerStringsFor } from "../site/strings/reader-strings.ts";
import { type SiteStrings, stringsFor } from "../site/strings/site-strings.ts";
import { writingStrings } from "../site/strings/writing-strings.ts";
import type { SiteEdition } from "../site-edition.ts";
import { type Chapter, toEpub } from "./epub.ts";
import { PageHtml } from "./page-html.tsx";

interface BookView {
  readonly strings: SiteStrings;
  readonly words: ReaderStrings;
  readonly dates: Dates;
  readonly absolute: (path: string) => string;
  readonly outletOf: (name: string) => Outlet | undefined;
}

/** GET /2026/11/23/edition.epub: the edition of that day as a book, a story a chapter, with the passages behind its sentences as notes. */
export async function showDayBook(context: Context, site: SiteEdition): Promise<Response> {
  const edition = await editionAsked(context, site);
  if (!edition) throw new UserError("not-found", "No edition was closed on that day.");
  const { language, timeZone, title } = site.edition;
  const stories = await shownStories(site, edition.stories);
  const names = new Set(stories.flatMap(({ briefing }) => briefing.sources.map(({ outlet }) => outlet)));
  const view: BookView = {
    strings: stringsFor(language),
    words: readerStringsFor(language),
    dates: datesFor(language, timeZone),
    absolute: publicAddress(context, site),
    outletOf: outletRegister(await outletsNamed(site.db, [...names])),
  };
  const { daily } = view.words;
  const heading = daily.heading(view.dates.day(edition.day));
  const frozen = daily.frozen(view.dates.moment(edition.closedAt), view.dates.number(stories.length));
  const { sampleTitle, sampleText } = view.strings.frame;
  const book = toEpub({
    id: `backstory:daily:${edition.day}`,
    title: `${title}: ${heading}`,
    publisher: title,
    language,
    modified: edition.closedAt,
    contents: view.strings.story.contents,
    opening: (
      <>
        <p class="kicker">{title}</p>
        <h1>{heading}</h1>
        <p class="hint">{frozen}</p>
        {site.sample && (
          <p>
            <b>{sampleTitle}</b> {sampleText}
          </p>
        )}
      </>
    ).toString(),
    chapters: [...stories.map((story) => chapterOf(story, view)), endOf(edition.day, view)],
  });
  return context.body(book.slice().buffer, 200, {
    "content-type": "application/epub+zip",
    "content-disposition": `inline; filename="${edition.day}.epub"`,
    "cache-control": "public, max-age=300",
  });
}

function chapterOf({ row, briefing, change = [] }: ShownStory, view: BookView): Chapter {
  const { strings, words, dates, absolute, outletOf } = view;
  const writer = writerOf(briefing);
  const numbers = new Map<Claim, number>();
  // Filled while the page is laid out, in the order of reading.
  const page = (
    <PageHtml
      briefing={briefing}
      questionUrl={(slug) => absolute(questionPath(row, slug))}
      outletOf={outletOf}
      strings={strings}
      dates={dates}
      markOf={(claim) => <NoteMark claim={claim} numbers={numbers} />}
    />
  ).toString();
  const head = (
    <>
      <h1>
        <a href={absolute(storyPath(row))}>{briefing.headline.text}</a>
      </h1>
      {change.length > 0 && (
        <p>
          <b lang={strings.tag}>{words.daily.change}</b> {change.join(" ")}
        </p>
      )}
      {writer !== undefined && (
        <p class="hint" lang={strings.tag}>
          {writingStrings(strings.tag).inFeeds(writer)}
        </p>
      )}
    </>
  ).toString();
  const notes = (
    <section class="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="notes">
      <h2 id="notes" lang={strings.tag}>
        {words.daily.notes}
      </h2>
      {[...numbers].map(([claim, number]) => (
        <Note claim={claim} number={number} briefing={briefing} view={view} />
      ))}
    </section>
  ).toString();
  return { title: briefing.headline.text, language: briefing.language, body: `${head}${page}${notes}` };
}

function NoteMark({ claim, numbers }: { readonly claim: Claim; readonly numbers: Map<Claim, number> }) {
  const known = numbers.get(claim);
  const number = known ?? numbers.size + 1;
  numbers.set(claim, number);
  return (
    <sup>
      <a {...(known === undefined && { id: `s${number}` })} href={`#n${number}`} epub:type="noteref" role="doc-noteref">
        {number}
      </a>
    </sup>
  );
}

interface NoteProps {
  readonly claim: Claim;
  readonly number: number;
  readonly briefing: Briefing;
  readonly view: BookView;
}

function Note({ claim, number, briefing, view }: NoteProps) {
  return (
    <aside id={`n${number}`} epub:type="footnote" role="doc-footnote">
      <p>
        <a href={`#s${number}`} role="doc-backlink">
          {number}
        </a>
      </p>
      {claim.citations.map((citation) => (
        <Passage citation={citation} briefing={briefing} view={view} />
      ))}
    </aside>
  );
}

function Passage({
  citation,
  briefing,
  view: { dates },
}: Omit<NoteProps, "claim" | "number"> & { citation: Citation }) {
  const source = briefing.sources.find(({ articleId }) => articleId === citation.articleId);
  const url = externalUrl(source?.url);
  return (
    <figure>
      <blockquote lang={source?.language ?? briefing.language}>{citation.quote}</blockquote>
      {source && (
        <figcaption>
          {url === undefined ? source.outlet : <a href={url}>{source.outlet}</a>}
          {source.publishedAt !== undefined && `, ${dates.moment(source.publishedAt)}`}
        </figcaption>
      )}
    </figure>
  );
}

/** A day's edition ends, as a paper does. */
function endOf(day: string, { words: { daily }, strings, absolute }: BookView): Chapter {
  const body = (
    <>
      <h1>{daily.end}</h1>
      <p>{daily.endText}</p>
      <p>
        <a href={absolute(dayPath(day))}>{absolute(dayPath(day))}</a>
      </p>
    </>
  ).toString();
  return { title: daily.end, language: strings.tag, body };
}
