import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "../../src/serve/server.ts";
import { appendBriefing } from "../../src/store/briefings.ts";
import { saveDailyEdition } from "../../src/store/daily-editions.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, siteOver } from "./filled-store.ts";
import { briefing } from "./site/invented-story.ts";

let opened: TestStore;
let server: ReturnType<typeof createServer>;

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  const headline = { ...briefing.headline, text: "Corvale pilots vote to strike <em>again</em> & again" };
  await appendBriefing(opened.store.db, { ...briefing, storyId: "pilots9", revision: 1, headline });
  await saveDailyEdition(opened.store.db, {
    day: "2026-11-24",
    closedAt: "2026-11-24T12:00:00.000Z",
    stories: [
      { storyId: "merle1", revision: briefing.revision },
      { storyId: "pilots9", revision: 1 },
    ],
  });
  server = createServer(siteOver(opened.store));
});
afterAll(() => opened.drop());

const bookOf = async (day: string) => server.request(`http://localhost/${day}/edition.epub`);

describe("the page of a day's edition", () => {
  it("counts the origins of each story beside its outlets, of which several may be one", async () => {
    const page = await (await server.request("http://localhost/2026/11/24")).text();
    const figures = [...page.matchAll(/<ul class="entry-figures">(.*?)<\/ul>/gs)].map(([, list = ""]) =>
      list.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " "),
    );
    expect(figures).toEqual([
      expect.stringContaining("9 reports 8 outlets 6 independent origins"),
      expect.stringContaining("9 reports 8 outlets 2 independent origins"),
    ]);
  });
});

describe("the edition of a day as an e-book", () => {
  it("is an EPUB: its type first and uncompressed, then a chapter for each story and an end", async () => {
    const answer = await bookOf("2026/11/24");
    expect(answer.headers.get("content-type")).toBe("application/epub+zip");
    expect(answer.headers.get("content-disposition")).toBe('inline; filename="2026-11-24.epub"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    // Open Container Format 3.3, section 4.2: the name at byte 30, its content at byte 38.
    expect(strFromU8(bytes.subarray(30, 58))).toBe("mimetypeapplication/epub+zip");
    expect(Object.keys(unzipSync(bytes))).toEqual([
      "mimetype",
      "META-INF/container.xml",
      "book/package.opf",
      "book/contents.xhtml",
      "book/style.css",
      "book/chapter-1.xhtml",
      "book/chapter-2.xhtml",
      "book/chapter-3.xhtml",
    ]);
  });

  it("closes every element it opens", async () => {
    for (const [name, text] of await textsOf("2026/11/24")) {
      if (!name.endsWith(".css")) expect(unclosedIn(text), name).toEqual([]);
    }
  });

  it("opens each sentence to a note that holds the passage, its outlet and the way back", async () => {
    const chapter = (await textsOf("2026/11/24")).get("book/chapter-1.xhtml") ?? "";
    const marks = [...chapter.matchAll(/href="#n(\d+)"/g)].map((match) => Number(match[1]));
    const notes = [...chapter.matchAll(/<aside id="n(\d+)"/g)].map((match) => Number(match[1]));
    expect(marks.length).toBeGreaterThan(10);
    expect(notes).toEqual(notes.map((_, at) => at + 1));
    expect([...new Set(marks)].sort((a, b) => a - b)).toEqual(notes);
    expect(chapter).toMatch(
      /<aside id="n1" epub:type="footnote" role="doc-footnote"><p><a href="#s1" role="doc-backlink">1<\/a><\/p><figure><blockquote lang="en">[^<]+<\/blockquote><figcaption><a href="https:[^"]+">[^<]+<\/a>, /,
    );
  });

  it("shows what strangers wrote as text", async () => {
    const chapter = (await textsOf("2026/11/24")).get("book/chapter-2.xhtml") ?? "";
    expect(chapter).toContain("vote to strike &lt;em&gt;again&lt;/em&gt; &amp; again");
  });

  it("is the same whenever it is asked for", async () => {
    const [once, again] = [await bookOf("2026/11/24"), await bookOf("2026/11/24")];
    expect(await again.bytes()).toEqual(await once.bytes());
  });

  it.each(["2026/11/23", "2026/02/31", "2026/99/99"])("is not there for %s, on which none was closed", async (day) => {
    expect((await bookOf(day)).status).toBe(404);
  });
});

async function textsOf(day: string): Promise<Map<string, string>> {
  const files = unzipSync(new Uint8Array(await (await bookOf(day)).arrayBuffer()));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Elements of an XML document that nothing closes, or that another's end closes. */
function unclosedIn(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => open.push(name),
      onclosetag(name, isImplied) {
        if (open.pop() !== name || (isImplied && !xml.includes("/>"))) wrong.push(name);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return [...wrong, ...open];
}
