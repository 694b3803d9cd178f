import type { Child } from "hono/jsx";
import type { SiteEdition } from "../site-edition.ts";
import { subjectPath } from "./addresses.ts";
import { earlyScript, ownScript, readingScript, styleSheet } from "./assets.ts";
import { siteIcon } from "./site-icon.ts";
import { mailStrings } from "./strings/mail-strings.ts";
import { readerStringsFor } from "./strings/reader-strings.ts";
import { type SiteStrings, stringsFor } from "./strings/site-strings.ts";

/** What the frame needs to know of the page in it. */
export interface PageInfo {
  /** Without the edition's name, which the frame adds. Empty on the front page. */
  readonly title: string;
  readonly description?: string;
  /** Where the page stands: absolute from the site's root. */
  readonly path: string;
  /** BCP 47, where the page's text is in another language than the site's words. */
  readonly language?: string;
  /** The entry of the navigation that the page belongs to: "/" or a subject. */
  readonly current?: string;
  readonly feeds?: readonly { readonly title: string; readonly path: string; readonly type: "rss" | "atom" | "json" }[];
  /** A class on the body, for the style sheet: "story", "front". */
  readonly kind: string;
  /** Asks the browser to come again, as while the first edition is made. */
  readonly refreshSeconds?: number;
  readonly noindex?: boolean;
}

interface LayoutProps {
  readonly page: PageInfo;
  readonly site: SiteEdition;
  readonly children: Child;
}

const feedTypes = { rss: "application/rss+xml", atom: "application/atom+xml", json: "application/feed+json" } as const;

/** The whole document around a page: head, navigation by subject, sample banner, footer. */
export function Layout({ page, site, children }: LayoutProps) {
  const { edition, sample } = site;
  const strings = stringsFor(edition.language);
  const title = page.title === "" ? edition.title : `${page.title} · ${edition.title}`;
  const absolute = (path: string) =>
    edition.publicUrl === undefined ? path : edition.publicUrl.replace(/\/+$/, "") + path;
  return (
    <html lang={strings.tag}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {page.description !== undefined && <meta name="description" content={page.description} />}
        {(sample || page.noindex) && <meta name="robots" content="noindex" />}
        {page.refreshSeconds !== undefined && <meta http-equiv="refresh" content={String(page.refreshSeconds)} />}
        {edition.publicUrl !== undefined && <link rel="canonical" href={absolute(page.path)} />}
        <LinkPreview page={page} site={site} url={absolute(page.path)} />
        <meta name="color-scheme" content="light dark" />
        <script src={earlyScript.path} />
        <link rel="stylesheet" href={styleSheet.path} />
        <link rel="icon" href={siteIcon} />
        <link rel="manifest" href="/manifest.webmanifest" />
        {(page.feeds ?? []).map((feed) => (
          <link rel="alternate" type={feedTypes[feed.type]} title={feed.title} href={feed.path} />
        ))}
        {/* A module would not run from a file, where an exported edition may be read. */}
        <script defer src={readingScript.path} />
        <script defer src={ownScript.path} />
      </head>
      <body class={page.kind}>
        <a class="skip" href="#text">
          {strings.frame.skip}
        </a>
        {sample && <SampleBanner site={site} strings={strings} />}
        <SiteHeader page={page} site={site} strings={strings} />
        <main id="text" tabindex={-1}>
          {children}
        </main>
        <p class="offline" aria-live="polite" data-offline={readerStringsFor(strings.tag).own.offline} />
        <SiteFooter site={site} strings={strings} />
      </body>
    </html>
  );
}

/** What other sites and messengers show of a link (Open Graph). The title of the sample edition says what it is. */
function LinkPreview({ page, site, url }: { page: PageInfo; site: SiteEdition; url: string }) {
  const { title, publicUrl } = site.edition;
  return (
    <>
      <meta property="og:site_name" content={title} />
      <meta property="og:type" content={page.kind === "story" ? "article" : "website"} />
      <meta property="og:title" content={page.title === "" ? title : page.title} />
      {page.description !== undefined && <meta property="og:description" content={page.description} />}
      {publicUrl !== undefined && <meta property="og:url" content={url} />}
    </>
  );
}

async function SampleBanner({ site, strings }: { site: SiteEdition; strings: SiteStrings }) {
  const { sampleTitle, sampleText, sampleReady, sampleButton, sampleChoose } = strings.frame;
  const ready = (await site.behind?.isReady()) ?? false;
  return (
    <aside class="banner" aria-label={sampleTitle.replace(/\.$/, "")}>
      <p>
        <strong>{sampleTitle}</strong> {sampleText}
        {site.welcome && !ready && (
          <>
            {" "}
            <a href="/welcome">{sampleChoose}</a>
          </>
        )}
      </p>
      {ready && (
        <form method="post" action="/edition/real">
          <span>{sampleReady}</span> <button type="submit">{sampleButton}</button>
        </form>
      )}
    </aside>
  );
}

function SiteHeader({ page, site, strings }: { page: PageInfo; site: SiteEdition; strings: SiteStrings }) {
  const { title, subjects } = site.edition;
  const current = (entry: string) => (page.current === entry ? { "aria-current": "page" as const } : {});
  return (
    <header class="site">
      <a class="name" href="/">
        {title}
      </a>
      <nav aria-label={strings.frame.subjectsNav}>
        <a href="/" {...current("/")}>
          {strings.frame.today}
        </a>
        {subjects.map((subject) => (
          <a href={subjectPath(subject)} {...current(subject)}>
            {strings.subjects[subject]}
          </a>
        ))}
      </nav>
      <a class="search" href="/search" {...current("search")}>
        {strings.frame.search}
      </a>
    </header>
  );
}

function SiteFooter({ site, strings }: { site: SiteEdition; strings: SiteStrings }) {
  const { about, method, outlets, sources, health, feed, footerNav, promise, times } = strings.frame;
  const reader = readerStringsFor(strings.tag);
  const links = [
    ["/daily", reader.daily.name],
    ["/blind-spots", reader.blind.heading],
    ["/reading", reader.own.name],
    ...(site.edition.mail ? [["/mail", mailStrings(strings.tag).heading] as const] : []),
    ["/about", about],
    ["/method", method],
    ["/outlets", outlets],
    ["/sources", sources],
    ["/health", health],
    ["/feed.xml", feed],
  ] as const;
  return (
    <footer class="site">
      <nav aria-label={footerNav}>
        {links.map(([path, words]) => (
          <a href={path}>{words}</a>
        ))}
      </nav>
      <p>
        {promise} {times(site.edition.timeZone)} Backstory {site.version}
      </p>
    </footer>
  );
}
