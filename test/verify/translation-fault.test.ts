import { describe, expect, it } from "vitest";
import { translationFault } from "../../src/verify/translation-fault.ts";

const original =
  "Nach Angaben des Innenministeriums in Sarnholt scheiterten 2025 nicht weniger als 412 Notrufe aus München.";
const known = ["The interior ministry of Kestria said on Monday that calls from Munich had failed."];
const faultOf = (translation: string, from = "de", text = original) =>
  translationFault(translation, text, { from, to: "en", known });

describe("a translation", () => {
  it.each([
    [
      undefined,
      "No fewer than 412 emergency calls from Munich failed in 2025, according to the interior ministry in Sarnholt.",
    ],
    [
      "unseen-number",
      "No fewer than 421 emergency calls from Munich failed in 2025, according to the interior ministry in Sarnholt.",
    ],
    [
      "unseen-number",
      "Not all emergency calls from Munich got through in 2025, according to the interior ministry in Sarnholt.",
    ],
    [
      "unseen-date",
      "No fewer than 412 emergency calls from Munich failed in 2024, according to the interior ministry in Sarnholt.",
    ],
    [
      "unseen-name",
      "No fewer than 412 emergency calls from Berlin failed in 2025, according to the interior ministry in Sarnholt.",
    ],
    [
      "unseen-quotation",
      "No fewer than 412 “emergency calls” from Munich failed in 2025, according to the interior ministry in Sarnholt.",
    ],
    ["translation-language", original],
    ["translation-length", "No fewer than 412 calls failed in 2025."],
    ["translation-length", ""],
  ])("%s: %s", (fault, translation) => expect(faultOf(translation)).toBe(fault));

  it("neither loses nor wins a negation", () => {
    const denied = "Das Ministerium in Sarnholt hat die Leitungen nach eigenen Angaben nie abgeschaltet.";
    const of = (translation: string) => faultOf(translation, "de", denied);
    expect(of("The ministry in Sarnholt says that it never shut down the lines.")).toBeUndefined();
    expect(of("The ministry in Sarnholt says that it has shut down the lines.")).toBe("negation");
  });

  it("from a language whose negations we do not know is compared by all else", () => {
    const swedish = "Enligt ministeriet i Sarnholt misslyckades inte färre än 412 samtal.";
    expect(faultOf("According to the ministry in Sarnholt 412 calls failed.", "sv", swedish)).toBeUndefined();
    expect(faultOf("According to the ministry in Sarnholt 413 calls failed.", "sv", swedish)).toBe("unseen-number");
  });
});
