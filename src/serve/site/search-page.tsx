import type { Context } from "hono";
import { z } from "zod";
import { subjects } from "../../model/edition.ts";
import { searchStories } from "../../store/search.ts";
import { searchPassages } from "../../store/search-passages.ts";
import type { StoryRow } from "../../store/stories.ts";
import { type ListPage, oneOf, pageNumber, readPage, readQuery, searchWords } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { feedsOf } from "./feed-links.tsx";
import { Layout } from "./layout.tsx";
import { type ListingView, listingView } from "./listing-view.ts";
import { Paging } from "./paging.tsx";
import { StoryList } from "./story-entry.tsx";
import { readerStringsFor } from "./strings/reader-strings.ts";

const pageSize = 20;
const path = "/search";
const periods = ["1", "7", "30"] as const;
const searchFilters = {
  q: searchWords.optional(),
  page: pageNumber,
  subject: oneOf(subjects).optional(),
  written: z
    .string()
    .regex(/^[a-z]{2,3}$/, { error: "must be a language code of two or three letters, such as en" })
    .optional(),
  days: oneOf(periods).optional(),
};

/** What a search is narrowed to, as it stands in its address. */
interface ChosenFilters {
  readonly subject: string | undefined;
  readonly written: string | undefined;
  readonly days: string | undefined;
}

/** GET /search?q=: the stories whose page has all the words. */
export async function showSearch(context: Context, site: SiteEdition): Promise<Response> {
  const { q = "", page, subject, written, days } = readQuery(context, searchFilters);
  const { language } = site.edition;
  const view = listingView(site);
  const filters = {
    ...(subject !== undefined && { subject }),
    ...(written !== undefined && { written }),
    ...(days !== undefined && { since: new Date(view.now.getTime() - Number(days) * 86_400_000).toISOString() }),
  };
  const list: ListPage<StoryRow> =
    q === ""
      ? { rows: [], page: 1, hasNext: false }
      : await readPage(page, pageSize, (range) => searchStories(site.db, q, { language, ...filters, ...range }));
  const passages = await searchPassages(
    site.db,
    q,
    list.rows.map(({ id }) => id),
    language,
  );
  const { search } = view.words;
  return sendPage(
    context,
    <Layout
      site={site}
      page={{
        kind: "list",
        title: q === "" ? search.button : q,
        path,
        current: "search",
        noindex: true,
        ...(q !== "" && { feeds: feedsOf(path, q, `?${new URLSearchParams({ q })}`) }),
      }}
    >
      <h1>{search.label}</h1>
      <search>
        <form class="search-form" action={path} method="get">
          <label class="unseen" for="q">
            {search.label}
          </label>
          <input id="q" name="q" type="search" value={q} maxlength={300} autofocus={q === ""} />
          <button type="submit">{search.button}</button>
          <Filters chosen={{ subject, written, days }} view={view} />
        </form>
      </search>
      {q === "" ? (
        <p class="hint">
          {search.tips} <a href="/topics">{search.topics}</a>
        </p>
      ) : (
        <>
          <StoryList stories={list.rows} passages={passages} view={view} empty={search.none(`“${q}”`)} />
          <Paging list={list} path={path} query={{ q, ...chosenFilters({ subject, written, days }) }} view={view} />
        </>
      )}
    </Layout>,
  );
}

/** Narrows a search to a subject, a language and a time; each list begins with all. */
function Filters({ chosen, view }: { chosen: ChosenFilters; view: ListingView }) {
  const { strings, dates, site } = view;
  const { filters } = readerStringsFor(strings.tag);
  const { subjects: shown, languages } = site.edition;
  const fields = [
    { name: "subject", all: filters.anySubject, options: shown.map((one) => [one, strings.subjects[one]] as const) },
    {
      name: "written",
      all: filters.anyLanguage,
      options: languages.map((tag) => [tag, dates.language(tag) ?? tag] as const),
    },
    {
      name: "days",
      all: filters.anyTime,
      options: periods.map((days) => [days, filters.lastDays(Number(days))] as const),
    },
  ] as const;
  return (
    <span class="filters">
      {fields
        .filter(({ options }) => options.length > 1)
        .map(({ name, all, options }) => (
          <select name={name} aria-label={filters.labels[name]}>
            <option value="">{all}</option>
            {options.map(([value, words]) => (
              <option value={value} selected={chosen[name] === value}>
                {words}
              </option>
            ))}
          </select>
        ))}
    </span>
  );
}

function chosenFilters(chosen: ChosenFilters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
