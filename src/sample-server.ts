import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SampleEdition, SampleOutlet } from "./sample-edition.ts";
import { type Document, escapeMarkup, type FeedSource, renderFeed } from "./sample-feeds.ts";
import { renderHome, renderPage } from "./sample-pages.ts";

/** A feed of the running sample edition. `outlet` is the outlet's name. */
export interface ServedFeed {
  readonly outlet: string;
  readonly url: string;
  readonly language: string;
}

/** The sample edition while it is served. */
export interface ServedSamples {
  readonly url: string;
  readonly opmlUrl: string;
  readonly feeds: readonly ServedFeed[];
  close(): Promise<void>;
}

/**
 * Serves every feed and page of the edition on one port, an outlet to a path (`/harbour-gazette/feed`), and all feeds as
 * OPML at `/feeds.opml`. Port 0 takes any free port; a store that is kept between runs needs the same port each time,
 * because an article is known by its address.
 */
export async function serveSamples(
  edition: SampleEdition,
  options: { host?: string; port?: number } = {},
): Promise<ServedSamples> {
  const host = options.host ?? "127.0.0.1";
  let documents: ReadonlyMap<string, Document> = new Map();
  const server = createServer((request, response) => answer(request, response, documents));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${port}`;
  documents = renderEdition(edition, url);
  return {
    url,
    opmlUrl: `${url}/feeds.opml`,
    feeds: feedSources(edition, url).map(({ outlet, selfUrl }) => ({
      outlet: outlet.name,
      url: selfUrl,
      language: outlet.language,
    })),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Every document of the edition by its path. */
export function renderEdition(edition: SampleEdition, base: string): Map<string, Document> {
  const documents = new Map<string, Document>([
    ["/robots.txt", { type: "text/plain; charset=utf-8", body: "User-agent: *\nAllow: /\n" }],
    ["/picture.svg", { type: "image/svg+xml", body: picture }],
    ["/feeds.opml", renderOpml(edition, base)],
  ]);
  for (const source of feedSources(edition, base)) documents.set(new URL(source.selfUrl).pathname, renderFeed(source));
  for (const outlet of edition.outlets) {
    documents.set(`/${outlet.id}/`, renderHome(outlet, edition, base));
    for (const article of edition.articles.filter(({ outletId }) => outletId === outlet.id)) {
      documents.set(article.path, renderPage(article, outlet, edition, base));
    }
  }
  return documents;
}

function feedSources(edition: SampleEdition, base: string): FeedSource[] {
  return edition.outlets.flatMap((outlet): FeedSource[] => {
    const articles = edition.articles.filter(({ outletId }) => outletId === outlet.id);
    const main = { base, outlet, title: outlet.name, selfUrl: `${base}/${outlet.id}/feed`, articles };
    return outlet.extraFeed ? [main, extraSource(main, outlet.extraFeed)] : [main];
  });
}

function extraSource(main: FeedSource, extra: NonNullable<SampleOutlet["extraFeed"]>): FeedSource {
  return {
    ...main,
    title: `${main.title}: ${extra.name}`,
    selfUrl: `${main.base}/${main.outlet.id}/feed/${extra.name}`,
    articles: main.articles.filter(({ subject }) => extra.subjects.includes(subject)),
    tracking: `?utm_source=feed&utm_medium=rss&utm_campaign=${extra.name}`,
  };
}

function renderOpml(edition: SampleEdition, base: string): Document {
  const outlines = feedSources(edition, base).map(
    ({ outlet, selfUrl }) =>
      `    <outline type="rss" text="${escapeMarkup(outlet.name)}" title="${escapeMarkup(outlet.name)}" xmlUrl="${selfUrl}" htmlUrl="${base}/${outlet.id}/" language="${outlet.language}"/>`,
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Sample edition: invented outlets</title></head>
  <body>
${outlines.join("\n")}
  </body>
</opml>
`;
  return { type: "text/x-opml; charset=utf-8", body };
}

function answer(request: IncomingMessage, response: ServerResponse, documents: ReadonlyMap<string, Document>): void {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const document = documents.get(path);
  if (!document) {
    response
      .writeHead(404, { "content-type": "text/plain; charset=utf-8" })
      .end("No such page in the sample edition.\n");
    return;
  }
  const etag = `"${createHash("sha256").update(document.body).digest("hex").slice(0, 20)}"`;
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { "content-type": document.type, etag });
  response.end(request.method === "HEAD" ? undefined : document.body);
}

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#b8c4cc"/></svg>';
