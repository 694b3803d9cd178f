import { describe, expect, it } from "vitest";
import { genreOf } from "../../src/extract/genre.ts";

const report = [
  "SENN, Kestria — The ferry Marigold sank off Lindmar on Monday, the harbour board said. Eleven people were taken ashore, according to the coast guard, and one is missing.",
  "The board's director, Mara Venn, told reporters on Tuesday that the ship had been inspected on 3 March. “We should have looked at the doors again,” she said.",
  "The ministry announced an inquiry on Wednesday. A spokesman said that it would report on 12 May. The owner, Orrel Lines, stated that the crew had followed its rules, and added that all of them were safe.",
  "Sailings to the islands were stopped until Friday, the company said in a statement. The next ferry leaves Senn on Saturday, according to its timetable.",
].join("\n");

const column = [
  "We have been here before. How many ferries must sink before our ministers read what their own inspectors write? It is absurd, and it is wrong, and we should say so.",
  "But nobody does. The harbour board will clearly blame the doors! And why not? Doors do not vote. Perhaps I am unfair to them; I am surely not unfair to the board, which has simply looked away.",
  "So let's be honest with ourselves. We must pay for safe ships, or we must stop pretending that we want them. There really is no third way, and it is foolish to hope for one.",
  "If our ministers needed a reason to act, they have it now. What else should it take? I would rather ask them today than at the next funeral, and even that is more than they deserve from us.",
].join("\n");

const genre = (title: string, url?: string, text = report) => genreOf({ title, text, url });

describe("the genre of a text", () => {
  it.each([
    ["OpinionNewsArticle", "opinion"],
    ["ReviewNewsArticle", "opinion"],
    ["AnalysisNewsArticle", "analysis"],
    ["BackgroundNewsArticle", "explainer"],
    ["LiveBlogPosting", "live"],
    ["AdvertiserContentArticle", "sponsored"],
    ["SatiricalArticle", "satire"],
    ["ReportageNewsArticle", "report"],
    ["NewsArticle", "report"],
  ])("is what its schema.org type %s says: %s", (type, expected) => {
    expect(genreOf({ title: "Ferry sinks off Lindmar", text: report, type })).toBe(expected);
  });

  it.each([
    ["Ferry sinks off Lindmar", "report"],
    ["Best of three: Senn beat Lindmar", "report"],
    ["Why the Marigold sank", "explainer"],
    ["The Marigold inquiry, explained | The Upland Mail", "explainer"],
    ["Five things to know about the Marigold", "explainer"],
    ["How to claim for a lost sailing", "explainer"],
    ["Opinion: the harbour we did not pay for", "opinion"],
    ["Forum: Safer doors are overdue", "opinion"],
    ["The harbour we did not pay for | Editorial", "opinion"],
    ["The Lamplighter review", "opinion"],
    ["Analysis: what the board knew", "analysis"],
    ["Interview: Mara Venn on the Marigold", "interview"],
    ["Live: search off Lindmar goes on", "live"],
    ["Morning briefing: the Marigold inquiry", "roundup"],
    ["5 stories you might have missed", "roundup"],
    ["12 harbour snacks to try this spring", "listing"],
    ["Best lamps of the year", "listing"],
    ["HOME - The Upland Mail", "listing"],
    ["Categories", "listing"],
    ["Correction: the Marigold", "correction"],
    ["Press release: Orrel Lines names a captain", "press-release"],
    ["Advertorial: a cruise for two", "sponsored"],
  ])("is in its title: %s → %s", (title, expected) => {
    expect(genre(title)).toBe(expected);
  });

  it.each([
    ["https://mail.example/opinion/op-eds/ferries", "opinion"],
    ["https://mail.example/news/fact-check/ferries", "explainer"],
    ["https://mail.example/news/analysis/ferries", "analysis"],
    ["https://mail.example/podcasts/ferries", "listing"],
    ["https://mail.example/press-releases/ferries", "press-release"],
    ["https://mail.example/brandvoice/ferries", "sponsored"],
    ["https://mail.example/satire/ferries", "satire"],
    ["https://blog.orrel-lines.example/ferries", "opinion"],
    ["https://www.harbours.gov.kx/news/ferries", "press-release"],
    ["https://mail.example/news/ferries", "report"],
  ])("is in its address: %s → %s", (url, expected) => {
    expect(genre("Ferry sinks off Lindmar", url)).toBe(expected);
  });

  it("is a press release where the site of a firm tells of the firm, and not where its name is a word", () => {
    const own = `Senn — Orrellines today opened its new pier.\n${report}`;
    expect(genre("Orrellines opens pier", "https://www.orrellines.com/news/1", own)).toBe("press-release");
    const word = `Harbour fees rise on Monday, the board said; each harbour sets its own.\n${report}`;
    expect(genre("Harbour fees rise", "https://www.harbour.com/news/1", word)).toBe("report");
  });

  it.each([
    ["/PRNewswire/ -- Orrel Lines has a new captain.", "press-release"],
    ["SENN – Bay Outreach Newswire – 20 January 2026 – Orrel Lines has a new captain.", "press-release"],
    ["This article is sponsored by Orrel Lines.", "sponsored"],
    ["The views expressed here are the author's own.", "opinion"],
  ])("stands at its head or its foot: %s → %s", (line, expected) => {
    expect([
      genre("A captain", undefined, `${line}\n${report}`),
      genre("A captain", undefined, `${report}\n${line}`),
    ]).toEqual([expected, expected]);
  });

  it("is an opinion where the editors sign it", () => {
    expect(genreOf({ title: "Safer doors", text: report, byline: "The Editorial Board" })).toBe("opinion");
  });

  it("is heard where no mark speaks: who argues, judges and asks does not report", () => {
    expect(genre("The doors that nobody looked at", undefined, column)).toBe("opinion");
    expect(genre("The doors that nobody looked at", undefined, report)).toBe("report");
  });

  it("is not heard in a quotation, in a short text or in a language whose voice we do not know", () => {
    const quoted = `${report}\n“${column.slice(0, 500).replaceAll("\n", " ")}” she told the board on Monday.`;
    expect(genre("Board hears Venn", undefined, quoted)).toBe("report");
    expect(genre("The doors", undefined, column.slice(0, 500))).toBe("report");
    expect(genre("Die Türen", undefined, "Warum schweigen wir? Das ist falsch! Wir müssen reden. ".repeat(30))).toBe(
      "report",
    );
  });
});
