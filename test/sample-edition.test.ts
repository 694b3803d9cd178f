import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadLearned } from "../src/learned.ts";
import { subjects } from "../src/model/edition.ts";
import { loadEdition, loadRegister, readEdition } from "../src/outlet-editions.ts";
import { loadSamples, type SampleArticle, type SampleOutlet } from "../src/sample-edition.ts";
import { renderEdition } from "../src/sample-server.ts";
import { shingles } from "../src/text/minhash.ts";

const dir = fileURLToPath(new URL("../samples", import.meta.url));
const now = new Date("2026-11-12T12:00:00.000Z");
const edition = loadSamples(dir, now);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const told = (story: string) => edition.articles.filter((article) => article.story === story).toReversed();
const by = (articles: readonly SampleArticle[], outletId: string) =>
  articles.filter((article) => article.outletId === outletId);
const text = (articles: readonly SampleArticle[]) => articles.map((article) => article.text).join("\n");
const stories = [...new Set(edition.articles.map(({ story }) => story))];
/** What `pattern` captures in each of these articles, oldest first; nothing where it does not match. */
const figures = (articles: readonly SampleArticle[], pattern: RegExp) =>
  articles.map((article) => pattern.exec(`${article.title}\n${article.text}`)?.slice(1).find(Boolean));
const wordsOf = (article: SampleArticle) => article.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe("the sample edition", () => {
  it("has at least eight outlets: an agency, one in German, one of excerpts only, one of the state", () => {
    expect(edition.outlets.length).toBeGreaterThanOrEqual(8);
    const idOf = (choose: (outlet: SampleOutlet) => boolean) => edition.outlets.filter(choose).map(({ id }) => id);
    expect(idOf(({ kind }) => kind === "agency")).toEqual(["tern-wire"]);
    expect(idOf(({ language }) => language === "de")).toEqual(["altenfurther-bote"]);
    expect(idOf(({ content }) => content === "excerpt")).toEqual(["merchants-ledger"]);
    expect(idOf(({ kind }) => kind === "state-medium")).toEqual(["dunvar-voice"]);
    expect(new Set(edition.outlets.map(({ family }) => family)).size).toBe(edition.outlets.length - 1);
  });

  it("has at least 15 stories that several outlets tell, and 95 articles, over three weeks", () => {
    const shared = stories.filter((story) => new Set(told(story).map(({ outletId }) => outletId)).size >= 4);
    expect(shared.length).toBeGreaterThanOrEqual(15);
    expect(edition.articles.length).toBeGreaterThanOrEqual(95);
    const times = edition.articles.map(({ publishedAt }) => Date.parse(publishedAt));
    const days = (Math.max(...times) - Math.min(...times)) / dayMs;
    expect(days).toBeGreaterThan(19);
    expect(days).toBeLessThan(22);
  });

  it("has reports of real length; only the paper that shows excerpts is always brief", () => {
    const lengths = edition.articles.filter(({ paywalled }) => !paywalled).map((article) => wordsOf(article).length);
    expect(lengths.filter((length) => length >= 220).length / lengths.length).toBeGreaterThan(0.85);
  });

  it("has stories in every subject area of the front page", () => {
    expect(subjects.filter((subject) => !edition.articles.some((article) => article.subject === subject))).toEqual([]);
    expect(edition.articles.filter(({ subject }) => !(subjects as readonly string[]).includes(subject))).toEqual([]);
  });

  it("knows each article by an id and an address of its own", () => {
    expect(new Set(edition.articles.map(({ id }) => id)).size).toBe(edition.articles.length);
    expect(new Set(edition.articles.map(({ path }) => path)).size).toBe(edition.articles.length);
  });

  it("names no outlet that exists", () => {
    const files = readEdition();
    const register = loadRegister(files.register);
    const real = new Set(loadEdition(files.edition).outlets.map(({ name }) => name.toLowerCase()));
    const known = edition.outlets.filter(
      ({ name }) => real.has(name.toLowerCase()) || register.byName(name) !== undefined,
    );
    expect(known).toEqual([]);
  });

  it("names no person, body or country of the base of facts", () => {
    const { facts } = loadLearned();
    const printed = edition.articles.map(({ title, text }) => `${title}\n${text}`).join("\n");
    const all = ` ${(printed.match(/[\p{L}\p{N}'’-]+/gu) ?? []).join(" ")} `;
    const names = [...facts.byName.values()].flatMap(({ name, aliases }) => [name, ...aliases]);
    const named = [...new Set(names)].filter((name) => all.includes(` ${name} `));
    expect(named).toEqual([]);
  });
});

