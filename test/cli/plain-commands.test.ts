import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Source } from "../../src/model/briefing.ts";

const bin = fileURLToPath(new URL("../../bin/backstory.mjs", import.meta.url));
const file = fileURLToPath(new URL("../golden/two-outlets-disagree-on-toll/articles.jsonl", import.meta.url));
const [first = "", second = ""] = readFileSync(file, "utf8").trim().split("\n");
const texts = new Map([first, second].map((line) => JSON.parse(line)).map(({ id, text }) => [id, text]));

const run = (args: string, input = "") => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args.split(" ")], {
    input,
    encoding: "utf8",
  });
  const records = stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  return { records, stderr, status };
};

type Json = unknown;
/** Every name a document has anywhere, as paths: "claims[].citations[].quote". */
function names(value: Json, at = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => names(one, `${at}[]`));
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([name, one]) => names(one, at === "" ? name : `${at}.${name}`));
}
const strangers = (value: Json, known: RegExp) => [...new Set(names(value))].filter((name) => !known.test(name));

/** Every citation of a document, wherever it stands. */
function citations(value: Json): { articleId: string; start: number; end: number; quote: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("quote" in value && "articleId" in value) return [value as ReturnType<typeof citations>[number]];
  return Object.values(value).flatMap(citations);
}
const misquoted = (value: Json) =>
  citations(value).filter(({ articleId, start, end, quote }) => texts.get(articleId)?.slice(start, end) !== quote);

const citation = String.raw`citations\[\]\.(?:articleId|start|end|quote)`;
const claim = `(?:text|voice|${citation})`;
const quote = /^quotes\[\]\.(?:start|end|direct|group|cue\.(?:start|end)|speaker\.(?:start|end|name))$/;

