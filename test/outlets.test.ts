import { describe, expect, it } from "vitest";
import { type Outlet, slugOf } from "../src/model/outlet.ts";
import { loadEdition, loadRegister, readEdition } from "../src/outlet-editions.ts";

const files = readEdition();
const edition = loadEdition(files.edition);
const directory = loadRegister(files.register);
const entries = (JSON.parse(files.register) as { outlets: (Outlet & { domains: string[]; aliases?: string[] })[] })
  .outlets;

/** The continent of each country the default edition reads from. A country that is not here is a question for whoever adds it. */
const continents: Readonly<Record<string, string>> = {
  ...of("Africa", "ZA NG KE ET GH MA EG DZ NA"),
  ...of("Asia", "QA IL JO TR IN PK BD SG MY TH PH ID HK CN KR JP"),
  ...of("Europe", "GB IE DE FR BE CH IT BA PL UA LV NL RU AT ES CZ IM"),
  ...of("North America", "US CA MX CR"),
  ...of("South America", "AR UY BR PE"),
  ...of("Oceania", "AU NZ FJ PG"),
};

function of(continent: string, countries: string): Record<string, string> {
  return Object.fromEntries(countries.split(" ").map((country) => [country, continent]));
}

describe("the default edition", () => {
  it("reads at least 65 feeds of at least 45 outlets", () => {
    expect(edition.feeds.length).toBeGreaterThanOrEqual(65);
    expect(edition.outlets.length).toBeGreaterThanOrEqual(45);
  });

  it("reads several outlets of every inhabited continent", () => {
    const counts: Record<string, number> = {};
    for (const { name, country } of edition.outlets) {
      const continent = continents[country ?? ""];
      expect(continent, `the continent of ${name} (${country})`).toBeDefined();
      counts[String(continent)] = (counts[String(continent)] ?? 0) + 1;
    }
    expect(Object.keys(counts).sort()).toEqual([
      "Africa",
      "Asia",
      "Europe",
      "North America",
      "Oceania",
      "South America",
    ]);
    for (const [continent, count] of Object.entries(counts)) expect(count, continent).toBeGreaterThanOrEqual(4);
  });

  it("is mostly in English, with German, French and Spanish marked", () => {
    const feeds = (language: string) => edition.feeds.filter((feed) => feed.language === language).length;
    expect(edition.feeds.filter(({ language }) => language === undefined)).toEqual([]);
    expect(feeds("en")).toBeGreaterThan(edition.feeds.length * 0.6);
    for (const language of ["de", "fr", "es"]) expect(feeds(language), language).toBeGreaterThanOrEqual(4);
    expect([...new Set(edition.feeds.map(({ language }) => language))].sort()).toEqual(["de", "en", "es", "fr"]);
  });

  it("has no feed of another host than its outlet publishes on, or a known carrier of feeds", () => {
    const carriers = ["feeds.feedburner.com", "cdn.prod.swi-services.ch"];
    const strange = edition.feeds.filter(({ url, outletId }) => {
      const host = new URL(url).hostname;
      const family = edition.outlets.find(({ id }) => id === outletId)?.family;
      return !carriers.includes(host) && directory.byDomain(host)?.family !== family;
    });
    expect(strange.map(({ url }) => url)).toEqual([]);
  });

  it("says of every outlet who it is: a site, a country, a language, a kind, the date", () => {
    const wanting = edition.outlets.filter(
      ({ site, country, language, kind, asOf }) =>
        site === undefined ||
        country === undefined ||
        language === undefined ||
        kind === "unknown" ||
        asOf === undefined,
    );
    expect(wanting).toEqual([]);
  });

  it("labels the media of states, and those alone", () => {
    const labelled = edition.outlets.filter(({ kind }) => kind === "state-medium").map(({ name }) => name);
    expect(labelled.sort()).toEqual([
      "Agência Brasil",
      "Al Jazeera",
      "Anadolu Agency",
      "Antara",
      "CGTN",
      "CNA",
      "FBC News",
      "TASS",
      "Ukrinform",
    ]);
  });

  it("agrees with the register about every outlet", () => {
    for (const { site: _, ...outlet } of edition.outlets) {
      expect(directory.byName(outlet.name), outlet.name).toMatchObject(outlet);
    }
  });
});

describe("the register of outlets", () => {
  it("knows at least 150 outlets by their domains", () => {
    expect(entries.filter(({ domains }) => domains.length > 0).length).toBeGreaterThanOrEqual(150);
  });

  it("has ids that are made of names, each once", () => {
    expect(entries.filter(({ id, name }) => id !== slugOf(name)).map(({ id }) => id)).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it("stands in the order of ids, so that a change is easy to review", () => {
    const ids = entries.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  });

  it("has an outlet of unknown owner as a family of its own, and shares no family between it and others", () => {
    const alone = entries.filter(({ owner }) => owner === undefined);
    expect(alone.filter(({ id, family }) => id !== family).map(({ name }) => name)).toEqual([]);
    const families = new Set(entries.filter(({ owner }) => owner !== undefined).map(({ family }) => family));
    expect(alone.filter(({ family }) => families.has(family)).map(({ name }) => name)).toEqual([]);
  });

  it("names countries and languages that exist", () => {
    const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
    const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
    const wrong = entries.filter(
      ({ country, language }) =>
        (country !== undefined && regions.of(country) === undefined) ||
        (language !== undefined && languages.of(language) === undefined),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it("gives every state medium an owner that says whose it is", () => {
    expect(entries.filter(({ kind, owner }) => kind === "state-medium" && owner === undefined)).toEqual([]);
  });

  it("knows the agencies whose one text hundreds print", () => {
    const agencies = entries.filter(({ kind }) => kind === "agency").map(({ name }) => name);
    expect(agencies).toEqual(
      expect.arrayContaining(["Reuters", "Associated Press", "Agence France-Presse", "dpa", "PA Media", "Kyodo News"]),
    );
    expect(directory.byName("AP")?.name).toBe("Associated Press");
    expect(directory.byName("AFP")?.name).toBe("Agence France-Presse");
  });

  it.each([
    ["edition.cnn.com", "CNN"],
    ["www.bbc.co.uk", "BBC News"],
    ["sg.news.yahoo.com", "Yahoo News"],
    ["stomp.straitstimes.com", "Stomp"],
    ["www.thestar.com.my", "The Star (Malaysia)"],
    ["www.thestar.com", "Toronto Star"],
  ])("finds the outlet of %s", (host, name) => {
    expect(directory.byDomain(host)?.name).toBe(name);
  });

  it.each([
    ["Guardian", "The Guardian"],
    ["BBC", "BBC News"],
    ["New York Times", "The New York Times"],
    ["El Pais", "El País"],
    ["Reuters News", "Reuters"],
    ["www.nytimes.com", "The New York Times"],
    ["The Guardian (Nigeria)", "The Guardian (Nigeria)"],
    ["ABC News", undefined],
    ["The Star", undefined],
  ])("finds the outlet that people call %s, and none where several go by the name", (asked, name) => {
    expect(directory.byName(asked)?.name).toBe(name);
  });
});
