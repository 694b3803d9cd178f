import type { Source } from "../../model/briefing.ts";
import type { Citation, Claim } from "../../model/claim.ts";
import { isAgency } from "../../model/outlet.ts";
import { externalUrl, reportPath } from "./addresses.ts";
import type { Citable } from "./evidence-ids.ts";
import { markedWords } from "./marked-words.ts";
import { OutletName } from "./outlet-name.tsx";
import type { StoryView } from "./story-view.ts";
import { reportStrings } from "./strings/report-strings.ts";
import { Time } from "./time.tsx";

/** Something that opens, with the words its passages are marked by. */
export interface Opening {
  readonly citable: Citable;
  readonly words: string;
  readonly citations: readonly Citation[];
}

export function openingsOf(claims: readonly Claim[]): Opening[] {
  return claims.map((claim) => ({ citable: claim, words: claim.text, citations: claim.citations }));
}

/** The passages of a part of the page, a note for each sentence: hidden until it is opened, printed as footnotes. */
export function EvidenceNotes({ openings, view }: { openings: readonly Opening[]; view: StoryView }) {
  if (openings.length === 0) return null;
  return (
    <div class="notes">
      {openings.map((opening) => (
        <EvidenceNote opening={opening} view={view} />
      ))}
    </div>
  );
}

function EvidenceNote({ opening, view }: { opening: Opening; view: StoryView }) {
  const { citable, words, citations } = opening;
  const id = view.evidenceOf(citable);
  if (!id) return null;
  const { evidence, story } = view.strings;
  // "(Tern Wire)" after a sentence is ours: it must not mark a dateline.
  const outlets = citations.flatMap(({ articleId }) => view.sourceOf(articleId)?.outlet ?? []);
  const own = outlets.reduce((text, outlet) => text.replaceAll(`(${outlet})`, ""), words);
  return (
    <aside class="note" id={id.note} popover="auto" tabindex={-1} aria-label={`${evidence.label} ${id.number}`}>
      <p class="note-head">
        <b class="note-number">{id.number}</b>
        <span>
          {evidence.label}
          {"voice" in citable && ` · ${story.voices[citable.voice]}`}
        </span>
        <a class="close" href={`#${id.claim}`}>
          {evidence.close}
        </a>
      </p>
      {citations.map((citation) => (
        <Passage citation={citation} words={own} view={view} />
      ))}
      <p class="report">
        <a href={reportPath(view.story, view.briefing.revision, id.note)} rel="nofollow">
          {reportStrings(view.strings.tag).report}
        </a>
      </p>
    </aside>
  );
}

function Passage({ citation, words, view }: { citation: Citation; words: string; view: StoryView }) {
  const source = view.sourceOf(citation.articleId);
  return (
    <figure class="passage">
      <blockquote lang={source?.language ?? view.briefing.language} dir="auto">
        {markedWords(citation.quote, words).map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
      </blockquote>
      {source && (
        <figcaption>
          <OutletName outlet={view.outletOf(source.outlet)} strings={view.strings} />{" "}
          <SourceFacts source={source} view={view} />
        </figcaption>
      )}
    </figure>
  );
}

function SourceFacts({ source, view }: { source: Source; view: StoryView }) {
  const { strings, dates } = view;
  const url = externalUrl(source.url);
  return (
    <>
      {source.publishedAt !== undefined && (
        <>
          {"· "}
          <Time at={source.publishedAt} dates={dates} />
        </>
      )}
      {sourceMarks(source, view).map((mark) => ` · ${mark}`)}
      {url !== undefined && (
        <>
          {" · "}
          <a href={url} rel="noopener noreferrer external">
            {strings.evidence.read}
          </a>
        </>
      )}
    </>
  );
}

/** What a reader should know before trusting a text: whose it is, what sort it is where it is no plain report, and a language other than the page's. */
export function sourceMarks(source: Source, { strings, dates, briefing, ...view }: StoryView): string[] {
  const { evidence, genres } = strings;
  const original = source.copyOf === undefined ? undefined : view.sourceOf(source.copyOf);
  const own = isAgency(view.outletOf(source.outlet)) ? evidence.agencyText : evidence.original;
  const foreign = source.language === briefing.language ? undefined : dates.language(source.language);
  return [
    original ? evidence.copyOf(original.outlet) : own,
    ...(source.genre === "report" ? [] : [genres[source.genre]]),
    ...(foreign === undefined ? [] : [foreign]),
    ...(source.revisited ? [evidence[source.revisited.found](dates.day(source.revisited.at))] : []),
  ];
}