describe("the dates of the sample edition", () => {
  it("shift so that the newest article is an hour old", () => {
    for (const moment of [now, new Date("2031-02-28T23:30:00.000Z")]) {
      const [newest] = loadSamples(dir, moment).articles;
      expect(Date.parse(newest?.publishedAt ?? "")).toBe(moment.getTime() - hourMs);
    }
  });

  it("are all filled in, in the text, the title, the caption and the summary", () => {
    const rendered = edition.articles.map(({ title, caption, summary, text }) =>
      [title, caption, summary, text].join(),
    );
    expect(rendered.filter((one) => /\{\{|\}\}/.test(one))).toEqual([]);
  });

  it("are told in the house style of each outlet", () => {
    const breach = (outletId: string) => text(by(told("lindmar-flood"), outletId));
    expect(breach("tern-wire")).toContain("failed on 23 October");
    expect(breach("altenfurther-bote")).toContain("am 23. Oktober nach tagelangem Regen gebrochen");
    const seizure = by(told("trawler-agnes-dorr"), "merchants-ledger");
    expect(text(seizure)).toContain("since Kestria seized the trawler Agnes Dorr on October 23");
  });

  it("never put a correction or an update before the report, or an update after the present", () => {
    const wrong = edition.articles.filter(
      ({ publishedAt, modifiedAt }) =>
        modifiedAt !== undefined && (modifiedAt <= publishedAt || Date.parse(modifiedAt) > now.getTime()),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("are the same for the same moment, to the byte", () => {
    const bytes = () => JSON.stringify([...renderEdition(loadSamples(dir, now), "http://127.0.0.1:8098")]);
    expect(bytes()).toBe(bytes());
  });
});

describe("the stories of the sample edition", () => {
  it("count the dead of the flood slowly upwards, and outlets differ", () => {
    const flood = told("lindmar-flood");
    expect(figures(by(flood, "tern-wire"), /At least (four)|climbs to (14)|to (18)$/m)).toEqual(["four", "14", "18"]);
    expect(
      figures(by(flood, "ostwick-chronicle"), /At least (six)|know of (twelve)|names of (18)|counts (19)/),
    ).toEqual(["six", "twelve", "18", "19"]);
    expect(text(by(flood, "skylark-news"))).toContain("At least nine people are dead");
    expect(text(by(flood, "harbour-gazette"))).toMatch(/says 16 people died[^.]*\. The interior ministry says 17\./);
  });

  it("split the flood: its first week is one story, its second and third are two that run side by side", () => {
    const age = (article: SampleArticle) => (now.getTime() - Date.parse(article.publishedAt)) / dayMs;
    const valley = told("lindmar-flood").map(age);
    const guilt = told("kettle-dam-inquiry").map(age);
    expect(Math.max(...guilt)).toBeLessThan(Math.max(...valley) - 7);
    for (const strand of [valley, guilt]) {
      const late = strand.filter((days) => days < 12);
      expect(late.length).toBeGreaterThanOrEqual(4);
      expect(Math.min(...late)).toBeLessThan(4);
    }
  });

  it("have two that share their people and are not one: a treaty in Altenfurth, a deal in Sarnholt a week later", () => {
    for (const story of ["sea-cable-treaty", "border-checks-deal"]) {
      expect(told(story).length).toBeGreaterThanOrEqual(5);
      expect(text(told(story))).toContain("Edda Kolvane");
      expect(text(told(story))).toContain("Konrad Eibel");
    }
  });

  it("have an agency's text that five papers print, one under a first paragraph of its own", () => {
    const quake = told("sorrel-quake");
    const [wire] = by(quake, "tern-wire");
    const eight = (article: SampleArticle) => shingles(wordsOf(article), 8);
    const ofWire = wire ? eight(wire) : new Set<number>();
    const share = (article: SampleArticle) => {
      const own = [...eight(article)];
      return own.filter((shingle) => ofWire.has(shingle)).length / own.length;
    };
    const copies = quake.filter((article) => article !== wire && share(article) > 0.5).map(({ outletId }) => outletId);
    expect(copies.sort()).toEqual([
      "harbour-gazette",
      "ostwick-chronicle",
      "public-radio-velmara",
      "sarnholt-courier",
      "tremmen-observer",
    ]);
    const own = quake.filter((article) => article !== wire && share(article) < 0.1).map(({ outletId }) => outletId);
    expect(own.sort()).toEqual(["port-ansel-mercury", "skylark-news"]);
    expect(text(by(quake, "harbour-gazette")).split("\n")[0]).not.toContain("struck off the Sorrel Islands");
  });

  it("have a correction: a figure that was wrong in one paper and right in the others", () => {
    const vaccine = told("marsh-fever-vaccine");
    const [report, correction] = by(vaccine, "sarnholt-courier");
    expect(report?.title).toContain("91 per cent");
    expect(report?.modifiedAt).toBeDefined();
    expect(report?.text).toMatch(/\nCorrection, .*The correct figure is 71 per cent\./);
    expect(correction?.genre).toBe("correction");
    const others = vaccine.filter(({ outletId }) => outletId !== "sarnholt-courier");
    expect(others.filter((article) => article.text.includes("91"))).toEqual([]);
    expect(others.filter((article) => article.text.includes("71")).length).toBeGreaterThanOrEqual(3);
  });

  it("have a quotation that is denied, and stays so", () => {
    const quotation = told("sink-or-swim-quotation");
    expect(text(by(quotation, "skylark-news"))).toContain('"can sink or swim, and I know which I would bet on,"');
    expect(text(by(quotation, "tern-wire"))).toContain(
      '"The minister did not say those words, or any words like them,"',
    );
    expect(quotation.at(-1)?.text).toContain("It is therefore still not known what was said");
  });

  it("have one that a single outlet tells at length, and single reports", () => {
    expect(told("ordovian-grain").map(({ outletId }) => outletId)).toEqual(["tremmen-observer", "tremmen-observer"]);
    expect(stories.filter((story) => told(story).length === 1).length).toBeGreaterThanOrEqual(6);
  });

  it("have an older one that is the background of a newer one", () => {
    const lastOf = (story: string) => told(story).at(-1)?.publishedAt ?? "";
    const firstOf = (story: string) => told(story)[0]?.publishedAt ?? "";
    expect(Date.parse(firstOf("kestria-summit")) - Date.parse(lastOf("trawler-agnes-dorr"))).toBeGreaterThan(7 * dayMs);
    const recalling = told("kestria-summit").filter((article) => article.text.includes("Agnes Dorr"));
    expect(recalling.length).toBeGreaterThanOrEqual(5);
  });

  it("have analysis, opinion, and words to be quoted in every report that is whole", () => {
    const genres = new Set(edition.articles.map(({ genre }) => genre));
    expect([...genres].filter(Boolean).sort()).toEqual(["analysis", "correction", "opinion"]);
    const reports = edition.articles.filter(({ genre, paywalled }) => genre === undefined && !paywalled);
    expect(reports.filter((article) => !/["„]/.test(article.text)).map(({ id }) => id)).toEqual([]);
  });
});
