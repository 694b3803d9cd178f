import { describe, expect, it } from "vitest";
import { creditedAgency } from "../../src/cluster/agency-credit.ts";
import { countOrigins, findCopies } from "../../src/cluster/origins.ts";
import type { Article } from "../../src/model/article.ts";
import { type Outlet, unknownOutlet } from "../../src/model/outlet.ts";

const wire =
  "LINDMAR, Nov 20 (AFP) - The Orrel dam above Lindmar burst in the night, and water three metres deep swept through the lower town before dawn, rescuers said on Friday. At least twelve people were missing and four hundred had been taken to schools on the hill, where they were given blankets and tea.";

function article(id: string, outlet: string, text: string, at = "2026-11-20T08:00:00.000Z"): Article {
  return { id, outlet, title: "Dam bursts", text, publishedAt: at, language: "en" };
}

const family = (name: string): Outlet => ({
  ...unknownOutlet(name),
  ...(name.startsWith("Beacon") && { family: "beacon-group" }),
});

describe("countOrigins", () => {
  it("counts five prints of one wire text as one origin", () => {
    const prints = ["One", "Two", "Three", "Four", "Five"].map((outlet, index) =>
      article(outlet, outlet, wire, `2026-11-20T0${index}:00:00.000Z`),
    );
    expect(countOrigins(prints, findCopies(prints), unknownOutlet)).toEqual({ outlets: 5, origins: 1 });
  });

  it("counts outlets of one owner once, and unknown ones each", () => {
    const told = [
      article("a", "Beacon Morning", "The dam broke at night."),
      article("b", "Beacon Evening", "Water came over the wall."),
      article("c", "The Herald", "A wall of water came."),
    ];
    expect(countOrigins(told, new Map(), family)).toEqual({ outlets: 3, origins: 2 });
  });

  it("counts two different texts credited to one agency as that agency's", () => {
    const told = [
      article("a", "The Herald", "LINDMAR (AFP) - The dam broke at night."),
      { ...article("b", "The Courier", "Twelve are missing in the flood."), byline: "AFP" },
    ];
    expect(countOrigins(told, new Map(), family)).toEqual({ outlets: 2, origins: 1 });
  });
});

describe("findCopies", () => {
  it("names the earliest print as the original, whatever the order", () => {
    const late = article("late", "Two", wire, "2026-11-20T09:00:00.000Z");
    const early = article("early", "One", wire, "2026-11-20T07:00:00.000Z");
    expect([...findCopies([late, early])]).toEqual([["late", "early"]]);
  });
});

describe("creditedAgency", () => {
  it("reads datelines, bylines and closing credits, and no mention in running text", () => {
    expect(creditedAgency({ text: "BERLIN (dpa) – Der Damm brach." })).toBe("dpa");
    expect(creditedAgency({ byline: "By Reuters", text: "The dam broke." })).toBe("thomson-reuters");
    expect(creditedAgency({ text: "The dam broke.\nWith additional reporting by AFP" })).toBe("afp");
    expect(creditedAgency({ text: "The minister told Reuters that the dam was safe.\nIt was not." })).toBeUndefined();
  });
});
