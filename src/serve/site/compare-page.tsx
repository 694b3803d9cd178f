import type { Disagreement, DisagreementVersion, OutletView, Source } from "../../model/briefing.ts";
import type { Citation, Claim } from "../../model/claim.ts";
import type { Outlet } from "../../model/outlet.ts";
import { comparePath, externalUrl, storyPath } from "./addresses.ts";
import { ClaimText, EvidenceLink } from "./claim.tsx";
import { EvidenceNotes, openingsOf } from "./evidence.tsx";
import { citablesOf } from "./evidence-ids.ts";
import { Layout } from "./layout.tsx";
import { OutletName } from "./outlet-name.tsx";
import { originsOfText, timeOf } from "./story/origins-of-text.ts";
import { openingsOfDisagreement, outletFacts } from "./story/what-the-papers-say.tsx";
import type { StoryView } from "./story-view.ts";
import { readerStringsFor } from "./strings/reader-strings.ts";
import { Time } from "./time.tsx";

/** More columns than this are too narrow to read. */
export const maxCompared = 4;
const comparedAtFirst = 3;
/** Of the passages the page takes from an outlet, so many are shown before the fold. */
const passagesShown = 2;

/** One outlet on one story, as a column. */
interface Column {
  readonly outlet: Outlet;
  /** Its reports, the earliest first. */
  readonly reports: readonly Source[];
  readonly says: OutletView;
}

/** The outlets of a story's page in the order in which they came to it. */
export function comparableOutlets(view: StoryView): Outlet[] {
  const names = originsOfText(view.briefing.sources).flatMap(({ original, copies }) => [original, ...copies]);
  return [...new Set(names.map(({ outlet }) => outlet))].map((name) => view.outletOf(name));
}

/**
 * Which outlets stand side by side: those asked for, as far as they report the story; where fewer than two do, those with most of their own to
 * show. At most four.
 */
export function comparedOutlets(view: StoryView, asked: readonly string[]): Outlet[] {
  const all = comparableOutlets(view);
  const wanted = all.filter(({ id }) => asked.includes(id));
  if (wanted.length >= 2) return wanted.slice(0, maxCompared);
  const own = new Map(all.map(({ id, name }) => [id, ownWeight(name, view)]));
  const most = all.filter(({ id }) => !asked.includes(id)).sort((a, b) => (own.get(b.id) ?? 0) - (own.get(a.id) ?? 0));
  const chosen = new Set([...wanted, ...most].slice(0, comparedAtFirst));
  return all.filter((outlet) => chosen.has(outlet));
}

/** What sets an outlet apart counts more than how often it is cited. */
function ownWeight(name: string, view: StoryView): number {
  const papers = view.section("what-the-papers-say");
  const says = papers?.outlets.find(({ outlet }) => outlet === name);
  const versions = papers?.disagreements.filter((one) => versionOf(one, name)).length ?? 0;
  const views = says ? says.emphasis.length + says.onlyHere.length + says.omits.length : 0;
  return views * 10 + versions * 5 + passagesOf(name, view).length;
}

/** Two outlets and more side by side on one story: their headlines over time, what each stresses, has alone and leaves out, and where they differ. */
export function ComparePage({ compared, view }: { compared: readonly Outlet[]; view: StoryView }) {
  const { briefing, story, strings, site } = view;
  const words = readerStringsFor(strings.tag).compare;
  const papers = view.section("what-the-papers-say");
  const columns = compared.map((outlet) => columnOf(outlet, view));
  const disagreements = (papers?.disagreements ?? []).filter((one) =>
    compared.some(({ name }) => versionOf(one, name) !== undefined),
  );
  const claims = columns.flatMap(({ says }) => [...says.emphasis, ...says.onlyHere, ...says.omits]);
  return (
    <Layout
      site={site}
      page={{
        kind: "compare-page",
        title: `${words.heading}: ${briefing.headline.text}`,
        path: comparePath(story),
        language: briefing.language,
        noindex: true,
        ...(story.subject !== undefined && { current: story.subject }),
      }}
    >
      <p class="kicker">{words.heading}</p>
      <h1 lang={briefing.language}>
        <a href={storyPath(story)}>{briefing.headline.text}</a>
      </h1>
      <Chooser compared={compared} view={view} />
      <table class="compare">
        <caption class="unseen">{words.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ outlet }) => (
              <th scope="col">
                <OutletName outlet={outlet} strings={strings} />
                <small>{[outletFacts(outlet, view), outlet.owner].filter(Boolean).join(" · ")}</small>
              </th>
            ))}
          </tr>
        </thead>
        <Aspect heading={words.headlines} columns={columns} view={view}>
          {({ reports }) => <Headlines reports={reports} view={view} />}
        </Aspect>
        {(["emphasis", "onlyHere", "omits"] as const).map((kind) => {
          const heading = { emphasis: words.stresses, onlyHere: words.onlyHere, omits: words.leavesOut }[kind];
          return columns.some(({ says }) => says[kind].length > 0) ? (
            <Aspect heading={heading} columns={columns} view={view}>
              {({ says }) => says[kind].length > 0 && <Sentences claims={says[kind]} view={view} />}
            </Aspect>
          ) : null;
        })}
        {disagreements.map((disagreement) => (
          <Aspect heading={disagreement.subject} lang={briefing.language} columns={columns} view={view}>
            {({ outlet }) => {
              const version = versionOf(disagreement, outlet.name);
              return version && <Version version={version} view={view} />;
            }}
          </Aspect>
        ))}
        <Aspect heading={words.passages} columns={columns} view={view}>
          {({ outlet }) => {
            const citations = passagesOf(outlet.name, view);
            return citations.length > 0 && <Passages citations={citations} view={view} />;
          }}
        </Aspect>
      </table>
      <p class="hint">{words.note}</p>
      <EvidenceNotes openings={[...openingsOf(claims), ...disagreements.flatMap(openingsOfDisagreement)]} view={view} />
    </Layout>
  );
}

