import { describe, expect, it } from "vitest";
import { type AskedFeed, diagnoseFeed } from "../../src/ingest/diagnose-feed.ts";
import { parseFeed } from "../../src/ingest/parse-feed.ts";

const url = "https://gazette.example/feed";
const base = { feed: { url }, languages: ["en", "de"], now: "2024-05-15T12:00:00.000Z" };
const failed = (reason: string, more: { status?: number; detail?: string } = {}): AskedFeed => ({
  ...base,
  outcome: { kind: "failed", reason, ...more },
});
const read = (
  body: string,
  more: { permanentUrl?: string; contentType?: string; tookMs?: number } = {},
): AskedFeed => ({
  ...base,
  outcome: { kind: "ok", status: 200, ...more },
  parsed: parseFeed(new TextEncoder().encode(body), more),
});
const item = (title: string, date: string) => `<item><title>${title}</title><pubDate>${date}</pubDate></item>`;
const english = item("The ferry from Port Alder did not sail because the pilots would not board it", "2024-05-14");
const feed = (items: string) => `<rss><channel><title>Gazette</title>${items}</channel></rss>`;

describe("diagnoseFeed", () => {
  it("finds nothing wrong with a feed that answers", () => {
    expect([
      ...diagnoseFeed(read(feed(english))),
      ...diagnoseFeed({ ...base, outcome: { kind: "not-modified" } }),
    ]).toEqual([
      { state: "ok", words: "It answers with 1 item, the newest of 2024-05-14.", todo: "" },
      { state: "ok", words: "It answers, and nothing has changed since the last time.", todo: "" },
    ]);
  });

  it.each([
    ["http-403", "forbidden"],
    ["http-404", "not-found"],
    ["http-410", "gone"],
    ["http-429", "too-many-requests"],
    ["http-503", "server-error"],
    ["http-418", "http-error"],
    ["bad-certificate", "bad-certificate"],
    ["timeout", "timeout"],
    ["dns", "dns"],
    ["robots", "robots"],
    ["private-address", "private-address"],
    ["too-many-redirects", "redirects"],
    ["something-new", "unreadable"],
  ])("names a request that failed with %s, and what to do", (reason, state) => {
    const [diagnosis] = diagnoseFeed(failed(reason));
    expect([diagnosis.state, diagnosis.words.endsWith("."), diagnosis.todo.length > 10]).toEqual([state, true, true]);
  });

  it("uses the fetcher's own words where it has some", () => {
    expect(
      diagnoseFeed(failed("bad-certificate", { detail: "The certificate of gazette.example has expired." }))[0].words,
    ).toBe("The certificate of gazette.example has expired.");
  });

  it.each([
    ["html", read("<!doctype html><html><body>Hello</body></html>")],
    ["empty", read("")],
    ["not-a-feed", read("<note>no feed</note>")],
    ["empty", read(feed(""))],
    ["stale", read(feed(item("The ferry from Port Alder did not sail because pilots refused", "2023-01-02")))],
    [
      "language",
      read(feed(item("Il traghetto non è partito lunedì perché i piloti del porto hanno scioperato", "2024-05-14"))),
    ],
    ["cut-off", read(`<rss><channel>${english}<item><title>The pil`)],
    [
      "wrong-charset",
      read(feed(english.replace("ferry", "café ferry")), { contentType: "text/xml; charset=iso-8859-1" }),
    ],
    ["moved", read(feed(english), { permanentUrl: "https://gazette.example/rss" })],
    ["slow", read(feed(english), { tookMs: 5_200 })],
  ])("names a document that is %s", (state, asked) => {
    const [diagnosis] = diagnoseFeed(asked);
    expect([diagnosis.state, diagnosis.todo !== ""]).toEqual([state, true]);
  });

  it("tells of all that is wrong, the gravest first", () => {
    const old = item("The ferry from Port Alder did not sail because pilots refused", "2023-01-02");
    const findings = diagnoseFeed(
      read(`<rss><channel>${old}<item><title>The pil`, { permanentUrl: "https://gazette.example/rss" }),
    );
    expect(findings.map(({ state, words }) => `${state}: ${words}`)).toEqual([
      "cut-off: The document breaks off before its end. What follows item 1 was dropped.",
      "stale: Its newest item is of 2023-01-02, 499 days old.",
      "moved: It has moved for good to https://gazette.example/rss.",
    ]);
  });

  it.each([
    "<rss><channel><item><title>The pil",
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","ti',
  ])("tells a document that breaks off before its first item is whole from an empty one: %s", (body) => {
    expect(diagnoseFeed(read(body))).toEqual([
      {
        state: "cut-off",
        words: "The document breaks off before its end. None of its items is whole.",
        todo: "It is asked again on its own; tell the outlet if it stays so.",
      },
    ]);
  });

  it("gives the command that puts it right", () => {
    expect(diagnoseFeed(read(feed(english), { permanentUrl: "https://gazette.example/rss" }))[0].todo).toContain(
      "`backstory feeds edit https://gazette.example/feed --url https://gazette.example/rss`",
    );
  });
});
