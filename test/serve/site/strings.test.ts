import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { stringsFor } from "../../../src/serve/site/strings/site-strings.ts";
import { hasSkipReason, skipReason } from "../../../src/serve/site/strings/skip-reasons.ts";

const src = fileURLToPath(new URL("../../../src", import.meta.url));

/** Every code that the writing and the checking of a page can give as a reason. */
function reasonsInTheSources(): string[] {
  const code = ["write", "verify"].flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !/phrases|cues|passage-flaw/.test(name))
      .map((name) => readFileSync(join(src, folder, name), "utf8")),
  );
  const given = /(?:reason: |rejected: |return |\? |: |\.add\([^,()]+, )"([a-z]+(?:-[a-z]+)+)"/g;
  const kinds = /^(?:what-happened|behind-the-headline|what-the-papers-say|how-we-got-here)$/;
  return [...new Set(code.flatMap((text) => [...text.matchAll(given)].map((match) => String(match[1]))))].filter(
    (reason) => !kinds.test(reason),
  );
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
