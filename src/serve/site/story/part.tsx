import type { Child } from "hono/jsx";
import { EvidenceNotes, type Opening } from "../evidence.tsx";
import type { StoryView } from "../story-view.ts";
import { isWritten, WrittenLabel } from "./writing.tsx";

interface PartProps {
  readonly id: string;
  readonly heading: string;
  /** What opens in it; the passages stand at its end. */
  readonly openings?: readonly Opening[];
  /** A word beside the heading, such as "analysis". */
  readonly label?: string;
  readonly view: StoryView;
  readonly children: Child;
}

/** One of the parts of a story's page: its heading, its text, and the passages its sentences open to. */
export function Part({ id, heading, openings = [], label, view, children }: PartProps) {
  return (
    <section
      class="part"
      aria-labelledby={id}
      {...(isWritten(id, view) && { "data-writer": view.briefing.writing?.model })}
    >
      <h2 id={id}>
        {heading}
        {label !== undefined && (
          <>
            {" "}
            <span class="label">{label}</span>
          </>
        )}
        <WrittenLabel part={id} view={view} />
      </h2>
      {children}
      <EvidenceNotes openings={openings} view={view} />
    </section>
  );
}
