import type { SampleEdition, SampleOutlet } from "./sample-edition.ts";
import { type Document, escapeMarkup, paragraphsHtml } from "./sample-feeds.ts";
import type { SampleArticle } from "./sample-story.ts";

/** The words that stand around articles, in the languages of the sample outlets. */
const furnitureWords = {
  en: {
    cookies: "We use cookies to remember how you like your paper. You may accept all of them, or only those we need.",
    accept: "Accept all",
    sections: ["Home", "World", "Politics", "Business", "Science", "Culture", "Sport"],
    newsletter: "Sign up for our newsletter and get the five stories of the day at breakfast.",
    related: "Read more",
    listen: "Listen to this report (3 minutes)",
    by: "By",
    published: "Published",
    updated: "Updated",
    subscribe: "Subscribe for 12 crowns a month to read the rest of this article.",
    share: "Share this article",
    ticker: "Just in",
    footer: "All rights reserved. Contact the newsroom. Terms of use.",
  },
  de: {
    cookies: "Wir verwenden Cookies. Sie können alle annehmen oder nur die notwendigen.",
    accept: "Alle annehmen",
    sections: ["Startseite", "Politik", "Wirtschaft", "Wissen", "Kultur", "Sport"],
    newsletter: "Abonnieren Sie unseren Newsletter und beginnen Sie den Tag mit fünf Meldungen.",
    related: "Lesen Sie auch",
    listen: "Diesen Beitrag anhören (3 Minuten)",
    by: "Von",
    published: "Veröffentlicht",
    updated: "Aktualisiert",
    subscribe: "Abonnieren Sie den Boten, um den ganzen Artikel zu lesen.",
    share: "Teilen",
    ticker: "Ticker",
    footer: "Alle Rechte vorbehalten. Impressum. Datenschutz.",
  },
} as const;

function wordsOf(outlet: SampleOutlet) {
  return outlet.language === "de" ? furnitureWords.de : furnitureWords.en;
}

/** "12 November 2026, 14:05 UTC" in the outlet's language and style. */
function visibleTime(iso: string, outlet: SampleOutlet): string {
  const locale = outlet.language === "de" ? "de" : outlet.dateStyle === "month-first" ? "en-US" : "en-GB";
  const date = new Date(iso);
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `${day.format(date)}, ${iso.slice(11, 16)} UTC`;
}

const schemaTypes: Readonly<Partial<Record<NonNullable<SampleArticle["genre"]>, string>>> = {
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
};

function jsonLd(article: SampleArticle, outlet: SampleOutlet, url: string): string {
  const data = {
    "@context": "https://schema.org",
    "@type": schemaTypes[article.genre ?? "report"] ?? "NewsArticle",
    headline: article.title,
    mainEntityOfPage: url,
    datePublished: article.publishedAt,
    ...(article.modifiedAt !== undefined && { dateModified: article.modifiedAt }),
    inLanguage: outlet.language,
    ...(article.byline !== undefined && { author: [{ "@type": "Person", name: article.byline }] }),
    publisher: { "@type": "NewsMediaOrganization", name: outlet.name },
    ...(outlet.paywall && {
      isAccessibleForFree: false,
      hasPart: { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".subscribers-only" },
    }),
  };
  return `  <script type="application/ld+json">${JSON.stringify(data).replace(/</g, "\\u003c")}</script>`;
}

function metaTags(article: SampleArticle, outlet: SampleOutlet): string[] {
  if (outlet.dates !== "meta") return [];
  return [
    `  <meta property="article:published_time" content="${article.publishedAt}">`,
    ...(article.modifiedAt ? [`  <meta property="article:modified_time" content="${article.modifiedAt}">`] : []),
    ...(article.byline ? [`  <meta name="author" content="${escapeMarkup(article.byline)}">`] : []),
  ];
}

function head(title: string, outlet: SampleOutlet, base: string, extra: readonly string[]): string {
  return [
    "<!doctype html>",
    `<html lang="${outlet.language}">`,
    "<head>",
    '  <meta charset="utf-8">',
    `  <title>${escapeMarkup(title)}</title>`,
    '  <meta name="viewport" content="width=device-width, initial-scale=1">',
    `  <meta property="og:site_name" content="${escapeMarkup(outlet.name)}">`,
    `  <link rel="alternate" type="${feedTypes[outlet.feed]}" title="${escapeMarkup(outlet.name)}" href="${base}/${outlet.id}/feed">`,
    ...extra,
    "</head>",
    "<body>",
  ].join("\n");
}

const feedTypes = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  rdf: "application/rdf+xml",
  json: "application/feed+json",
} as const;

function masthead(outlet: SampleOutlet): string[] {
  const words = wordsOf(outlet);
  const has = (part: string) => outlet.furniture.includes(part);
  const links = words.sections.map((name) => `<li><a href="/${outlet.id}/#${name.toLowerCase()}">${name}</a></li>`);
  return [
    ...(has("cookies")
      ? [`<div class="cookie-banner" role="dialog"><p>${words.cookies}</p><button>${words.accept}</button></div>`]
      : []),
    `<header class="site-header"><a class="logo" href="/${outlet.id}/">${escapeMarkup(outlet.name)}</a>`,
    `<p class="motto">${escapeMarkup(outlet.motto)}</p></header>`,
    ...(has("navigation") ? [`<nav class="main-menu"><ul>${links.join("")}</ul></nav>`] : []),
  ];
}