/** Any of the story's outlets may be put beside any other, without a script. */
function Chooser({ compared, view }: { compared: readonly Outlet[]; view: StoryView }) {
  const words = readerStringsFor(view.strings.tag).compare;
  const all = comparableOutlets(view);
  if (all.length <= 2) return null;
  return (
    <form class="chooser" action={comparePath(view.story)} method="get">
      <fieldset>
        <legend>{words.choose(maxCompared)}</legend>
        {all.map((outlet) => (
          <label>
            <input type="checkbox" name="outlets" value={outlet.id} checked={compared.includes(outlet)} /> {outlet.name}
          </label>
        ))}
      </fieldset>
      <button type="submit">{words.show}</button>
    </form>
  );
}

function columnOf(outlet: Outlet, view: StoryView): Column {
  const says = view.section("what-the-papers-say")?.outlets.find((one) => one.outlet === outlet.name);
  return {
    outlet,
    reports: view.briefing.sources.filter((one) => one.outlet === outlet.name).sort((a, b) => timeOf(a) - timeOf(b)),
    says: says ?? { outlet: outlet.name, emphasis: [], onlyHere: [], omits: [] },
  };
}

function Aspect({
  heading,
  lang,
  columns,
  view,
  children,
}: {
  heading: string;
  lang?: string;
  columns: readonly Column[];
  view: StoryView;
  /** A cell; nothing says that nothing could be borne out. */
  children: (column: Column) => unknown;
}) {
  const { nothing } = readerStringsFor(view.strings.tag).compare;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colspan={columns.length} lang={lang}>
          {heading}
        </th>
      </tr>
      <tr>
        {columns.map((column) => (
          <td data-label={column.outlet.name}>{children(column) || <span class="unknown">{nothing}</span>}</td>
        ))}
      </tr>
    </tbody>
  );
}

function Headlines({ reports, view }: { reports: readonly Source[]; view: StoryView }) {
  return (
    <ol>
      {reports.map(({ articleId, title, url, language, publishedAt, copyOf }) => {
        const link = externalUrl(url);
        const original = copyOf === undefined ? undefined : view.sourceOf(copyOf);
        return (
          <li id={`h-${articleId}`}>
            <small>
              {publishedAt === undefined ? (
                view.strings.sources.unknownTime
              ) : (
                <Time at={publishedAt} dates={view.dates} />
              )}
              {original !== undefined && ` · ${view.strings.evidence.copyOf(original.outlet)}`}
            </small>
            <span lang={language} dir="auto">
              {link === undefined ? (
                title
              ) : (
                <a href={link} rel="noopener noreferrer external">
                  {title}
                </a>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Sentences({ claims, view }: { claims: readonly Claim[]; view: StoryView }) {
  return (
    <>
      {claims.map((claim) => (
        <p lang={view.briefing.language}>
          <ClaimText claim={claim} view={view} />
        </p>
      ))}
    </>
  );
}

function Version({ version, view }: { version: DisagreementVersion; view: StoryView }) {
  return (
    <p lang={view.briefing.language}>
      <EvidenceLink citable={version} words={version.value} count={version.citations.length} view={view} />
    </p>
  );
}

function versionOf({ versions }: Disagreement, outlet: string): DisagreementVersion | undefined {
  return versions.find(({ outlets }) => outlets.includes(outlet));
}

/** What the page quotes of an outlet, once each, in the order of its texts: nothing that the page does not show already. */
function passagesOf(outlet: string, view: StoryView): Citation[] {
  const found = new Map<string, Citation>();
  for (const [citable] of citablesOf(view.briefing)) {
    const citations = "source" in citable ? cardCitations(citable.source) : citable.citations;
    for (const citation of citations)
      if (view.sourceOf(citation.articleId)?.outlet === outlet)
        found.set(`${citation.articleId} ${citation.start} ${citation.end}`, citation);
  }
  return [...found.values()].sort(
    (a, b) => (a.articleId < b.articleId ? -1 : 1) * +(a.articleId !== b.articleId) || a.start - b.start,
  );
}

const cardCitations = (source: { readonly kind: string; readonly citations?: readonly Citation[] }) =>
  source.citations ?? [];

function Passages({ citations, view }: { citations: readonly Citation[]; view: StoryView }) {
  const words = readerStringsFor(view.strings.tag).compare;
  const quotes = citations.map(({ articleId, quote }) => (
    <blockquote lang={view.sourceOf(articleId)?.language} dir="auto">
      {quote}
    </blockquote>
  ));
  const rest = quotes.length - passagesShown;
  return (
    <>
      {quotes.slice(0, passagesShown)}
      {rest > 0 && (
        <details>
          <summary>{words.more(rest)}</summary>
          {quotes.slice(passagesShown)}
        </details>
      )}
    </>
  );
}
