import { ClaimList, ClaimParagraph } from "../claim.tsx";
import { openingsOf } from "../evidence.tsx";
import type { StoryView } from "../story-view.ts";
import { Part } from "./part.tsx";

/** What it means, marked as analysis: a thesis, points, and what they come to. */
export function BehindTheHeadline({ view }: { view: StoryView }) {
  const section = view.section("behind-the-headline");
  if (!section) return null;
  const { thesis, claims, inSum } = section;
  return (
    <Part
      id={section.kind}
      heading={view.strings.headings[section.kind]}
      label={view.strings.story.voices.analysis}
      openings={openingsOf([thesis, ...claims, ...(inSum ? [inSum] : [])])}
      view={view}
    >
      <div class="thesis">
        <ClaimParagraph claims={[thesis]} view={view} />
      </div>
      <ClaimList claims={claims} view={view} />
      <ClaimParagraph claims={inSum ? [inSum] : []} view={view} />
    </Part>
  );
}
