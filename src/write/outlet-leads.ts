import type { Passage } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";

/** What may not even stand as evidence. */
const barred: ReadonlySet<string> = new Set(["off-story", "private-person", "suicide-method"]);

/** The first sentence of each outlet that can stand alone, in order of the outlets' appearance. */
export function firstOfEachOutlet({ outlets, passages }: Pick<StoryReading, "outlets" | "passages">): Passage[] {
  return outlets.flatMap((outlet) => {
    const own = passages.filter((passage) => passage.outlet === outlet);
    const first =
      own.find(({ flaw }) => flaw === undefined) ?? own.find(({ flaw }) => flaw !== undefined && !barred.has(flaw));
    return first ? [first] : [];
  });
}
