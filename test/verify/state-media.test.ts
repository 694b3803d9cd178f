import { describe, expect, it } from "vitest";
import { labelStateMedia } from "../../src/verify/state-media.ts";

const label = (text: string, language = "en") => labelStateMedia(text, ["Tern Wire", "Tern"], language);

describe("a state medium is labelled wherever it is named", () => {
  it.each([
    ["Tern Wire reports that the pier is sound.", "Tern Wire (state media) reports that the pier is sound."],
    ["The pier is sound, engineers said (Tern Wire).", "The pier is sound, engineers said (Tern Wire, state media)."],
    ["Tern Wire’s reporters saw the pier.", "Tern Wire’s (state media) reporters saw the pier."],
    [
      "Tern Wire and Harbour Gazette both write about Tolle.",
      "Tern Wire (state media) and Harbour Gazette both write about Tolle.",
    ],
  ])("%s", (text, labelled) => {
    expect(label(text)).toBe(labelled);
  });

  it("once in a sentence, never within what somebody says, and never as a part of a word or of another name", () => {
    expect(label("Tern Wire wrote, and Tern Wire saw.")).toBe("Tern Wire (state media) wrote, and Tern Wire saw.");
    expect(label("Solund said: “Tern Wire was there.”")).toBe("Solund said: “Tern Wire was there.”");
    expect(label("The Terns of Tern Bay nest late.")).toBe("The Terns of Tern Bay nest late.");
  });

  it("in the words of the page", () => {
    expect(label("Der Pier hält (Tern Wire).", "de-AT")).toBe("Der Pier hält (Tern Wire, Staatsmedium).");
  });
});
