import type { StoryView } from "../story-view.ts";
import { reportStrings } from "../strings/report-strings.ts";

/** What we got wrong and an editor put right, dated, the newest first; above the page's parts. */
export function Corrections({ view }: { view: StoryView }) {
  const { corrections, strings, dates } = view;
  const words = reportStrings(strings.tag);
  return (
    <>
      {corrections.map(({ id, at, text }) => (
        <p class="own-correction" id={`correction-${id}`}>
          <b>{words.correction(dates.day(at))}</b> {text}
        </p>
      ))}
    </>
  );
}
