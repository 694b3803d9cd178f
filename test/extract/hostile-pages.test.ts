import { describe, expect, it } from "vitest";
import { extractPage } from "../../src/extract/extract-page.ts";
import { extractParameters } from "../../src/extract/parameters.ts";

const sentence =
  "The ferry from Port Alder did not sail on Monday because the pilots would not board it, the harbour said. ";
const prose = `<p>${sentence.repeat(3)}</p>`;
const page = (body: string, head = "<title>The ferry</title>") =>
  `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`;

/** What came of a page: the reason it was left out, or "page". */
function outcomeOf(html: string): string {
  const result = extractPage(html, { url: "https://gazette.example/ferry" });
  return "skip" in result ? result.skip.reason : "page";
}

describe("a hostile page has a named outcome, quickly", () => {
  it.each([
    ["divs without end", page("<div>".repeat(50_000)), "page-too-deep"],
    ["unknown elements without end", page("<x-y>".repeat(50_000)), "page-too-deep"],
    ["lists without end", page("<ul><li>".repeat(20_000)), "page-too-deep"],
    ["closing tags of what is not open", page("<b></i>".repeat(50_000)), "page-too-deep"],
    ["html within html", "<html>".repeat(100_000), "page-too-deep"],
    ["300,000 empty elements", page(`${"<i></i>".repeat(300_000)}${prose}`), "page-too-large"],
    ["200,000 unclosed paragraphs", page("<p>".repeat(200_000)), "page-too-large"],
    ["half a million entities", page(`<p>${"&amp;".repeat(500_000)}</p>`), "page-too-large"],
    ["a million stray signs", page("<".repeat(1_000_000)), "page-too-large"],
    ["an unclosed comment", page(`<!--${prose}`), "too-little-text"],
    ["nothing but scripts", page(`<script>${sentence.repeat(1_000)}</script>`), "too-little-text"],
    ["zeros", "\0".repeat(1_000_000), "too-little-text"],
    ["a line of a megabyte", page(`<p>${sentence.repeat(9_000)}</p>`), "page"],
    ["zeros between its words", page(`<p>${"\0".repeat(500_000)}</p>${prose}`), "page"],
  ])(
    "%s",
    (_, html, outcome) => {
      const began = process.cpuUsage().user;
      expect(outcomeOf(html)).toBe(outcome);
      // Time on the processor, in µs, so that a busy machine does not fail the test; without its bound each takes minutes.
      expect(process.cpuUsage().user - began).toBeLessThan(10_000_000);
    },
    60_000,
  );

  it("keeps no more of a text than any article has, cut between two words", () => {
    const result = extractPage(page(`<p>${sentence.repeat(9_000)}</p>`));
    const text = "page" in result ? result.page.text : "";
    expect(text.length).toBeLessThanOrEqual(extractParameters.maxTextLength);
    expect(text.length).toBeGreaterThan(extractParameters.maxTextLength - 100);
    expect(`${text} `).toMatch(/\w[.,]? $/);
  });

  it("keeps no control character", () => {
    const result = extractPage(page(`<p>${sentence.repeat(3)}\0\u0007\u200b</p>`));
    expect("page" in result ? result.page.text : "").not.toMatch(/[\p{Cc}\u200b]/u);
  });

  it("bounds a title of a megabyte, and does without any", () => {
    const long = extractPage(page(prose, `<title>${"a ".repeat(500_000)}</title>`));
    expect("page" in long ? long.page.title.length : 0).toBeLessThanOrEqual(500);
    expect(extractPage(page(prose, ""))).toMatchObject({ page: { title: "" } });
  });

  it.each(["0001-01-01", "3000-01-01T00:00:00Z"])("does not believe the date %s", (date) => {
    const head = `<meta property="article:published_time" content="${date}">`;
    expect(extractPage(page(prose, head))).not.toHaveProperty("page.publishedAt");
  });
});
