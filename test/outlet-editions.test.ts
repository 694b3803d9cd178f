import { describe, expect, it } from "vitest";
import { UserError } from "../src/model/errors.ts";
import { feedIdOf, loadEdition, loadRegister, registerOf } from "../src/outlet-editions.ts";

const harbour = {
  id: "the-harbour-post",
  name: "The Harbour Post",
  site: "https://harbourpost.example/",
  country: "NZ",
  owner: "Quayside Press",
  family: "quayside-press",
  kind: "newspaper",
  language: "en",
  use: "text",
};
const edition = (...outlets: unknown[]) =>
  JSON.stringify({ version: "7", asOf: "2026-01-31", note: "Invented outlets.", outlets });
const register = (...outlets: unknown[]) => JSON.stringify({ asOf: "2026-01-31", note: "Invented outlets.", outlets });

describe("an edition", () => {
  it("gives outlets with their date, and feeds with their outlet's language where they name none", () => {
    const text = edition({
      ...harbour,
      feeds: [
        { url: "https://harbourpost.example/world.xml", title: "World", subject: "world" },
        { url: "https://harbourpost.example/de.xml", language: "de" },
      ],
    });
    expect(loadEdition(text)).toEqual({
      version: "7",
      outlets: [{ ...harbour, asOf: "2026-01-31" }],
      feeds: [
        {
          id: feedIdOf("https://harbourpost.example/world.xml"),
          outletId: "the-harbour-post",
          url: "https://harbourpost.example/world.xml",
          title: "World",
          language: "en",
          subject: "world",
          status: "active",
        },
        {
          id: feedIdOf("https://harbourpost.example/de.xml"),
          outletId: "the-harbour-post",
          url: "https://harbourpost.example/de.xml",
          language: "de",
          status: "active",
        },
      ],
    });
  });

  it.each([
    ["text that is no JSON", "{", /edition of outlets is no JSON/],
    [
      "an unknown kind",
      edition({ ...harbour, kind: "blog", feeds: [{ url: "https://a.example/f" }] }),
      /outlets\.0\.kind/,
    ],
    [
      "an unknown subject",
      edition({ ...harbour, feeds: [{ url: "https://a.example/f", subject: "gossip" }] }),
      /outlets\.0\.feeds\.0\.subject/,
    ],
    ["an outlet without a feed", edition({ ...harbour, feeds: [] }), /outlets\.0\.feeds/],
    [
      "a field it does not know",
      edition({ ...harbour, bias: "left", feeds: [{ url: "https://a.example/f" }] }),
      /outlets\.0.*bias/,
    ],
    [
      "a feed twice",
      edition({ ...harbour, feeds: [{ url: "https://a.example/f" }, { url: "https://a.example/f" }] }),
      /feed https:\/\/a\.example\/f twice/,
    ],
  ])("is refused for %s, and says where", (_, text, message) => {
    expect(() => loadEdition(text)).toThrow(UserError);
    expect(() => loadEdition(text)).toThrow(message);
  });
});

describe("the register", () => {
  const { site, ...facts } = harbour;
  const directory = loadRegister(
    register(
      { ...facts, aliases: ["Harbour Post Online", "HP"], domains: ["harbourpost.example", "harbour.example"] },
      {
        id: "harbour-sport",
        name: "Harbour Sport",
        domains: ["sport.harbourpost.example"],
        family: "quayside-press",
        kind: "digital",
        use: "feed-only",
      },
      {
        id: "le-phare",
        name: "Le Phare",
        domains: ["phare.example"],
        family: "le-phare",
        kind: "unknown",
        use: "text",
      },
      { id: "el-phare", name: "El Phare", domains: [], family: "el-phare", kind: "unknown", use: "text" },
    ),
  );

  it.each([
    ["harbourpost.example", "The Harbour Post"],
    ["www.harbourpost.example", "The Harbour Post"],
    ["EDITION.Harbour.Example", "The Harbour Post"],
    ["sport.harbourpost.example", "Harbour Sport"],
    ["notharbourpost.example", undefined],
    ["example", undefined],
    ["127.0.0.1", undefined],
  ])("finds the outlet of the host %s", (host, name) => {
    expect(directory.byDomain(host)?.name).toBe(name);
  });

  it.each([
    ["The Harbour Post", "The Harbour Post"],
    ["harbour post", "The Harbour Post"],
    ["HARBOUR POST NEWS", undefined],
    ["HP", "The Harbour Post"],
    ["HP News", "The Harbour Post"],
    ["www.harbourpost.example", "The Harbour Post"],
    ["Le Phare", "Le Phare"],
    ["Phare", undefined],
    ["The Mountain Post", undefined],
  ])("finds the outlet called %s", (asked, name) => {
    expect(directory.byName(asked)?.name).toBe(name);
  });

  it("leaves out what is not known, and dates what is", () => {
    expect(directory.byName("Harbour Sport")).toEqual({
      id: "harbour-sport",
      name: "Harbour Sport",
      site: "https://sport.harbourpost.example/",
      family: "quayside-press",
      kind: "digital",
      use: "feed-only",
      asOf: "2026-01-31",
    });
  });

  it("refuses a domain or a name that two outlets claim", () => {
    const twin = { ...facts, id: "harbour-twin", name: "Harbour Twin" };
    const one = { ...facts, domains: ["harbourpost.example"] };
    expect(() => loadRegister(register(one, { ...twin, domains: ["harbourpost.example"] }))).toThrow(
      "The register of outlets gives the domain harbourpost.example to The Harbour Post and to Harbour Twin.",
    );
    expect(() => loadRegister(register(one, { ...twin, domains: [], aliases: ["the harbour post"] }))).toThrow(
      "The register of outlets gives the name the-harbour-post to The Harbour Post and to Harbour Twin.",
    );
  });

  it("serves those who have only names: the given outlets first, then its own facts under the name asked for, then unknown", () => {
    const given = { id: "hp", name: "HP", family: "hp", kind: "digital", use: "never" } as const;
    const outletOf = registerOf([given], directory);
    expect(outletOf("HP")).toBe(given);
    expect(outletOf("Harbour Post")).toMatchObject({
      id: "harbour-post",
      name: "Harbour Post",
      family: "quayside-press",
      country: "NZ",
    });
    expect(outletOf("The Mountain Post")).toEqual({
      id: "the-mountain-post",
      name: "The Mountain Post",
      family: "the-mountain-post",
      kind: "unknown",
      use: "text",
    });
  });
});
