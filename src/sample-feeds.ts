import { createHash } from "node:crypto";
import type { SampleOutlet } from "./sample-edition.ts";
import type { SampleArticle } from "./sample-story.ts";

/** What a feed is written from. `base` is the origin ("http://127.0.0.1:8098"); `tracking` is added to every link. */
export interface FeedSource {
  readonly base: string;
  readonly outlet: SampleOutlet;
  readonly title: string;
  readonly selfUrl: string;
  readonly articles: readonly SampleArticle[];
  readonly tracking?: string;
}

export interface Document {
  readonly type: string;
  readonly body: string;
}

/** Escapes text for XML and HTML, attribute values included. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The article's paragraphs as HTML. */
export function paragraphsHtml(article: SampleArticle): string[] {
  return article.text.split("\n").map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`);
}

/** The outlet's feed in the format the outlet uses. */
export function renderFeed(source: FeedSource): Document {
  if (source.outlet.feed === "atom") return renderAtom(source);
  if (source.outlet.feed === "rdf") return renderRdf(source);
  if (source.outlet.feed === "json") return renderJson(source);
  return renderRss(source);
}

function linkOf(source: FeedSource, article: SampleArticle): string {
  return `${source.base}${article.path}${source.tracking ?? ""}`;
}

function siteOf(source: FeedSource): string {
  return `${source.base}/${source.outlet.id}/`;
}

function renderRss(source: FeedSource): Document {
  const items = source.articles.map((article) => {
    const link = escapeMarkup(linkOf(source, article));
    const byline = article.byline ? `\n      <dc:creator>${escapeMarkup(article.byline)}</dc:creator>` : "";
    const content =
      source.outlet.content === "full"
        ? `\n      <content:encoded><![CDATA[${paragraphsHtml(article).join("")}]]></content:encoded>`
        : "";
    return `    <item>
      <title>${escapeMarkup(article.title)}</title>
      <link>${link}</link>
      <guid isPermaLink="true">${link}</guid>
      <pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate>${byline}
      <category>${escapeMarkup(article.subject)}</category>
      <description>${escapeMarkup(article.summary)}</description>${content}
    </item>`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeMarkup(source.title)}</title>
    <link>${escapeMarkup(siteOf(source))}</link>
    <description>${escapeMarkup(source.outlet.motto)}</description>
    <language>${source.outlet.language}</language>
    <atom:link rel="self" type="application/rss+xml" href="${escapeMarkup(source.selfUrl)}"/>
${items.join("\n")}
  </channel>
</rss>
`;
  return { type: "application/rss+xml; charset=utf-8", body };
}

function renderAtom(source: FeedSource): Document {
  const entries = source.articles.map((article) => {
    const link = escapeMarkup(linkOf(source, article));
    const author = article.byline ? `\n    <author><name>${escapeMarkup(article.byline)}</name></author>` : "";
    const content =
      source.outlet.content === "full"
        ? `\n    <content type="html">${escapeMarkup(paragraphsHtml(article).join(""))}</content>`
        : "";
    return `  <entry>
    <id>${link}</id>
    <title>${escapeMarkup(article.title)}</title>
    <link rel="alternate" type="text/html" href="${link}"/>
    <published>${article.publishedAt}</published>
    <updated>${article.modifiedAt ?? article.publishedAt}</updated>${author}
    <category term="${escapeMarkup(article.subject)}"/>
    <summary>${escapeMarkup(article.summary)}</summary>${content}
  </entry>`;
  });
  const newest = source.articles[0]?.publishedAt ?? "1970-01-01T00:00:00.000Z";
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${source.outlet.language}">
  <id>${escapeMarkup(source.selfUrl)}</id>
  <title>${escapeMarkup(source.title)}</title>
  <link rel="self" href="${escapeMarkup(source.selfUrl)}"/>
  <link rel="alternate" type="text/html" href="${escapeMarkup(siteOf(source))}"/>
  <updated>${newest}</updated>
  <author><name>${escapeMarkup(source.outlet.name)}</name></author>
${entries.join("\n")}
</feed>
`;
  return { type: "application/atom+xml; charset=utf-8", body };
}

function renderRdf(source: FeedSource): Document {
  const links = source.articles.map((article) => escapeMarkup(linkOf(source, article)));
  const items = source.articles.map((article, index) => {
    const byline = article.byline ? `\n    <dc:creator>${escapeMarkup(article.byline)}</dc:creator>` : "";
    return `  <item rdf:about="${links[index]}">
    <title>${escapeMarkup(article.title)}</title>
    <link>${links[index]}</link>
    <description>${escapeMarkup(article.summary)}</description>
    <dc:date>${article.publishedAt}</dc:date>${byline}
    <dc:subject>${escapeMarkup(article.subject)}</dc:subject>
  </item>`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="${escapeMarkup(source.selfUrl)}">
    <title>${escapeMarkup(source.title)}</title>
    <link>${escapeMarkup(siteOf(source))}</link>
    <description>${escapeMarkup(source.outlet.motto)}</description>
    <dc:language>${source.outlet.language}</dc:language>
    <items><rdf:Seq>${links.map((link) => `<rdf:li rdf:resource="${link}"/>`).join("")}</rdf:Seq></items>
  </channel>
${items.join("\n")}
</rdf:RDF>
`;
  return { type: "application/rdf+xml; charset=utf-8", body };
}

function renderJson(source: FeedSource): Document {
  const items = source.articles.map((article) => ({
    id: createHash("sha256").update(article.id).digest("hex").slice(0, 16),
    url: linkOf(source, article),
    title: article.title,
    summary: article.summary,
    ...(source.outlet.content === "full" && { content_html: paragraphsHtml(article).join("") }),
    date_published: article.publishedAt,
    ...(article.modifiedAt !== undefined && { date_modified: article.modifiedAt }),
    ...(article.byline !== undefined && { authors: [{ name: article.byline }] }),
    tags: [article.subject],
  }));
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: source.title,
    home_page_url: siteOf(source),
    feed_url: source.selfUrl,
    description: source.outlet.motto,
    language: source.outlet.language,
    items,
  };
  return { type: "application/feed+json; charset=utf-8", body: `${JSON.stringify(feed, null, 2)}\n` };
}
