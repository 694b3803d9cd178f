import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOpml, writeOpml } from "../../src/ingest/opml.ts";
import { UserError } from "../../src/model/errors.ts";

describe("parseOpml", () => {
  it("takes each outlet's name from the list, however deep its outline stands, and each address once", () => {
    const list = `<?xml version="1.0"?><opml version="1.1"><head><title>Mine</title></head><body>
      <outline text="World" language="en"><outline text="North"><outline type="rss" text="gazette" title="Port Alder Gazette &amp;amp; Mail"
        xmlUrl="https://gazette.example/feed" htmlUrl="https://gazette.example/"/></outline></outline>
      <outline type="rss" text="Der Bote" xmlUrl="https://bote.example/rss" language="de" category="/nachrichten/Science,/ufer"/>
      <outline type="rss" url="https://old.example/rdf"/>
      <outline type="rss" text="Again" xmlUrl="https://gazette.example/feed"/>
      <outline type="link" text="A page" url="https://gazette.example/about"/>
      <outline type="rss" text="Nasty" xmlUrl="javascript:alert(1)"/>
      <outline text="No address"/></body></opml>`;
    expect(parseOpml(list)).toEqual([
      {
        outlet: "Port Alder Gazette & Mail",
        url: "https://gazette.example/feed",
        site: "https://gazette.example/",
        language: "en",
      },
      { outlet: "Der Bote", url: "https://bote.example/rss", language: "de", subject: "science" },
      { outlet: "old.example", url: "https://old.example/rdf" },
    ]);
  });

  it("says what to do with what is no list", () => {
    for (const text of ["", "<html></html>", '{"feeds":[]}', "<rss/>", "\0\0"])
      expect(() => parseOpml(text)).toThrow(
        new UserError("unreadable", "This is no OPML list; export one from your feed reader and give that."),
      );
  });

  it("survives hostile lists quickly", () => {
    const deep = `<opml><body>${'<outline text="a">'.repeat(200_000)}`;
    const bomb = `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><opml><body>
      <outline text="${"&b;".repeat(50_000)}" xmlUrl="https://gazette.example/feed"/></body></opml>`;
    const started = performance.now();
    expect([parseOpml(deep), parseOpml(bomb).length]).toEqual([[], 1]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("gives a list or a UserError for any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        try {
          parseOpml(`<opml><body>${text}`);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});

describe("writeOpml", () => {
  it("writes what parseOpml reads back, whatever the names hold", () => {
    const feeds = [
      { outlet: 'Quill & "Son" <news>', url: "https://quill.example/feed?a=1&b=2", site: "https://quill.example/" },
      { outlet: "Ağrı Postası", url: "https://agri.example/rss", language: "tr", subject: "sport" as const },
    ];
    expect(parseOpml(writeOpml(feeds))).toEqual(feeds);
  });
});
