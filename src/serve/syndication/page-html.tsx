import type { JSX } from "hono/jsx/jsx-runtime";
import type { Briefing, Disagreement, Section, Source } from "../../model/briefing.ts";
import type { Claim } from "../../model/claim.ts";
import type { Correction } from "../../model/correction.ts";
import type { Outlet } from "../../model/outlet.ts";
import { externalUrl } from "../site/addresses.ts";
import type { Dates } from "../site/dates.ts";
import { reportStrings } from "../site/strings/report-strings.ts";
import type { SiteStrings } from "../site/strings/site-strings.ts";
import { versionsLine } from "../site/versions-line.ts";

interface PageHtmlProps {
  readonly briefing: Briefing;
  /** The address of each question's page, by its slug. */
  readonly questionUrl: (slug: string) => string;
  readonly outletOf: (name: string) => Outlet | undefined;
  /** What an editor corrected on it, the newest first. */
  readonly corrections?: readonly Correction[];
  readonly strings: SiteStrings;
  readonly dates: Dates;
  /** What stands behind each sentence: the mark of its note, where the page has notes. */
  readonly markOf?: (claim: Claim) => JSX.Element;
}

/**
 * A story's page for feed readers, which bring a style of their own and run no script: every part in its order, and the articles it stands on. The
 * passages behind each sentence are on the page itself.
 */
export function PageHtml(props: PageHtmlProps) {
  const { briefing, strings, dates, corrections = [] } = props;
  return (
    <div lang={briefing.language}>
      {corrections.map(({ at, text }) => (
        <p lang={strings.tag}>
          <b>{reportStrings(strings.tag).correction(dates.day(at))}</b> {text}
        </p>
      ))}
      <Text claims={[briefing.standfirst]} markOf={props.markOf} />
      {briefing.sections.map((section) => (
        <>
          <h2 lang={strings.tag}>{strings.headings[section.kind]}</h2>
          <PartHtml section={section} {...props} />
        </>
      ))}
      <h2 lang={strings.tag}>{strings.headings.sources}</h2>
      <ul>
        {briefing.sources.map((source) => (
          <SourceLine source={source} {...props} />
        ))}
      </ul>
    </div>
  );
}

function PartHtml({ section, questionUrl, strings, dates, markOf }: PageHtmlProps & { readonly section: Section }) {
  switch (section.kind) {
    case "behind-the-headline":
      return (
        <>
          <Text claims={[section.thesis]} markOf={markOf} />
          <List claims={section.claims} markOf={markOf} />
          <Text claims={section.inSum ? [section.inSum] : []} markOf={markOf} />
        </>
      );
    case "what-the-papers-say":
      return (
        <>
          <Text claims={section.claims} markOf={markOf} />
          {section.disagreements.map(disagreementLine)}
          <Titled title={strings.story.agree} claims={section.consensus} tag={strings.tag} markOf={markOf} />
          <Titled title={strings.story.unknown} claims={section.unknowns} tag={strings.tag} markOf={markOf} />
        </>
      );
    case "how-we-got-here":
      return (
        <>
          <Text claims={section.claims} markOf={markOf} />
          {section.timeline.map(({ date, claims }) => (
            <p>
              <b lang={strings.tag}>{dates.day(date)}</b> <Sentences claims={claims} markOf={markOf} />
            </p>
          ))}
        </>
      );
    case "questions":
      return section.questions.map(({ slug, question, answer }) => (
        <>
          <h3>
            <a href={questionUrl(slug)}>{question}</a>
          </h3>
          <Text claims={answer} markOf={markOf} />
        </>
      ));
    case "topics":
      return (
        <ul>
          {section.entities.map(({ name, description }) => (
            <li>
              <b>{name}</b>: {description}
            </li>
          ))}
        </ul>
      );
    default:
      return <Text claims={section.claims} markOf={markOf} />;
  }
}

interface ClaimsProps {
  readonly claims: readonly Claim[];
  readonly markOf: PageHtmlProps["markOf"];
}

function Sentences({ claims, markOf }: ClaimsProps) {
  return claims.map((claim, at) => (
    <>
      {at > 0 && " "}
      {claim.text}
      {markOf?.(claim)}
    </>
  ));
}

function Text(props: ClaimsProps) {
  return props.claims.length === 0 ? null : (
    <p>
      <Sentences {...props} />
    </p>
  );
}

function List({ claims, markOf }: ClaimsProps) {
  return (
    <ul>
      {claims.map((claim) => (
        <li>
          <Sentences claims={[claim]} markOf={markOf} />
        </li>
      ))}
    </ul>
  );
}

function Titled({ title, tag, ...props }: ClaimsProps & { readonly title: string; readonly tag: string }) {
  if (props.claims.length === 0) return null;
  return (
    <>
      <h3 lang={tag}>{title}</h3>
      <List {...props} />
    </>
  );
}

function disagreementLine(disagreement: Disagreement) {
  return (
    <p>
      <b>{disagreement.subject}</b>: {versionsLine(disagreement)}
    </p>
  );
}

function SourceLine({ source, outletOf, strings, dates }: PageHtmlProps & { readonly source: Source }) {
  const url = externalUrl(source.url);
  const isState = outletOf(source.outlet)?.kind === "state-medium";
  return (
    <li>
      {source.outlet}
      {isState && ` (${strings.kinds["state-medium"]})`}:{" "}
      {url === undefined ? (
        <span lang={source.language}>{source.title}</span>
      ) : (
        <a href={url} lang={source.language}>
          {source.title}
        </a>
      )}
      {source.publishedAt !== undefined && `, ${dates.moment(source.publishedAt)}`}
    </li>
  );
}
