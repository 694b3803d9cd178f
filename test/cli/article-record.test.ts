import { describe, expect, it } from "vitest";
import { articleReader } from "../../src/cli/article-record.ts";

const record = { id: "a", outlet: "The Harbour Gazette", title: "", text: "The ferry stayed in port." };

describe("an article record", () => {
  it("without a time takes the time of the article before it, the first 1970-01-01", () => {
    const reader = articleReader(() => "en");
    const times = [
      record,
      { ...record, publishedAt: "2026-11-20" },
      record,
      { ...record, publishedAt: "2026-11-19T08:00:00+02:00" },
    ].map((one) => reader.read(one).publishedAt);
    expect(times).toEqual([
      "1970-01-01T00:00:00.000Z",
      "2026-11-20T00:00:00.000Z",
      "2026-11-20T00:00:00.000Z",
      "2026-11-19T06:00:00.000Z",
    ]);
  });

  it("with a time that cannot be read is taken, with a warning", () => {
    const warnings: string[] = [];
    const reader = articleReader(
      () => "en",
      (message) => warnings.push(message),
    );
    expect(reader.read({ ...record, publishedAt: "yesterday-ish" }).publishedAt).toBe("1970-01-01T00:00:00.000Z");
    expect(warnings).toEqual([
      'warning: article a: the time "yesterday-ish" cannot be read; the time of the article before it stands in.',
    ]);
  });

  it("keeps a declared language and has the others named", () => {
    const reader = articleReader((text) => (text.includes("ferry") ? "en" : "und"));
    expect([reader.read({ ...record, language: "de" }).language, reader.read(record).language]).toEqual(["de", "en"]);
  });

  it("has its language tag in the usual spelling; what is no tag is detected, with a warning", () => {
    const warnings: string[] = [];
    const reader = articleReader(
      () => "fr",
      (message) => warnings.push(message),
    );
    const languages = ["en_gb", "DE", "", null, "not a tag"].map((language) => reader.read({ ...record, language }));
    expect(languages.map(({ language }) => language)).toEqual(["en-GB", "de", "fr", "fr", "fr"]);
    expect(warnings).toEqual([
      'warning: article a: "not a tag" is no language tag (BCP 47); its language is detected.',
    ]);
  });

  it("without an id, an outlet or a text is refused by the field's name", () => {
    expect(() => articleReader(() => "en").read({ id: "a", outlet: "x" })).toThrow(
      'The field "text" must be a string.',
    );
  });
});
