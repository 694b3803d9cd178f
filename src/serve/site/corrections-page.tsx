import type { Context } from "hono";
import { listOwnCorrections } from "../../store/corrections.ts";
import { latestCorrections } from "../../store/latest-articles.ts";
import type { SiteEdition } from "../site-edition.ts";
import { storyPath } from "./addresses.ts";
import { listingView } from "./listing-view.ts";
import { showArticles } from "./sources-page.tsx";
import { reportStrings } from "./strings/report-strings.ts";

/** Far more than any edition should need; the older ones stay on their stories' pages. */
const mostOwn = 200;

/** GET /corrections: what the edition itself corrected, and what outlets did, newest first, with the story each belongs to. */
export async function showCorrections(context: Context, site: SiteEdition): Promise<Response> {
  const { corrections } = listingView(site).words;
  return showArticles(context, site, {
    path: "/corrections",
    pageSize: 40,
    words: corrections,
    latest: latestCorrections,
    before: () => OwnCorrections({ site }),
  });
}

async function OwnCorrections({ site }: { site: SiteEdition }) {
  const { strings, dates } = listingView(site);
  const words = reportStrings(strings.tag);
  const own = await listOwnCorrections(site.db, mostOwn);
  return (
    <>
      <h2 class="list-head">{words.ownHeading}</h2>
      {own.length === 0 && <p class="empty">{words.ownNone}</p>}
      {own.map(({ id, at, text, storyId, slug, headline, language }) => (
        <div class="own-correction">
          <p>
            <b>{words.correction(dates.day(at))}</b> {text}
          </p>
          <p class="hint">
            <a
              href={`${storyPath({ id: storyId, ...(slug !== undefined && { slug }) })}#correction-${id}`}
              lang={language}
            >
              {headline ?? storyId}
            </a>
          </p>
        </div>
      ))}
      <h2 class="list-head">{words.outletsHeading}</h2>
    </>
  );
}