/** Two other articles of the outlet, those on the same story first. */
function relatedTo(article: SampleArticle, edition: SampleEdition): SampleArticle[] {
  const others = edition.articles.filter(({ outletId, id }) => outletId === article.outletId && id !== article.id);
  return [
    ...others.filter(({ story }) => story === article.story),
    ...others.filter(({ story }) => story !== article.story),
  ].slice(0, 2);
}

/** The newest headlines of the outlet with their times, as they run beside every article. */
function tickerOf(outlet: SampleOutlet, edition: SampleEdition): string[] {
  if (!outlet.furniture.includes("ticker")) return [];
  const newest = edition.articles.filter(({ outletId }) => outletId === outlet.id).slice(0, 5);
  const lines = newest.map(
    ({ path, title, publishedAt }) =>
      `<li><span class="clock">${publishedAt.slice(11, 16)}</span> <a href="${path}">${escapeMarkup(title)}</a></li>`,
  );
  return [`<aside class="ticker"><h2>${wordsOf(outlet).ticker}</h2><ul>`, ...lines, "</ul></aside>"];
}

/** Headline, byline and dates, as the outlet sets them. Papers without JSON-LD mark them up as microdata or not at all. */
function articleHead(article: SampleArticle, outlet: SampleOutlet): string[] {
  const words = wordsOf(outlet);
  const author = outlet.dates === "visible" ? '<span itemprop="author">' : '<span class="author">';
  const time = `<time datetime="${article.publishedAt}">${visibleTime(article.publishedAt, outlet)}</time>`;
  return [
    `<h1>${escapeMarkup(article.title)}</h1>`,
    ...(article.byline
      ? [`<div class="byline">${words.by} ${author}${escapeMarkup(article.byline)}</span></div>`]
      : []),
    ...(outlet.dates === "json-ld" ? [] : [`<p class="dateline">${words.published} ${time}</p>`]),
    ...(article.modifiedAt
      ? [`<p class="dateline updated">${words.updated} ${visibleTime(article.modifiedAt, outlet)}</p>`]
      : []),
    ...(outlet.furniture.includes("share")
      ? [`<ul class="share"><li><a href="#share">${words.share}</a></li></ul>`]
      : []),
  ];
}

function bodyParts(article: SampleArticle, outlet: SampleOutlet): string[] {
  const words = wordsOf(outlet);
  const paragraphs = paragraphsHtml(article);
  const middle = Math.ceil(paragraphs.length / 2);
  const newsletter = outlet.furniture.includes("newsletter")
    ? [`<aside class="newsletter-signup"><p>${words.newsletter}</p></aside>`]
    : [];
  const wall = outlet.paywall ? [`<div class="subscribers-only paywall"><p>${words.subscribe}</p></div>`] : [];
  return [...paragraphs.slice(0, middle), ...newsletter, ...paragraphs.slice(middle), ...wall];
}

/** The article's page in the house style of its outlet. */
export function renderPage(
  article: SampleArticle,
  outlet: SampleOutlet,
  edition: SampleEdition,
  base: string,
): Document {
  const words = wordsOf(outlet);
  const url = `${base}${article.path}`;
  const related = outlet.furniture.includes("related")
    ? [
        `<section class="related-stories"><h2>${words.related}</h2><ul>`,
        ...relatedTo(article, edition).map(
          ({ path, title }) => `<li><a href="${path}">${escapeMarkup(title)}</a></li>`,
        ),
        "</ul></section>",
      ]
    : [];
  const body = [
    head(`${article.title} | ${outlet.name}`, outlet, base, [
      `  <link rel="canonical" href="${url}">`,
      `  <meta property="og:type" content="article">`,
      `  <meta property="og:title" content="${escapeMarkup(article.title)}">`,
      ...metaTags(article, outlet),
      ...(outlet.dates === "json-ld" ? [jsonLd(article, outlet, url)] : []),
    ]),
    ...masthead(outlet),
    '<main><article class="story">',
    ...articleHead(article, outlet),
    ...(outlet.furniture.includes("listen")
      ? [`<div class="audio-player"><button>${words.listen}</button></div>`]
      : []),
    ...(article.caption
      ? [
          `<figure><img src="/picture.svg" alt="" width="640" height="360"><figcaption>${escapeMarkup(article.caption)}</figcaption></figure>`,
        ]
      : []),
    '<div class="story-body">',
    ...bodyParts(article, outlet),
    "</div>",
    "</article>",
    ...related,
    ...tickerOf(outlet, edition),
    "</main>",
    `<footer><p>© ${escapeMarkup(outlet.name)}. ${words.footer}</p></footer>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
  return { type: "text/html; charset=utf-8", body };
}

/** The outlet's home page: its articles as a list of links. */
export function renderHome(outlet: SampleOutlet, edition: SampleEdition, base: string): Document {
  const own = edition.articles.filter(({ outletId }) => outletId === outlet.id);
  const body = [
    head(outlet.name, outlet, base, []),
    ...masthead(outlet),
    "<main><ul>",
    ...own.map(({ path, title }) => `<li><a href="${path}">${escapeMarkup(title)}</a></li>`),
    "</ul></main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
  return { type: "text/html; charset=utf-8", body };
}
