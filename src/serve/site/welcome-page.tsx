import type { Context } from "hono";
import { z } from "zod";
import { knownLanguages } from "../../languages/registry.ts";
import { subjects, type WelcomeChoice } from "../../model/edition.ts";
import { UserError } from "../../model/errors.ts";
import type { SiteEdition, Welcome } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { type ListingView, listingView } from "./listing-view.ts";

const many = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(40)).max(300));
const form = z.object({
  languages: many.pipe(z.array(z.enum(knownLanguages))),
  subjects: many.pipe(z.array(z.enum(subjects))),
  countries: many.pipe(z.array(z.string().regex(/^[A-Z]{2}$/))),
  // A form without a file sends an empty one, or an empty text.
  opml: z.preprocess((value) => (value instanceof File && value.size > 0 ? value : undefined), z.file().optional()),
});

/** GET /welcome: what to read, on the first run and whenever it should change. The edition fills meanwhile. */
export async function showWelcome(context: Context, site: SiteEdition): Promise<Response> {
  return site.welcome ? welcomePage(context, site, site.welcome) : context.notFound();
}

/** POST /welcome: keeps the choice and goes to the front page; a list that cannot be read is told on the form. */
export async function saveWelcome(context: Context, site: SiteEdition): Promise<Response> {
  const { welcome } = site;
  if (!welcome) return context.notFound();
  const sent = form.safeParse(await context.req.parseBody({ all: true }));
  if (!sent.success || sent.data.languages.length === 0 || sent.data.subjects.length === 0)
    return welcomePage(context, site, welcome, listingView(site).words.welcome.noneChosen);
  const { opml, ...choice } = sent.data;
  const chosen: WelcomeChoice = { ...choice, ...(opml && { opml: await opml.text() }) };
  try {
    await welcome.save(chosen);
  } catch (error) {
    if (error instanceof UserError) return welcomePage(context, site, welcome, error.message);
    throw error;
  }
  return context.redirect("/", 303);
}

async function welcomePage(
  context: Context,
  site: SiteEdition,
  { offer }: Welcome,
  problem?: string,
): Promise<Response> {
  const view = listingView(site);
  const { words, strings, dates } = view;
  const { welcome } = words;
  const { languages, subjects: shown, countries: chosenCountries, outletCountries } = await offer();
  const countries = outletCountries
    .map((code) => ({ value: code, label: dates.country(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, strings.tag));
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: welcome.heading, path: "/welcome", noindex: true }}>
      <h1>{welcome.heading}</h1>
      <p class="lead">{welcome.intro}</p>
      {site.sample && <p>{welcome.behindSample}</p>}
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form class="welcome" method="post" action="/welcome" enctype="multipart/form-data">
        <Choices
          name="languages"
          legend={welcome.languages}
          hint={welcome.languagesHint}
          options={knownLanguages.map((tag) => ({ value: tag, label: dates.language(tag) ?? tag }))}
          chosen={languages}
        />
        <Choices
          name="subjects"
          legend={welcome.subjects}
          hint={welcome.subjectsHint}
          options={subjects.map((subject) => ({ value: subject, label: strings.subjects[subject] }))}
          chosen={shown}
        />
        <Choices
          name="countries"
          legend={welcome.countries}
          hint={welcome.countriesHint}
          options={countries}
          chosen={chosenCountries}
        />
        <Opml view={view} />
        <p class="actions">
          <button type="submit">{welcome.save}</button> <a href="/">{welcome.skip}</a>
        </p>
      </form>
    </Layout>,
    problem === undefined ? 200 : 400,
  );
}

function Choices({
  name,
  legend,
  hint,
  options,
  chosen,
}: {
  name: string;
  legend: string;
  hint: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint !== "" && <p class="hint">{hint}</p>}
      <div class="choices">
        {options.map(({ value, label }) => (
          <label>
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Opml({ view }: { view: ListingView }) {
  const { welcome } = view.words;
  return (
    <fieldset>
      <legend>
        <label for="opml">{welcome.opml}</label>
      </legend>
      <p class="hint" id="opml-hint">
        {welcome.opmlHint}
      </p>
      <input
        id="opml"
        type="file"
        name="opml"
        accept=".opml,.xml,text/x-opml,text/xml,application/xml"
        aria-describedby="opml-hint"
      />
    </fieldset>
  );
}
