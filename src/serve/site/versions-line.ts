import type { Disagreement } from "../../model/briefing.ts";

/** The versions of a disagreement in one line: "nine injured (Radio Nessa) · elf verletzt (Innerthaler Bote)". */
export function versionsLine({ versions }: Disagreement): string {
  return versions.map(({ value, outlets }) => `${value} (${outlets.join(", ")})`).join(" · ");
}
