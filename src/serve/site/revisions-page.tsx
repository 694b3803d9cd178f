import type { Briefing } from "../../model/briefing.ts";
import type { RevisionLine } from "../../store/briefings.ts";
import type { StoryRow } from "../../store/stories.ts";
import type { SiteEdition } from "../site-edition.ts";
import { externalUrl, revisionsPath, storyPath } from "./addresses.ts";
import { datesFor } from "./dates.ts";
import { Layout } from "./layout.tsx";
import { type PartChanges, revisionChanges } from "./revision-changes.ts";
import { type SiteStrings, stringsFor } from "./strings/site-strings.ts";
import { Time } from "./time.tsx";

interface RevisionsPageProps {
  readonly story: StoryRow;
  /** Newest first. */
  readonly revisions: readonly RevisionLine[];
  readonly site: SiteEdition;
}

/** Every version of a story's page, each to be read as it was, and compared with the one before. */
export function RevisionsPage({ story, revisions, site }: RevisionsPageProps) {
  const strings = stringsFor(site.edition.language);
  const dates = datesFor(site.edition.language, site.edition.timeZone);
  const { heading, intro, number, changed } = strings.revisions;
  return (
    <Layout site={site} page={{ kind: "revisions", title: heading, path: revisionsPath(story), noindex: true }}>
      <StoryLine story={story} strings={strings} />
      <h1>{heading}</h1>
      <p class="standfirst">{intro}</p>
      <ol class="revisions" reversed>
        {revisions.map(({ revision, writtenAt, headline, sources }, index) => (
          <li>
            <p class="revision-facts">
              <b>{number(revision)}</b> · <Time at={writtenAt} dates={dates} /> · {dates.number(sources)}{" "}
              {strings.counts.reports(sources)}
            </p>
            <p lang={story.language}>
              <a href={revisionsPath(story, revision)}>{headline}</a>
            </p>
            {index + 1 < revisions.length && (
              <p class="revision-facts">
                <a href={revisionsPath(story, revision, revisions[index + 1]?.revision ?? revision)}>{changed}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Layout>
  );
}

interface ChangesPageProps {
  readonly story: StoryRow;
  readonly older: Briefing;
  readonly newer: Briefing;
  readonly site: SiteEdition;
}

/** What changed between two versions: the sentences that came and went, part by part, and the articles that came in. */
export function ChangesPage({ story, older, newer, site }: ChangesPageProps) {
  const strings = stringsFor(site.edition.language);
  const { parts, articles } = revisionChanges(older, newer);
  const { between, nothing, newArticles, number } = strings.revisions;
  const title = between(older.revision, newer.revision);
  const dates = datesFor(site.edition.language, site.edition.timeZone);
  return (
    <Layout
      site={site}
      page={{ kind: "revisions", title, path: revisionsPath(story, newer.revision, older.revision), noindex: true }}
    >
      <StoryLine story={story} strings={strings} />
      <h1>{title}</h1>
      <p class="revision-facts">
        {[older, newer].map(({ revision, writtenAt }, index) => (
          <>
            {index > 0 && " → "}
            <a href={revisionsPath(story, revision)}>{number(revision)}</a>, <Time at={writtenAt} dates={dates} />
          </>
        ))}
      </p>
      {parts.length === 0 && <p>{nothing}</p>}
      {parts.map((change) => (
        <section class="part">
          <h2>{partName(change.part, strings)}</h2>
          <Sentences texts={change.removed} kind="removed" language={older.language} strings={strings} />
          <Sentences texts={change.added} kind="added" language={newer.language} strings={strings} />
        </section>
      ))}
      {articles.length > 0 && (
        <section class="part">
          <h2>{newArticles}</h2>
          <ul class="stories">
            {articles.map(({ outlet, title: name, url, language }) => (
              <li>
                {outlet}:{" "}
                {externalUrl(url) === undefined ? (
                  <span lang={language}>{name}</span>
                ) : (
                  <a href={externalUrl(url)} rel="noopener noreferrer external" lang={language}>
                    {name}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

interface SentencesProps {
  readonly texts: readonly string[];
  readonly kind: "added" | "removed";
  readonly language: string;
  readonly strings: SiteStrings;
}

function Sentences({ texts, kind, language, strings }: SentencesProps) {
  return (
    <>
      {texts.map((text) => (
        <p class="change" lang={language}>
          <span class={`label ${kind}`} lang={strings.tag}>
            {strings.revisions[kind]}
          </span>{" "}
          {kind === "added" ? <ins>{text}</ins> : <del>{text}</del>}
        </p>
      ))}
    </>
  );
}

function StoryLine({ story, strings }: { story: StoryRow; strings: SiteStrings }) {
  return (
    <p class="kicker">
      {strings.question.from}:{" "}
      <a href={storyPath(story)} lang={story.language}>
        {story.headline}
      </a>
    </p>
  );
}

function partName(part: PartChanges["part"], strings: SiteStrings): string {
  if (part !== "headline" && part !== "standfirst") return strings.headings[part];
  const name = strings.skipped.parts[part] ?? part;
  return name.charAt(0).toLocaleUpperCase(strings.tag) + name.slice(1);
}
