import type { Context } from "hono";
import { listOutlets } from "../../store/outlets.ts";
import { listStories } from "../../store/stories.ts";
import { outletsActiveSince, outletsOfStories } from "../../store/story-outlets.ts";
import { type BlindSpot, blindSpots, groupings } from "../blind-spots.ts";
import type { SiteEdition } from "../site-edition.ts";
import { storyPath } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { type ListingView, listingView } from "./listing-view.ts";
import { readerStringsFor } from "./strings/reader-strings.ts";

const days = 7;
/** The most important stories of the week. */
const storiesCompared = 300;

/** GET /blind-spots: the stories of the last week that all outlets of a country, a language or an owner leave out. */
export async function showBlindSpots(context: Context, site: SiteEdition): Promise<Response> {
  const { db, edition } = site;
  const view = listingView(site);
  const since = new Date(view.now.getTime() - days * 86_400_000).toISOString();
  const { minArticles, minOrigins } = edition;
  const stories = (await listStories(db, { minArticles, minOrigins, order: "rank", limit: storiesCompared })).filter(
    ({ newestAt, headline }) => headline !== undefined && (newestAt ?? "") > since,
  );
  const outletIds = await outletsOfStories(
    db,
    stories.map(({ id }) => id),
  );
  const active = await outletsActiveSince(db, since);
  const spots = blindSpots(
    stories.map((story) => ({ story, outletIds: outletIds.get(story.id) ?? [] })),
    (await listOutlets(db)).filter(({ id }) => active.has(id)),
  );
  const { blind } = readerStringsFor(view.strings.tag);
  return sendPage(
    context,
    <Layout
      site={site}
      page={{ kind: "list", title: blind.heading, description: blind.intro(days), path: "/blind-spots" }}
    >
      <h1>{blind.heading}</h1>
      <p class="lead">{blind.intro(days)}</p>
      {spots.length === 0 && <p class="empty">{blind.none}</p>}
      {groupings.map((by) => {
        const found = spots.filter((spot) => spot.by === by);
        return found.length === 0 ? null : (
          <section class="shelf" aria-labelledby={by}>
            <h2 id={by}>{blind.by[by]}</h2>
            {found.map((spot) => (
              <Spot spot={spot} view={view} />
            ))}
          </section>
        );
      })}
      <p class="hint">{blind.means}</p>
    </Layout>,
  );
}

function Spot({ spot: { by, key, outlets, stories }, view }: { spot: BlindSpot; view: ListingView }) {
  const { dates, strings } = view;
  const { blind } = readerStringsFor(strings.tag);
  const name =
    by === "country"
      ? (dates.country(key) ?? key)
      : by === "language"
        ? (dates.language(key) ?? key)
        : (outlets.find(({ owner }) => owner !== undefined)?.owner ?? key);
  return (
    <div class="spot">
      <h3>{name}</h3>
      <p class="hint">{blind.noneOf(dates.number(outlets.length), outlets.map((outlet) => outlet.name).join(", "))}</p>
      <ul class="singles plain">
        {stories.map((story) => (
          <li>
            <span class="single-title" lang={story.language}>
              <a href={storyPath(story)}>{story.headline}</a>
            </span>
            <span class="single-more">
              {dates.number(story.outlets)} {strings.counts.outlets(story.outlets)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
