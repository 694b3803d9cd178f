import type { Context } from "hono";
import type { SiteEdition } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { listingView } from "./listing-view.ts";
import { readerStringsFor } from "./strings/reader-strings.ts";

/** GET /reading: how the site looks to one reader. The form is the same for all; own.js fills it in from the browser, and nothing of it is sent. */
export async function showOwn(context: Context, site: SiteEdition): Promise<Response> {
  const { strings } = listingView(site);
  const { own } = readerStringsFor(strings.tag);
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: own.name, path: "/reading", current: "/reading", noindex: true }}>
      <h1>{own.name}</h1>
      <p class="lead">{own.intro}</p>
      <noscript>
        <p class="problem">{own.noScript}</p>
      </noscript>
      <form class="welcome own" hidden>
        <Choice name="theme" legend={own.theme} options={own.themes} />
        <Choice name="size" legend={own.size} options={own.sizes} />
        <Choice name="detail" legend={own.detail} hint={own.detailHint} options={own.details} />
        <fieldset>
          <legend>{own.hide}</legend>
          <p class="hint">{own.hideHint}</p>
          <div class="choices">
            {site.edition.subjects.map((subject) => (
              <label>
                <input type="checkbox" name="subject" value={subject} /> {strings.subjects[subject]}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{own.topics}</legend>
          <ul data-topics>
            <li class="hint">{own.noTopics}</li>
          </ul>
        </fieldset>
        <fieldset>
          <legend>{own.file}</legend>
          <p class="hint">{own.fileHint}</p>
          <p class="actions">
            <button type="button" name="save">
              {own.save}
            </button>
            <label>
              {own.load} <input type="file" accept="application/json,.json" />
            </label>
            <button type="button" name="forget">
              {own.forget}
            </button>
          </p>
          <p role="status" data-loaded={own.loaded} data-not-loaded={own.notLoaded} />
        </fieldset>
      </form>
    </Layout>,
  );
}

function Choice({
  name,
  legend,
  hint,
  options,
}: {
  name: string;
  legend: string;
  hint?: string;
  options: Readonly<Record<string, string>>;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <div class="choices">
        {Object.entries(options).map(([value, words]) => (
          <label>
            <input type="radio" name={name} value={value} /> {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
