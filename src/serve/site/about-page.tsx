import type { Context } from "hono";
import type { SiteEdition } from "../site-edition.ts";
import { ContactLink } from "./contact-link.tsx";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { type ListingView, listingView } from "./listing-view.ts";
import type { Passage } from "./strings/listing-strings.ts";
import { readerStringsFor } from "./strings/reader-strings.ts";

/** GET /about: what this edition is, who keeps it, what it reads. */
export async function showAbout(context: Context, site: SiteEdition): Promise<Response> {
  const view = listingView(site);
  const { words, strings, dates } = view;
  const { about } = words;
  const { languages, subjects, timeZone } = site.edition;
  const facts = [
    [about.keeper, <Contact view={view} />],
    [about.reads, languages.map((tag) => dates.language(tag) ?? tag).join(", ")],
    [about.shows, subjects.map((subject) => strings.subjects[subject]).join(", ")],
    [about.times, timeZone],
    [about.version, `Backstory ${site.version}`],
  ] as const;
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: about.heading, path: "/about" }}>
      <h1>{about.heading}</h1>
      {site.sample && <p class="lead">{about.sample}</p>}
      <Passages passages={about.passages} />
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        {about.more} <a href="/method">{words.method.heading}</a> · <a href="/outlets">{words.outlets.heading}</a> ·{" "}
        <a href="/health">{words.health.heading}</a> · <a href="/topics">{words.topic.all}</a> ·{" "}
        <a href="/corrections">{words.corrections.heading}</a> ·{" "}
        <a href="/api">{readerStringsFor(view.strings.tag).api.heading}</a>
      </p>
    </Layout>,
  );
}

/** GET /method: how a page comes about, and what that cannot do. */
export async function showMethod(context: Context, site: SiteEdition): Promise<Response> {
  const { method } = listingView(site).words;
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: method.heading, path: "/method" }}>
      <h1>{method.heading}</h1>
      <Passages passages={method.passages} />
    </Layout>,
  );
}

function Contact({ view: { site, words } }: { view: ListingView }) {
  const { contact } = site.edition;
  if (contact === undefined) return <>{words.about.noContact}</>;
  return (
    <>
      {words.about.contact} <ContactLink contact={contact} />
    </>
  );
}

function Passages({ passages }: { passages: readonly Passage[] }) {
  return (
    <>
      {passages.map(({ heading, paragraphs }) => (
        <section class="prose">
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </section>
      ))}
    </>
  );
}
