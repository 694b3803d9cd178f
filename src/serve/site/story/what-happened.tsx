import { ClaimParagraph } from "../claim.tsx";
import { openingsOf } from "../evidence.tsx";
import type { StoryView } from "../story-view.ts";
import { Part } from "./part.tsx";

/** What happened, in two or three sentences. */
export function WhatHappened({ view }: { view: StoryView }) {
  const section = view.section("what-happened");
  if (!section) return null;
  return (
    <Part
      id={section.kind}
      heading={view.strings.headings[section.kind]}
      openings={openingsOf(section.claims)}
      view={view}
    >
      <ClaimParagraph claims={section.claims} view={view} />
    </Part>
  );
}
