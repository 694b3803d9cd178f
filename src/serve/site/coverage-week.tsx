import type { ListingView } from "./listing-view.ts";
import { readerStringsFor } from "./strings/reader-strings.ts";

/** Units of the drawing. */
const height = 15;
const columnWidth = 7;
const gap = 1;
/** A day without a report is a line, so that the week keeps its length. */
const least = 1;

/** How many reports a story had on each day of the last week, drawn as columns; each picture has its own scale. */
export function CoverageWeek({ week, view }: { week: readonly number[]; view: ListingView }) {
  const most = Math.max(...week);
  const { coverage } = readerStringsFor(view.strings.tag).marks;
  return (
    <svg
      class="week"
      viewBox={`0 0 ${week.length * (columnWidth + gap)} ${height}`}
      role="img"
      aria-label={coverage(week.map((reports) => view.dates.number(reports)))}
    >
      {week.map((reports, day) => {
        const tall = Math.max(least, Math.round((reports / most) * height));
        return (
          <rect
            x={day * (columnWidth + gap)}
            y={height - tall}
            width={columnWidth}
            height={tall}
            {...(day === week.length - 1 && reports > 0 && { class: "today" })}
          />
        );
      })}
    </svg>
  );
}
