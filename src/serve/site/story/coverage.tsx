import type { Source } from "../../../model/briefing.ts";
import { OutletName } from "../outlet-name.tsx";
import type { StoryView } from "../story-view.ts";
import { type CoverageTimes, coverageLanes, coverageTimes, type Lane } from "./coverage-lanes.ts";
import { originsOfText, timeOf } from "./origins-of-text.ts";
import { OutletNames } from "./what-the-papers-say.tsx";

/** Units of the drawing. */
const width = 256;
const laneHeight = 28;
const inset = 7;

/** Who reported when: a lane for each outlet with a text of its own, reprints tied to what they print; and the same in words. */
export function Coverage({ view }: { view: StoryView }) {
  const { briefing, strings, dates } = view;
  const origins = originsOfText(briefing.sources);
  const times = coverageTimes(briefing.sources);
  const first = origins[0]?.original;
  // What an outlet prints again itself is no reprint.
  const printed = origins
    .map(({ original, copies }) => ({ original, copies: copies.filter(({ outlet }) => outlet !== original.outlet) }))
    .filter(({ copies }) => copies.length > 0);
  if (!times || first?.publishedAt === undefined) return null;
  const [before = "", after = ""] = strings.coverage.first("|", dates.moment(first.publishedAt)).split("|");
  return (
    <section class="coverage" aria-labelledby="coverage">
      <h2 id="coverage">{strings.coverage.heading}</h2>
      {briefing.sources.length > 1 && <Drawing lanes={coverageLanes(origins)} times={times} view={view} />}
      {printed.length > 0 && (
        <p class="legend" aria-hidden="true">
          <span class="own">{strings.coverage.own}</span> <span class="reprint">{strings.coverage.reprint}</span>
        </p>
      )}
      <p>
        {before}
        <OutletName outlet={view.outletOf(first.outlet)} strings={strings} />
        {after} <span class="aside">{strings.coverage.firstMeans}</span>
      </p>
      <Countries view={view} />
      {printed.map(({ original, copies }) => (
        <Printed original={original} copies={copies} view={view} />
      ))}
    </section>
  );
}

/** How many of the outlets are of which country, as far as it is known; where all are of one there is nothing to compare. */
function Countries({ view }: { view: StoryView }) {
  const { strings, dates, briefing } = view;
  const counts = new Map<string, number>();
  for (const name of new Set(briefing.sources.map(({ outlet }) => outlet))) {
    const { place, country } = view.outletOf(name);
    const where = place ?? (country === undefined ? undefined : dates.country(country));
    if (where !== undefined) counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  if (counts.size < 2) return null;
  const ordered = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return (
    <p>
      {strings.coverage.countries} {ordered.map(([where, count]) => `${where} ${dates.number(count)}`).join(", ")}.
    </p>
  );
}

/** "The text of Tern Wire is printed by A and B." */
function Printed({ original, copies, view }: { original: Source; copies: readonly Source[]; view: StoryView }) {
  const names = [...new Set(copies.map(({ outlet }) => outlet))];
  const [before = "", between = "", after = ""] = view.strings.sources.copiesOf("|", "|").split("|");
  return (
    <p>
      {before}
      <OutletName outlet={view.outletOf(original.outlet)} strings={view.strings} />
      {between}
      <OutletNames names={names} view={view} />
      {after}
    </p>
  );
}

function Drawing({ lanes, times, view }: { lanes: readonly Lane[]; times: CoverageTimes; view: StoryView }) {
  const { coverage } = view.strings;
  const { dates, briefing } = view;
  const height = lanes.length * laneHeight + 16;
  const [from, to] = [times.from, times.to].map((time) => new Date(time).toISOString());
  const withinADay = times.to - times.from < 24 * 3_600_000;
  const tick = (iso: string | undefined) =>
    iso === undefined ? "" : withinADay ? dates.moment(iso) : dates.day(iso.slice(0, 10));
  return (
    <svg
      class="drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={coverage.alt(
        briefing.sources.length,
        lanes.length,
        dates.moment(String(from)),
        dates.moment(String(to)),
      )}
    >
      {lanes.map((lane, index) => (
        <LaneLine lane={lane} y={index * laneHeight} times={times} view={view} />
      ))}
      <text class="tick" x={0} y={height - 2}>
        {tick(from)}
      </text>
      {times.to > times.from && (
        <text class="tick end" x={width} y={height - 2}>
          {withinADay && to !== undefined ? dates.clock(to) : tick(to)}
        </text>
      )}
    </svg>
  );
}

function LaneLine({ lane, y, times, view }: { lane: Lane; y: number; times: CoverageTimes; view: StoryView }) {
  const at = (source: Source) => Math.round((inset + times.place(source) * (width - 2 * inset)) * 10) / 10;
  const line = y + 20;
  const said = (source: Source) => `${source.outlet}, ${view.dates.moment(source.publishedAt ?? "")}`;
  return (
    <g>
      <text class="lane" x={0} y={y + 10}>
        {lane.outlet ?? view.strings.coverage.others(new Set(lane.texts.map(({ original }) => original.outlet)).size)}
      </text>
      <path class="axis" d={`M0 ${line}H${width}`} />
      {lane.texts.map(({ original, copies }) => {
        const last = copies.filter(hasTime).at(-1);
        return last && <path class="tie" d={`M${at(original)} ${line}H${at(last)}`} />;
      })}
      {lane.texts.map(({ original, copies }) => (
        <>
          {copies.filter(hasTime).map((copy) => (
            <circle class="reprint" cx={at(copy)} cy={line} r={3.4}>
              <title>{said(copy)}</title>
            </circle>
          ))}
          <circle class="own" cx={at(original)} cy={line} r={4}>
            <title>{said(original)}</title>
          </circle>
        </>
      ))}
    </g>
  );
}

const hasTime = (source: Source) => Number.isFinite(timeOf(source));