describe("the plain commands", () => {
  it("article annotate has the published fields and no other", () => {
    const { records, status } = run(`article annotate ${file}`);
    expect([records.map(({ id }) => id), status]).toEqual([["a1", "a2"], 0]);
    const known = new RegExp(
      String.raw`^(?:id|language|sentences\[\]\.(?:start|end)|mentions\[\]\.(?:start|end|type|name|entityId)|numbers\[\]\.(?:start|end|low|high|unit|of)|dates\[\]\.(?:start|end|value|grain))$|${quote.source}`,
    );
    expect(records.flatMap((record) => strangers(record, known))).toEqual([]);
    for (const name of ["sentences", "mentions", "quotes", "numbers", "dates"])
      expect(records.every((record) => Array.isArray(record[name]))).toBe(true);
  });

  it("quote attribute has the quotes of article annotate", () => {
    const annotated = run(`article annotate ${file}`).records.map(({ id, quotes }) => ({ id, quotes }));
    expect(run(`quote attribute ${file}`).records).toEqual(annotated);
  });

  it("story write gives one briefing whose every citation stands in its article", () => {
    const { records, status } = run(`story write --now 2026-03-04 --id ferry ${file}`);
    expect([records.length, status]).toEqual([1, 0]);
    const [{ storyId, writtenAt, ...briefing }] = records;
    expect([storyId, writtenAt]).toEqual(["ferry", "2026-03-04T00:00:00.000Z"]);
    expect(Object.keys(briefing).sort()).toEqual(
      "engine headline language revision sections skipped sources standfirst".split(" "),
    );
    expect(citations(briefing).length).toBeGreaterThan(20);
    expect(misquoted(briefing)).toEqual([]);
  });

  it("story timeline gives dates, oldest first, with cited sentences", () => {
    const { records, status } = run(`story timeline ${file}`);
    const known = new RegExp(String.raw`^(?:date|sentences\[\]\.(?:text|${citation}))$`);
    expect([strangers(records, new RegExp(known.source.replace("^", String.raw`^\[\]\.`))), status]).toEqual([[], 0]);
    const dates = records.map(({ date }) => date);
    expect([dates.length > 0, dates]).toEqual([true, [...dates].sort()]);
    expect(misquoted(records)).toEqual([]);
  });

  it("story background gives a text and its claims", () => {
    const { records, status } = run(`story background --at 2026-03-04 ${file}`);
    const known = new RegExp(String.raw`^(?:text|claims\[\]\.${claim})$`);
    expect([records.length, strangers(records[0], known), misquoted(records), status]).toEqual([1, [], [], 0]);
  });

  it("claim check tells where a source bears a claim out, and why another is not", () => {
    const line = (record: object) => `${JSON.stringify(record)}\n`;
    const sources = ["The pier was closed.", "The mayor of Brackwater resigned on Friday."];
    const { records, status } = run(
      "claim check",
      line({ id: 7, claim: "The mayor of Brackwater resigned on Friday.", sources }) +
        line({ claim: "The mayor of Brackwater resigned on Sunday.", sources: [] }) +
        line({ id: "c", claim: "The pier was closed." }),
    );
    expect([records, status]).toEqual([
      [
        { id: 7, supported: true, score: 1, evidence: { source: 1, start: 0, end: sources[1]?.length } },
        { supported: false, score: 0, reason: "no-source" },
        { id: "c", error: { code: "bad-record", message: 'The field "sources" must be a list of texts.' } },
      ],
      1,
    ]);
  });

  it("story cluster tells an article's story before the next one comes", async () => {
    const child = spawn(process.execPath, [bin, "story", "cluster"]);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await lines.next()).value);
    child.stdin.write(`${first}\n`);
    const one = await next();
    child.stdin.end(`${second}\n`);
    expect([one.id, await next()]).toEqual(["a1", { id: "a2", storyId: one.storyId }]);
  });

  it("story cluster --final waits for the end, and keeps the order, bad lines in their place", () => {
    const { records, status } = run("story cluster --final", `${first}\nnot json\n${second}\n`);
    expect([records.map(({ id, error }) => id ?? error.code), status]).toEqual([["a1", "bad-json", "a2"], 1]);
  });

  it.each(["article annotate", "story cluster --final", "claim check"])(
    "%s has nothing to say of nothing, and exits 0",
    (command) => {
      expect(run(command)).toEqual({ records: [], stderr: "", status: 0 });
    },
  );

  it("story write tells the genre of each source", () => {
    const marked = JSON.stringify({
      ...JSON.parse(second),
      id: "column",
      title: "Opinion: the pier we did not pay for",
    });
    const [briefing] = run("story write", `${first}\n${marked}\n`).records;
    expect(briefing.sources.map(({ articleId, genre }: Source) => [articleId, genre]).sort()).toEqual([
      ["a1", "report"],
      ["column", "opinion"],
    ]);
  });

  it.each(["story write", "story background"])("%s of no article is an error in the place of its record", (command) => {
    const { records, status } = run(command, "\n");
    expect([records.map(({ error }) => error.code), status]).toEqual([["no-article"], 1]);
  });

  it("read what editors and Windows add: a byte order mark, CRLF, empty lines; and what JSON allows: U+2028", () => {
    const text = "The pier was closed.\u2028It rained.";
    const { records, status } = run(
      "article annotate",
      `\ufeff${JSON.stringify({ id: "a", outlet: "Tolle Gazette", text })}\r\n\r\n${second}\r\n`,
    );
    expect([records.map(({ id }) => id), status]).toEqual([["a", "a2"], 0]);
  });

  it("story write reads an article that came twice once, and refuses another under its id", () => {
    const other = JSON.stringify({ ...JSON.parse(first), text: "Something else was written here." });
    const { records, stderr, status } = run("story write", `${first}\n${second}\n${first}\n${other}\n`);
    expect([records[0]?.id, records[0]?.error.code, records[1]?.sources.length, stderr, status]).toEqual([
      "a1",
      "same-id",
      2,
      "warning: article a1 came twice; it is read once.\n",
      1,
    ]);
  });

  it("end in peace when their reader has seen enough", async () => {
    const child = spawn(process.execPath, [bin, "article", "annotate"], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.on("error", () => {});
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    child.stdin.end(`${first}\n${second}\n`.repeat(200));
    const status = await new Promise((resolve) => child.on("exit", resolve));
    expect([said, status]).toEqual(["", 0]);
  });
});
