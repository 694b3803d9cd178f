import { describe, expect, it } from "vitest";
import type { Outlet } from "../../src/model/outlet.ts";
import { blindSpots, type CoveredStory } from "../../src/serve/blind-spots.ts";

const outlet = (id: string, country: string, family = id): Outlet => ({
  id,
  name: id.toUpperCase(),
  country,
  family,
  language: country === "AT" ? "de-AT" : "en",
  kind: "newspaper",
  use: "text",
});

const active = [
  outlet("i1", "IE"),
  outlet("i2", "IE", "house"),
  outlet("n1", "NZ"),
  outlet("n2", "NZ", "house"),
  outlet("a1", "AT"),
  outlet("a2", "AT"),
  outlet("k1", "KZ"),
];

const story = (id: string, rank: number, ...outletIds: string[]): CoveredStory => ({
  story: { id, rank, headline: id, firstSeenAt: "", articles: 9, outlets: outletIds.length, origins: 3, change: 1 },
  outletIds,
});

const found = (stories: readonly CoveredStory[]) =>
  blindSpots(stories, active).map((spot) => `${spot.by} ${spot.key}: ${spot.stories.map(({ id }) => id).join(" ")}`);

describe("blind spots", () => {
  it("are stories that no outlet of a country, a language or an owner has, those of most outlets first", () => {
    expect(
      found([story("treaty", 2, "i1", "n1", "n2", "k1"), story("storm", 1, "i1", "i2", "n1", "k1", "n2")]),
    ).toEqual(["country AT: storm treaty"]);
    expect(found([story("treaty", 2, "i1", "n1", "a1", "k1")])).toEqual(["family house: treaty"]);
    expect(found([story("treaty", 2, "a1", "a2", "i1", "n2", "n1")])).toEqual([]);
    // One language alone has it, so that its missing in the other is no pattern of the world's.
    expect(found([story("treaty", 2, "i1", "i2", "n1", "n2", "k1")])).toEqual(["country AT: treaty"]);
  });

  it("are no stories of few outlets, of one country alone, and of nobody who was silent or is alone", () => {
    expect(found([story("small", 1, "i1", "n1", "a1")])).toEqual([]);
    expect(found([story("local", 1, "i1", "i2", "i3", "i4")])).toEqual([]);
    expect(found([story("wide", 1, "i1", "i2", "n1", "a1")])).toEqual([]);
  });
});
