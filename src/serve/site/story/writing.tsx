import { type SkippedPart, writerOf } from "../../../model/briefing.ts";
import type { StoryView } from "../story-view.ts";
import { writingStrings } from "../strings/writing-strings.ts";

/** How a page with a language model came about: which parts it wrote, what was done with its sentences, and what it took. */
export function Writing({ view }: { view: StoryView }) {
  const { briefing, strings, dates } = view;
  const { writing } = briefing;
  if (!writing) return null;
  const words = writingStrings(strings.tag);
  const { model, parts, usage, judged = 0 } = writing;
  const names = parts.map(({ part }) =>
    part === "headline" ? strings.skipped.parts.headline : plain(strings.headings[part]),
  );
  const tokens = usage.inputTokens + usage.outputTokens;
  const refused = sentencesRefused(briefing.skipped);
  return (
    <section class="writing" aria-labelledby="writing">
      <h2 id="writing">{words.heading}</h2>
      <p>{parts.length > 0 ? words.wrote(model, names.join(" · ")) : words.wroteNothing(model)}</p>
      {parts.length > 0 && (
        <p>
          {words.checked}
          {judged > 0 && ` ${words.judged(judged, dates.number(judged))}`}
        </p>
      )}
      {refused > 0 && <p>{words.leftOut(refused, dates.number(refused))}</p>}
      {tokens > 0 && (
        <p>
          {words.took(dates.number(tokens))}
          {usage.cost !== undefined && ` ${words.cost(money(usage.cost, strings.tag))}`}
        </p>
      )}
    </section>
  );
}

/** The word beside the heading of a part in which sentences of a model stand. */
export function WrittenLabel({ part, view }: { part: string; view: StoryView }) {
  if (!isWritten(part, view)) return null;
  return (
    <>
      {" "}
      <span class="label">{writingStrings(view.strings.tag).label}</span>
    </>
  );
}

/** True where sentences of a model stand in a part. */
export function isWritten(part: string, { briefing }: StoryView): boolean {
  return briefing.writing?.parts.some((one) => one.part === part) ?? false;
}

/** What a model's sentence is left out for beside the truth. */
const forms = new Set([
  "not-a-sentence",
  "repeats-another",
  "beyond-length",
  "private-person",
  "hangs-in-the-air",
  "beside-the-point",
  "disputed-number",
  "accusation-without-room-for-reply",
]);

function sentencesRefused(skipped: readonly SkippedPart[]): number {
  return skipped.reduce((sum, { written, reason, count }) => (written && !forms.has(reason) ? sum + count : sum), 0);
}

/** A page costs parts of a cent, of which two figures tell enough. */
function money(amount: number, tag: string): string {
  return new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 }).format(amount);
}

const plain = (heading: string) => heading.replace(/[?:].*$/, "").trim();

/** What schema.org calls a text that people and a model made together; undefined where no model did. */
export function digitalSourceType({ briefing }: StoryView): string | undefined {
  return writerOf(briefing) !== undefined
    ? "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"
    : undefined;
}
