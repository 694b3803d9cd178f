import type { Context } from "hono";
import { type FeedState, listFeeds } from "../../store/feeds.ts";
import { itemCounts } from "../../store/items.ts";
import { listOutlets } from "../../store/outlets.ts";
import { recentSkips, type SkipCount, type SkippedItem, skipCounts } from "../../store/skips.ts";
import { type FeedHealth, healthOf } from "../feed-health.ts";
import type { SiteEdition } from "../site-edition.ts";
import { externalUrl } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { FeedLine } from "./feed-line.tsx";
import { Layout } from "./layout.tsx";
import { counted, type ListingView, listingView } from "./listing-view.ts";
import { Ago } from "./time.tsx";

const skipsShown = 40;

/** GET /health: how each feed fared, what to do about those that fail, and what was left out and why. */
export async function showHealth(context: Context, site: SiteEdition): Promise<Response> {
  const view = listingView(site);
  const feeds = (await listFeeds(site.db)).filter(({ status }) => status !== "removed");
  const outletNames = new Map((await listOutlets(site.db)).map(({ id, name }) => [id, name]));
  const [counts, recent, items] = [
    await skipCounts(site.db),
    await recentSkips(site.db, skipsShown),
    await itemCounts(site.db),
  ];
  const { words, dates } = view;
  const { health } = words;
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: health.heading, path: "/health" }}>
      <h1>{health.heading}</h1>
      <FeedsByHealth feeds={feeds} outletNames={outletNames} view={view} />
      <section class="shelf" aria-labelledby="skips">
        <h2 id="skips">{health.skips}</h2>
        {counts.length === 0 ? (
          <p class="empty">{health.noSkips}</p>
        ) : (
          <>
            <p>
              {health.skipsIntro(dates.number(items.skipped), dates.number(items.skipped + items.read + items.waiting))}
            </p>
            <SkipTable counts={counts} view={view} />
            <h3>{health.recent}</h3>
            <RecentSkips skips={recent} outletNames={outletNames} view={view} />
          </>
        )}
      </section>
    </Layout>,
  );
}

function FeedsByHealth({
  feeds,
  outletNames,
  view,
}: {
  feeds: readonly FeedState[];
  outletNames: ReadonlyMap<string, string>;
  view: ListingView;
}) {
  const { words, dates, site } = view;
  const { health } = words;
  if (feeds.length === 0) return <p class="empty">{health.noFeeds}</p>;
  const of = (state: FeedHealth) => feeds.filter((feed) => healthOf(feed, site.edition.languages) === state);
  const [failing, answering, unasked] = [of("fails"), of("answers"), of("unasked")];
  const numbers = [answering, failing, unasked].map(({ length }) => dates.number(length));
  const lines = (some: readonly FeedState[]) => (
    <ul class="feeds">
      {some.map((feed) => (
        <FeedLine feed={feed} outlet={outletNames.get(feed.outletId) ?? feed.outletId} view={view} />
      ))}
    </ul>
  );
  const folded = [
    [health.answering, answering],
    [health.unasked, unasked],
    [health.paused, of("paused")],
    [health.otherLanguage, of("other-language")],
  ] as const;
  const [answered = "", failed = "", notAsked = ""] = numbers;
  return (
    <>
      <p class="lead">{health.summary(answered, failed, notAsked)}</p>
      {failing.length > 0 ? (
        <section class="shelf" aria-labelledby="failing">
          <h2 id="failing">{health.failing}</h2>
          {lines(failing)}
        </section>
      ) : (
        answering.length > 0 && <p>{health.allWell}</p>
      )}
      {folded
        .filter(([, some]) => some.length > 0)
        .map(([title, some]) => (
          <details class="fold">
            <summary>{counted(title, some.length, dates)}</summary>
            {lines(some)}
          </details>
        ))}
    </>
  );
}

/** A skip's stable code in words; a code nobody gave words to is shown as it is. */
export function skipWords(reason: string, { words: { health } }: ListingView): string {
  const status = /^http-(\d{3})$/.exec(reason)?.[1];
  return health.reasons[reason] ?? (status === undefined ? reason : health.httpStatus(status));
}

function SkipTable({ counts, view }: { counts: readonly SkipCount[]; view: ListingView }) {
  const [why, stage, items] = view.words.health.columns;
  return (
    <table class="counts">
      <thead>
        <tr>
          <th scope="col">{why}</th>
          <th scope="col">{stage}</th>
          <th scope="col" class="number">
            {items}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map((row) => (
          <tr>
            <th scope="row">{skipWords(row.reason, view)}</th>
            <td>
              <code>{row.stage}</code>
            </td>
            <td class="number">{view.dates.number(row.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RecentSkips({
  skips,
  outletNames,
  view,
}: {
  skips: readonly SkippedItem[];
  outletNames: ReadonlyMap<string, string>;
  view: ListingView;
}) {
  return (
    <ul class="singles">
      {skips.map(({ outletId, title, url, reason, detail, at }) => {
        const link = externalUrl(url);
        return (
          <li>
            <span class="single-outlet">{outletNames.get(outletId) ?? outletId}</span>{" "}
            <span class="single-title">
              {link === undefined ? (
                title || "–"
              ) : (
                <a href={link} rel="noopener noreferrer external">
                  {title || link}
                </a>
              )}
              : {skipWords(reason, view)}
              {detail !== undefined && (
                <span class="hint" lang="en">
                  {" "}
                  ({detail})
                </span>
              )}
            </span>{" "}
            <span class="single-more">
              <Ago at={at} now={view.now} dates={view.dates} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
