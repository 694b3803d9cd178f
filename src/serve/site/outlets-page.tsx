import type { Context } from "hono";
import type { Outlet } from "../../model/outlet.ts";
import { listFeeds } from "../../store/feeds.ts";
import { listOutlets } from "../../store/outlets.ts";
import type { SiteEdition } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { counted, countryName, type ListingView, listingView } from "./listing-view.ts";
import { OutletName } from "./outlet-name.tsx";

/** GET /outlets: the rule by which outlets come in, and all that are read. */
export async function showOutlets(context: Context, site: SiteEdition): Promise<Response> {
  const view = listingView(site);
  const outlets = await listOutlets(site.db);
  const feeds = new Map<string, number>();
  for (const { outletId, status } of await listFeeds(site.db))
    if (status === "active") feeds.set(outletId, (feeds.get(outletId) ?? 0) + 1);
  const { words, dates } = view;
  const countries = new Set(outlets.flatMap(({ country }) => country ?? []));
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: words.outlets.heading, path: "/outlets" }}>
      <h1>{words.outlets.heading}</h1>
      {words.outlets.rule.map((paragraph) => (
        <p class="prose">{paragraph}</p>
      ))}
      <p class="prose">{words.outlets.reread}</p>
      {outlets.length === 0 ? (
        <p class="empty">{words.outlets.none}</p>
      ) : (
        <>
          <p class="list-head">{words.outlets.count(dates.number(outlets.length), dates.number(countries.size))}</p>
          <OutletTable outlets={outlets} feeds={feeds} view={view} />
        </>
      )}
    </Layout>,
  );
}

function OutletTable({
  outlets,
  feeds,
  view,
}: {
  outlets: readonly Outlet[];
  feeds: ReadonlyMap<string, number>;
  view: ListingView;
}) {
  const { words, strings, dates } = view;
  const { outlet: names } = words;
  const unknown = <span class="unknown">{names.unknown}</span>;
  return (
    <table class="stacking">
      <thead>
        <tr>
          <th scope="col">{words.outlets.name}</th>
          <th scope="col">{names.country}</th>
          <th scope="col">{names.owner}</th>
          <th scope="col">{names.kind}</th>
          <th scope="col">{names.use}</th>
        </tr>
      </thead>
      <tbody>
        {outlets.map((outlet) => (
          <tr>
            <th scope="row">
              <OutletName outlet={outlet} strings={strings} />
            </th>
            <td data-label={names.country}>{countryName(outlet, dates) ?? unknown}</td>
            <td data-label={names.owner}>{outlet.owner ?? unknown}</td>
            <td data-label={names.kind}>{outlet.kind === "unknown" ? unknown : strings.kinds[outlet.kind]}</td>
            <td data-label={names.use}>
              {names.uses[outlet.use]}
              {", "}
              {counted(names.feedsOf, feeds.get(outlet.id) ?? 0, dates)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
