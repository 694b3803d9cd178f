import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../bin/backstory.mjs", import.meta.url));
const run = (args: string[], input: string) => spawnSync(process.execPath, [bin, ...args], { input, encoding: "utf8" });
const sentence =
  "The ferry from Port Alder did not sail on Monday because the harbour pilots would not board it, their union said. ";
const html = `<!doctype html><html lang="en"><title>Ferry stays in port</title><article><p>${sentence}</p><p>${sentence}</p></article>`;

describe("backstory page extract", () => {
  it("answers a page with one object", () => {
    const { stdout, status } = run(["page", "extract", "--url", "https://gazette.example/ferry"], html);
    expect([JSON.parse(stdout), status]).toEqual([
      {
        url: "https://gazette.example/ferry",
        title: "Ferry stays in port",
        language: "en",
        paywalled: false,
        text: `${sentence.trim()}\n${sentence.trim()}`,
      },
      0,
    ]);
  });

  it("has no address where nobody gives one, and tells a language that is not declared by the text", () => {
    const { stdout } = run(["page", "extract"], html.replace(' lang="en"', ""));
    const { url, language } = JSON.parse(stdout);
    expect([url, language]).toEqual([null, "en"]);
  });

  it("says of what is no HTML that it is none", () => {
    const { stdout, status } = run(["page", "extract"], '{"id": "a", "text": "The ferry did not sail."}');
    expect([JSON.parse(stdout), status]).toEqual([
      { error: { code: "not-html", message: "There is no HTML element in it." } },
      1,
    ]);
  });

  it("answers a bad record in its place, does the rest, and exits 1", () => {
    const lines = [JSON.stringify({ id: "a", html: "" }), "not json", JSON.stringify({ id: "c", html })].join("\n");
    const { stdout, status } = run(["page", "extract", "--jsonl"], lines);
    const records = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map((record) => [record.id, record.error?.code])).toEqual([
      ["a", "empty-page"],
      [undefined, "bad-json"],
      ["c", undefined],
    ]);
    expect(status).toBe(1);
  });

  it("says what is wrong with its usage and exits 2", () => {
    const { stderr, status } = run(["page", "extract", "no-such-file.html"], "");
    expect([stderr.trim(), status]).toEqual([
      'backstory: no-such-file.html is not a file that can be read; name another, or "-" for standard input.',
      2,
    ]);
  });
});
