import type { Claim } from "../../model/claim.ts";
import type { Citable } from "./evidence-ids.ts";
import type { StoryView } from "./story-view.ts";

interface EvidenceLinkProps {
  readonly citable: Citable & { readonly citations?: Claim["citations"] };
  readonly words: string;
  readonly count: number;
  /** A language model put them so. */
  readonly written?: boolean;
  readonly view: StoryView;
}

/**
 * Words that open to their passages. A link to a note further down, as footnotes have been since print: it wraps as text, works
 * without a script and on paper, and has an address of its own. Where scripts run the note opens beside it.
 */
export function EvidenceLink({ citable, words, count, written = false, view }: EvidenceLinkProps) {
  const id = view.evidenceOf(citable);
  if (!id) return <>{words}</>;
  return (
    <a
      class="claim"
      id={id.claim}
      href={`#${id.note}`}
      data-count={count}
      data-note={id.number}
      {...(written && { "data-written": true })}
      aria-description={view.strings.evidence.open(count)}
    >
      {words}
    </a>
  );
}

/** One published sentence. It is in the language of the page's text, which may not be the site's. */
export function ClaimText({ claim, view }: { claim: Claim; view: StoryView }) {
  const { text, citations, written = false } = claim;
  return <EvidenceLink citable={claim} words={text} count={citations.length} written={written} view={view} />;
}

/** Sentences as running text. */
export function ClaimParagraph({ claims, view }: { claims: readonly Claim[]; view: StoryView }) {
  if (claims.length === 0) return null;
  return (
    <p lang={view.briefing.language}>
      {claims.map((claim, index) => (
        <>
          {index > 0 && " "}
          <ClaimText claim={claim} view={view} />
        </>
      ))}
    </p>
  );
}

/** Sentences as a list of points. */
export function ClaimList({ claims, view }: { claims: readonly Claim[]; view: StoryView }) {
  if (claims.length === 0) return null;
  return (
    <ul class="points" lang={view.briefing.language}>
      {claims.map((claim) => (
        <li>
          <ClaimText claim={claim} view={view} />
        </li>
      ))}
    </ul>
  );
}
