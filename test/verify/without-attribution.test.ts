import { describe, expect, it } from "vitest";
import { withoutAttribution } from "../../src/verify/without-attribution.ts";

describe("a sentence without the outlet that reports it", () => {
  it.each([
    ["en", "Tern Wire reports that the bridge is closed.", "The bridge is closed."],
    ["en", "The Tern Wire says the bridge is closed.", "The bridge is closed."],
    ["en", "According to Tern Wire, the bridge is closed.", "The bridge is closed."],
    [
      "en",
      "The bridge is closed, Tern Wire writes, because cables are worn.",
      "The bridge is closed, because cables are worn.",
    ],
    ["en", "The bridge is closed, according to Tern Wire.", "The bridge is closed."],
    ["en", "Tern Wire stresses the islands.", "The islands."],
    [
      "en",
      "The mayor told Tern Wire that the bridge is closed.",
      "The mayor told Tern Wire that the bridge is closed.",
    ],
    ["de", "Laut Tern Wire ist die Brücke gesperrt.", "Ist die Brücke gesperrt."],
    ["fr", "Le pont est fermé, selon Tern Wire.", "Le pont est fermé."],
    ["es", "El puente está cerrado, según Tern Wire.", "El puente está cerrado."],
    ["nl", "De brug is dicht, volgens Tern Wire.", "De brug is dicht, volgens Tern Wire."],
  ])("(%s) %s", (language, text, expected) => {
    expect(withoutAttribution(text, ["Tern Wire"], language)).toBe(expected);
  });
});
