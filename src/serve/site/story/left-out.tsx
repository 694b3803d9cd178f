import type { SectionKind, SkippedPart } from "../../../model/briefing.ts";
import type { StoryView } from "../story-view.ts";
import type { SiteStrings } from "../strings/site-strings.ts";
import { skipReason } from "../strings/skip-reasons.ts";

/** What is not on the page and why, a line each. Nothing is left out in silence. */
export function LeftOut({ view }: { view: StoryView }) {
  const { strings, briefing } = view;
  if (briefing.skipped.length === 0) return null;
  return (
    <section class="left-out" aria-labelledby="left-out">
      <h2 id="left-out">{strings.headings.leftOut}</h2>
      <p>{strings.skipped.intro}</p>
      <ul>
        {briefing.skipped.map((skipped) => (
          <li>{leftOutLine(skipped, strings)}</li>
        ))}
      </ul>
    </section>
  );
}

/** "Timeline: no date could be borne out (3)." */
export function leftOutLine({ part, reason, count }: SkippedPart, strings: SiteStrings): string {
  const { parts } = strings.skipped;
  const section = strings.headings[part.split(".")[0] as SectionKind] as string | undefined;
  const where = parts[part] ?? section?.replace(/[?:].*$/, "") ?? part;
  const why = skipReason(reason, strings.tag);
  return `${where.charAt(0).toLocaleUpperCase(strings.tag)}${where.slice(1)}: ${why}${count > 1 ? ` (${count})` : ""}`;
}
