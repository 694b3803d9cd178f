import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { stringsFor } from "../../../src/serve/site/strings/site-strings.ts";
import { hasSkipReason, skipReason } from "../../../src/serve/site/strings/skip-reasons.ts";

const src = fileURLToPath(new URL("../../../src", import.meta.url));

const sourcesIn = (folder: string) =>
  readdirSync(join(src, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(src, folder, name), "utf8"));

/** Every code that the writing of a page, and the checking of its sentences, can give as a reason. */
function reasonsInTheSources(): string[] {
  const given = (texts: readonly string[], pattern: RegExp) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => String(match[1])));
  return [
    ...new Set([
      ...given(sourcesIn("write"), /reason: "([a-z-]+)"/g),
      ...given(sourcesIn("verify"), /(?:reason: |rejected: |return |\? |: |\.add\([^,()]+, )"([a-z]+(?:-[a-z]+)+)"/g),
    ]),
  ];
}

describe("the site's words", () => {
  it("say in every language why something was left out, for every reason there is", () => {
    const reasons = reasonsInTheSources();
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => !hasSkipReason(reason))).toEqual([]);
  });

  it("show a reason they do not know as it is, for nothing is left out in silence", () => {
    expect(skipReason("never-heard-of", "fr")).toBe("never heard of");
  });

  it("are English for a language they do not speak, and the language's own for its regions", () => {
    expect([stringsFor("ja").tag, stringsFor("de-AT").tag]).toEqual(["en", "de"]);
  });
});
