import type { Disagreement, OutletView } from "../../../model/briefing.ts";
import type { Claim } from "../../../model/claim.ts";
import type { Outlet } from "../../../model/outlet.ts";
import { comparePath } from "../addresses.ts";
import { ClaimList, ClaimParagraph, ClaimText, EvidenceLink } from "../claim.tsx";
import { type Opening, openingsOf } from "../evidence.tsx";
import { OutletName } from "../outlet-name.tsx";
import type { StoryView } from "../story-view.ts";
import { readerStringsFor } from "../strings/reader-strings.ts";
import { writingStrings } from "../strings/writing-strings.ts";
import { Time } from "../time.tsx";
import { Part } from "./part.tsx";

/** Who says what: the passage, where outlets differ, outlet by outlet, what they share and what is not known. */
export function WhatThePapersSay({ view }: { view: StoryView }) {
  const section = view.section("what-the-papers-say");
  if (!section) return null;
  const { claims, disagreements, outlets, consensus, unknowns } = section;
  const { headings, story } = view.strings;
  const views = outlets.flatMap(({ emphasis, onlyHere, omits }) => [...emphasis, ...onlyHere, ...omits]);
  const openings = [
    ...openingsOf(claims),
    ...disagreements.flatMap(openingsOfDisagreement),
    ...openingsOf([...views, ...consensus, ...unknowns]),
  ];
  return (
    <Part id={section.kind} heading={headings[section.kind]} openings={openings} view={view}>
      <ClaimParagraph claims={claims} view={view} />
      {disagreements.length > 0 && <Disagreements disagreements={disagreements} view={view} />}
      {outlets.length > 0 && (
        <>
          <h3>{story.outletByOutlet}</h3>
          {outlets.map((outlet) => (
            <OutletSays says={outlet} view={view} />
          ))}
        </>
      )}
      <CompareLink view={view} />
      <Points heading={story.agree} claims={consensus} view={view} />
      <Points heading={story.unknown} claims={unknowns} view={view} />
    </Part>
  );
}

/** The way to the outlets side by side, where there are two to compare. */
function CompareLink({ view }: { view: StoryView }) {
  const outlets = new Set(view.briefing.sources.map(({ outlet }) => outlet));
  if (outlets.size < 2 || view.briefing.revision !== view.newest) return null;
  return (
    <p class="more">
      <a href={comparePath(view.story)}>{readerStringsFor(view.strings.tag).compare.link}</a>
    </p>
  );
}

const wordsOf = ({ subject }: Disagreement, value: string) => `${subject} ${value}`;

/** What opens in a disagreement: each of its versions. */
export function openingsOfDisagreement(disagreement: Disagreement): Opening[] {
  return disagreement.versions.map((version) => ({
    citable: version,
    words: wordsOf(disagreement, version.value),
    citations: version.citations,
  }));
}

function Disagreements({ disagreements, view }: { disagreements: readonly Disagreement[]; view: StoryView }) {
  const { strings, briefing, dates } = view;
  const [version, outlets, at] = strings.story.differColumns;
  return (
    <table class="differ">
      <caption>{strings.story.differ}</caption>
      <thead>
        <tr>
          <th scope="col">{version}</th>
          <th scope="col">{outlets}</th>
          <th scope="col">{at}</th>
        </tr>
      </thead>
      {disagreements.map(({ subject, versions }) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={3} lang={briefing.language}>
              {subject}
            </th>
          </tr>
          {versions.map((one) => (
            <tr>
              <td lang={briefing.language}>
                <EvidenceLink citable={one} words={one.value} count={one.citations.length} view={view} />
              </td>
              <td>
                <OutletNames names={one.outlets} view={view} />
              </td>
              <td>
                <Time at={one.at} dates={dates} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Names in a row, state media labelled. */
export function OutletNames({ names, view }: { names: readonly string[]; view: StoryView }) {
  return (
    <>
      {names.map((name, index) => (
        <>
          {index > 0 && ", "}
          <OutletName outlet={view.outletOf(name)} strings={view.strings} />
        </>
      ))}
    </>
  );
}

function OutletSays({ says, view }: { says: OutletView; view: StoryView }) {
  const { story } = view.strings;
  const outlet = view.outletOf(says.outlet);
  return (
    <div class="outlet-says">
      <h4>
        <OutletName outlet={outlet} strings={view.strings} />
        <small>{outletFacts(outlet, view)}</small>
      </h4>
      <dl>
        <Says term={story.stresses} claims={says.emphasis} view={view} />
        <Says term={story.onlyHere} claims={says.onlyHere} view={view} />
        <Says term={story.leavesOut} claims={says.omits} view={view} />
      </dl>
    </div>
  );
}

/** "newspaper, Ireland": what is known of an outlet, and that its kind is unknown where it is. */
export function outletFacts({ kind, country, place }: Outlet, { strings, dates }: StoryView): string {
  const where = place ?? (country === undefined ? undefined : dates.country(country));
  // State media carry their label already.
  return [...(kind === "state-medium" ? [] : [strings.kinds[kind]]), ...(where ? [where] : [])].join(", ");
}

function Says({ term, claims, view }: { term: string; claims: readonly Claim[]; view: StoryView }) {
  if (claims.length === 0) return null;
  return (
    <div>
      <dt>{term}</dt>
      {claims.map((claim) => (
        <dd lang={view.briefing.language}>
          <Sentence claim={claim} view={view} />
        </dd>
      ))}
    </div>
  );
}

/** A sentence in another language than the page's is marked, and opens for who reads it; what a model made of it stands before it. */
function Sentence({ claim, view }: { claim: Claim; view: StoryView }) {
  const { strings, dates } = view;
  if (claim.language === undefined) return <ClaimText claim={claim} view={view} />;
  const { translated } = writingStrings(strings.tag);
  const language = dates.language(claim.language) ?? claim.language;
  return (
    <>
      {claim.translation !== undefined && <p data-written>{claim.translation}</p>}
      <details class="foreign" lang={claim.language} dir="auto">
        <summary lang={strings.tag}>{claim.translation === undefined ? language : translated(language)}</summary>
        <ClaimText claim={claim} view={view} />
      </details>
    </>
  );
}

function Points({ heading, claims, view }: { heading: string; claims: readonly Claim[]; view: StoryView }) {
  if (claims.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ClaimList claims={claims} view={view} />
    </>
  );
}
