import type { Progress } from "../../store/progress.ts";
import { editionProgress } from "../edition-progress.ts";
import type { SiteEdition } from "../site-edition.ts";
import { counted, type ListingView } from "./listing-view.ts";

/** While more than this share of what was found waits to be read, grouped or written, the edition is still being made. */
const openShare = 0.25;
/** The browser comes again after this. */
export const refreshSeconds = 4;

/** Editions whose first pages stand: counting everything again for each reader would slow the pages of a large store. */
const made = new WeakSet<SiteEdition>();

/** How far the first edition is, while it is being made; undefined from then on. */
export async function firstEditionProgress(site: SiteEdition): Promise<Progress | undefined> {
  if (made.has(site)) return undefined;
  const progress = await editionProgress(site);
  const { items, unassigned, stale, articles, written, feeds, polled } = progress;
  const open = items.waiting + unassigned + stale;
  const isMade =
    written > 0 && (site.stage() === "up to date" || (polled === feeds && open <= openShare * (articles + open)));
  if (!isMade) return progress;
  made.add(site);
  return undefined;
}

/** What the edition is doing, in the reader's language. */
export function stageWords({ items, unassigned, stale, feeds, polled }: Progress, view: ListingView): string {
  const { progress } = view.words;
  const { dates } = view;
  if (items.waiting > 0) return counted(progress.reading, items.waiting, dates);
  if (unassigned > 0) return counted(progress.finding, unassigned, dates);
  if (stale > 0) return counted(progress.writing, stale, dates);
  if (polled < feeds) return progress.asking;
  return view.site.stage() === "starting" ? progress.starting : progress.upToDate;
}

/** Says which stage the first edition is at and what stands already. The page around it asks the browser to come again. */
export function ProgressNotice({ progress, view }: { progress: Progress; view: ListingView }) {
  const { words, dates, site } = view;
  const { items, feeds, polled, failing, articles, written } = progress;
  const answered = polled === 0 || failing < polled;
  const found = Math.max(1, items.waiting + items.read + items.skipped);
  return (
    <section class="progress" aria-labelledby="progress">
      <h2 id="progress">{words.progress.heading}</h2>
      <p role="status">
        <strong>{stageWords(progress, view)}.</strong>{" "}
        {answered ? (
          words.progress.fillsIn
        ) : (
          <>
            {words.progress.noAnswer} <a href="/health">{words.health.heading}</a>
          </>
        )}
      </p>
      <progress aria-labelledby="progress" max={found} value={items.read + items.skipped} />
      <ul class="entry-figures">
        <li>{words.progress.feeds(dates.number(polled), dates.number(feeds))}</li>
        <li>{counted(words.progress.articles, articles, dates)}</li>
        <li>{counted(words.progress.stories, written, dates)}</li>
      </ul>
      {site.welcome && (
        <p>
          <a href="/welcome">{words.progress.choose}</a>
        </p>
      )}
    </section>
  );
}
