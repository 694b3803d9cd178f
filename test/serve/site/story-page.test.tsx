import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Briefing } from "../../../src/model/briefing.ts";
import { StoryPage } from "../../../src/serve/site/story-page.tsx";
import { type LoadedStory, storyView } from "../../../src/serve/site/story-view.ts";
import type { SiteEdition } from "../../../src/serve/site-edition.ts";
import { briefing, claim, loaded, site } from "./invented-story.ts";

async function render(changes: Partial<LoadedStory> = {}, on: SiteEdition = site): Promise<string> {
  return await (<StoryPage view={storyView({ ...loaded, ...changes }, on)} />).toString();
}

async function documentOf(changes: Partial<LoadedStory> = {}, on: SiteEdition = site): Promise<Document> {
  return parseHTML(`<!doctype html>${await render(changes, on)}`).document as unknown as Document;
}

/** The site with other settings; spreading it would touch the store that a view must not. */
function siteWith(changes: Partial<SiteEdition>): SiteEdition {
  return Object.create(site, Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, { value }])));
}

const hostile = `</mark><script>alert(1)</script><img src=x onerror=alert(1)> "quoted" & 'single'`;

describe("a story's page", () => {
  it("is, as a whole, what was agreed on", async () => {
    const html = (await render()).replace(/-[0-9a-f]{10}\.(css|js)/g, "-HASH.$1").replaceAll("><", ">\n<");
    await expect(`${html}\n`).toMatchFileSnapshot("golden/story-page.html");
  });

  it("leads every sentence to its passages, and every passage back", async () => {
    const page = await documentOf();
    const claims = [...page.querySelectorAll("a.claim")];
    expect(claims.length).toBeGreaterThan(20);
    for (const link of claims) {
      const note = page.getElementById(String(link.getAttribute("href")).slice(1));
      expect(note?.querySelectorAll("blockquote").length, link.textContent ?? "").toBeGreaterThan(0);
      expect(note?.querySelector("a.close")?.getAttribute("href")).toBe(`#${link.id}`);
    }
    expect(page.querySelectorAll(".note").length).toBe(claims.length);
  });

  it("does not take our attribution for a word of the passage", async () => {
    const quote = "CORVALE (Pinnace Wire) — The ferry ran aground at dawn.";
    const said = claim("The ferry ran aground at dawn (Pinnace Wire).", "fact", "a1");
    const headline = { ...said, citations: [{ articleId: "a1", start: 0, end: quote.length, quote }] } as typeof said;
    const marks = (await documentOf({ briefing: { ...briefing, headline } })).querySelectorAll(
      ".story-head .note mark",
    );
    expect(marks[0]?.textContent).toBe("The ferry ran aground at dawn");
  });

  it("says of an article that its outlet changed or withdrew it, beside every sentence that stands on it and among the sources", async () => {
    const at = "2026-11-25T10:00:00.000Z";
    const found = { a1: "changed", a4: "gone" } as const;
    const sources = briefing.sources.map((source) => {
      const revisited = found[source.articleId as keyof typeof found];
      return revisited ? { ...source, revisited: { at, found: revisited } } : source;
    });
    const page = await documentOf({ briefing: { ...briefing, sources } });
    const facts = (id: string) => page.querySelector(`#s-${id} .source-facts`)?.textContent?.split(" · ").at(-1);
    expect(["a1", "a4", "a5"].map(facts)).toEqual([
      "changed by the outlet after it was cited (found on 25 November 2026)",
      "withdrawn by the outlet (found on 25 November 2026), cited as it was read",
      "German",
    ]);
    expect(page.querySelector(".note")?.textContent).toContain("changed by the outlet after it was cited");
  });

  it("marks what an outlet wrote in another language and opens it at a wish, but not what we say of that outlet", async () => {
    const quote = "Elf der Geretteten kamen mit Unterkühlung ins Krankenhaus von Corvale.";
    const citations = [{ articleId: "a5", start: 0, end: quote.length, quote }] as const;
    const own = { ...claim(quote, "attributed", "a5"), citations, language: "de" } as typeof briefing.headline;
    const translation = "Eleven of the rescued came to the hospital of Corvale with hypothermia.";
    const both = { ...own, text: quote, translation };
    const ours = {
      ...claim("", "fact", "a5"),
      citations,
      text: "It alone counts eleven in the hospital of Corvale.",
    } as typeof own;
    const sections = briefing.sections.map((section) =>
      section.kind === "what-the-papers-say"
        ? { ...section, outlets: [{ outlet: "Innerthaler Bote", emphasis: [own], onlyHere: [ours], omits: [both] }] }
        : section,
    );
    const page = await documentOf({ briefing: { ...briefing, sections } });
    const said = [...page.querySelectorAll(".outlet-says dd")].map((dd) => {
      const details = dd.querySelector("details:not([open])");
      const words = dd.querySelector("a.claim")?.textContent;
      const said = dd.querySelector("p[data-written]")?.textContent;
      return [details?.getAttribute("lang"), details?.querySelector("summary")?.textContent, words, said];
    });
    expect(said).toEqual([
      ["de", "German", quote, undefined],
      [undefined, undefined, ours.text, undefined],
      ["de", "translated by a model; original: German", quote, translation],
    ]);
  });

  it("gives no two elements one id", async () => {
    const twice = { ...briefing, standfirst: claim(`${briefing.headline.text}.`, "fact", "a1") };
    const same = briefing.sections.map((section) =>
      section.kind === "what-happened"
        ? { ...section, claims: [claim("Said twice.", "fact", "a1"), claim("Said twice.", "fact", "a2")] }
        : section,
    );
    const page = await documentOf({ briefing: { ...twice, sections: same } });
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("has one first heading, and skips no level after it", async () => {
    const levels = [...(await documentOf()).querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
  });

  it("names every link and landmark", async () => {
    const page = await documentOf();
    for (const link of page.querySelectorAll("a")) expect(link.textContent?.trim()).not.toBe("");
    for (const landmark of page.querySelectorAll("nav, aside, section"))
      expect(landmark.getAttribute("aria-label") ?? landmark.getAttribute("aria-labelledby")).not.toBeNull();
  });

  it("has no inline script, style or handler, so that a strict policy can hold", async () => {
    const page = await documentOf();
    expect(page.querySelectorAll(`style, script:not([src], [type="application/ld+json"]), [style]`).length).toBe(0);
    for (const element of page.querySelectorAll("*"))
      for (const { name } of element.attributes) expect(name.startsWith("on")).toBe(false);
  });

  it("shows what strangers wrote as text, and leads to no address but a web page's", async () => {
    const text = claim(hostile, "fact", "a1");
    const bad: Briefing = {
      ...briefing,
      headline: text,
      standfirst: claim(`${hostile}!`, "fact", "a1"),
      sections: [
        {
          kind: "what-happened",
          claims: [{ ...text, citations: [{ articleId: "x", start: 0, end: 9, quote: hostile }] }],
        },
      ],
      sources: [
        {
          articleId: "x",
          outlet: hostile,
          title: hostile,
          url: "javascript:alert(1)",
          language: hostile,
          genre: "report",
          publishedAt: hostile,
        },
        {
          articleId: "y",
          outlet: "B",
          title: "data",
          url: "data:text/html,<script>1</script>",
          language: "en",
          genre: "live",
        },
      ],
      skipped: [{ part: hostile, reason: hostile, count: 1 }],
    };
    const html = await render({ briefing: bad });
    expect(html).not.toMatch(/<script>|<img|javascript:|data:text/);
    const page = await documentOf({ briefing: bad });
    expect(page.querySelector("h1 a")?.textContent).toBe(hostile);
    expect(page.querySelector(".source-title")?.textContent).toBe(hostile);
  });

  it("opens outside pages without handing them this one", async () => {
    const outside = [...(await documentOf()).querySelectorAll('a[href^="http"]')];
    expect(outside.length).toBeGreaterThan(9);
    for (const link of outside) expect(link.getAttribute("rel")).toBe("noopener noreferrer external");
  });

  it("labels state media wherever they are named with a link", async () => {
    for (const link of (await documentOf()).querySelectorAll('a[href="/outlet/voice-of-ostrana"]'))
      expect(link.nextElementSibling?.textContent).toBe("state media");
  });

  it("says that a story has one origin so far, in place of a count", async () => {
    const page = await documentOf({ story: { ...loaded.story, origins: 1 } });
    expect(page.querySelector(".one-origin")?.textContent).toBe("one origin so far");
    expect(page.querySelector(".figures")?.textContent).not.toContain("independent");
  });

  it("says of an older version that it is one, keeps it from search engines, and leads to the newest", async () => {
    const page = await documentOf({ newest: 5 });
    expect(page.querySelector(".older")?.textContent).toContain("earlier version");
    expect(page.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
    expect([...page.querySelectorAll(".older a")].map((link) => link.getAttribute("href"))).toEqual([
      "/story/car-ferry-merle-runs-aground-off-corvale-merle1",
      "/story/car-ferry-merle-runs-aground-off-corvale-merle1/revisions/3-5",
    ]);
  });

  it("says on every page of the sample edition that it is invented, and offers the real one once it has a story", async () => {
    const behind = (isReady: boolean) => ({ isReady: async () => isReady, show() {} });
    const welcome = { offer: () => Promise.reject(new Error("not asked for")), save: async () => {} };
    const waiting = await documentOf({}, siteWith({ sample: true, behind: behind(false), welcome }));
    expect(waiting.querySelector(".banner")?.textContent).toBe(
      "Sample edition. Every outlet, person, place and event in it is invented. Choose what the real edition reads",
    );
    expect(waiting.querySelector(".banner a")?.getAttribute("href")).toBe("/welcome");
    expect(waiting.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
    const ready = await documentOf({}, siteWith({ sample: true, behind: behind(true), welcome }));
    const form = ready.querySelector(".banner form");
    expect([form?.getAttribute("method"), form?.getAttribute("action")]).toEqual(["post", "/edition/real"]);
  });

  it("speaks the edition's language around a text that keeps its own", async () => {
    const page = await documentOf({}, siteWith({ edition: { ...site.edition, language: "de" } }));
    expect(page.documentElement.lang).toBe("de");
    expect(page.querySelector("#what-happened")?.textContent).toBe("Was geschehen ist");
    expect(page.querySelector("h1")?.getAttribute("lang")).toBe("en");
    expect(page.querySelector(".note blockquote[lang=de]")?.textContent).toContain("Küstenwache");
  });

  it("leaves out what was not written, and does not fail for want of any part", async () => {
    const page = await documentOf({ briefing: { ...briefing, sections: [], skipped: [], sources: [] } });
    expect([...page.querySelectorAll("h2")].map(({ id }) => id)).toEqual(["sources"]);
  });
});
