import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../bin/backstory.mjs", import.meta.url));
const run = (args: string[], input: string | Uint8Array) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, "feed", "parse", ...args], { input });
  return { stdout: stdout.toString(), stderr: stderr.toString(), status };
};
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("backstory feed parse", () => {
  it("answers a feed in its own encoding with one object of JSON Feed names", () => {
    const { stdout, stderr, status } = run(
      ["--url", "https://gazette.example/feeds/harbour.xml"],
      latin(
        `<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Port Alder Gazette</title>
         <link>https://gazette.example/</link><language>en-GB</language>
         <item><guid isPermaLink="false">g-17</guid><link>/harbour/ferry</link><title>Ferry caf\xe9 &amp;amp; pier close</title>
         <pubDate>Tue, 14 May 2024 07:05:09 BST</pubDate><description>&lt;p&gt;The &lt;b&gt;caf\xe9&lt;/b&gt; shut.&lt;/p&gt;</description>
         <author>desk@gazette.example (Mara Quill)</author><category>Harbour</category></item></channel></rss>`,
      ),
    );
    expect([stdout.trim().split("\n").length, JSON.parse(stdout), stderr, status]).toEqual([
      1,
      {
        version: "https://jsonfeed.org/version/1.1",
        title: "Port Alder Gazette",
        home_page_url: "https://gazette.example/",
        language: "en-GB",
        items: [
          {
            id: "g-17",
            url: "https://gazette.example/harbour/ferry",
            title: "Ferry café & pier close",
            content_html: "<p>The <b>café</b> shut.</p>",
            summary: "The café shut.",
            date_published: "2024-05-14T06:05:09.000Z",
            authors: [{ name: "Mara Quill" }],
            tags: ["Harbour"],
          },
        ],
      },
      "",
      0,
    ]);
  });

  it("answers what is no feed with an error in its place, and exits 1", () => {
    const { stdout, status } = run([], "<!doctype html><html><title>Port Alder Gazette</title></html>");
    expect([JSON.parse(stdout), status]).toEqual([
      { error: { code: "html", message: "The address gives a web page (HTML) in place of a feed." } },
      1,
    ]);
  });

  it("mends what can be mended, says so on standard error, and exits 0", () => {
    const { stdout, stderr, status } = run(
      [],
      "<rss><channel><title>Gazette</title><item><title>One</title></item><item><title>Tw",
    );
    expect([JSON.parse(stdout).items.length, stderr, status]).toEqual([
      1,
      "warning: The document breaks off before its end. What follows item 1 was dropped.\n",
      0,
    ]);
  });

  it("says what is wrong with its usage and exits 2", () => {
    expect(run(["no-such-feed.xml"], "").status).toBe(2);
  });
});
