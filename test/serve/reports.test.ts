import { parseHTML } from "linkedom";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keepPassword, passwordSetting } from "../../src/serve/desk/password.ts";
import { createServer } from "../../src/serve/server.ts";
import type { SiteEdition } from "../../src/serve/site-edition.ts";
import { latestEditorActs } from "../../src/store/editor-acts.ts";
import { countOpenReports, openReports } from "../../src/store/reports.ts";
import { setSetting } from "../../src/store/settings.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { deskEdition } from "../pipeline/desk-edition.ts";
import { siteOver } from "./filled-store.ts";

const password = "correct horse battery";
const headline = "Car ferry Merle aground off Corvale";
let opened: TestStore;
let kept: unknown;
let now: number;
let edition: Awaited<ReturnType<typeof deskEdition>>;
let ask: (path: string, init?: RequestInit) => Promise<Answer>;
/** The ferry's page, and the form to report its headline. */
let home: string;
let form: string;

interface Answer {
  readonly status: number;
  readonly to: string;
  readonly html: string;
  readonly document: Document;
  readonly text: string;
}

beforeAll(async () => {
  opened = await openEmbedded();
  kept = await keepPassword(password);
}, 60_000);
afterAll(() => opened.drop());
beforeEach(async () => {
  now = Date.parse("2026-11-24T12:00:00.000Z");
  edition = await deskEdition(opened.store, () => new Date(now));
  await setSetting(opened.store.db, passwordSetting, kept);
  ask = visitor();
  home = (await ask(`/story/${await edition.storyOf("f1")}`)).to;
  form = (await ask(home)).document.querySelector(".note .report a")?.getAttribute("href") ?? "";
});

/** A browser that keeps the desk's cookie. */
function visitor(rest: Partial<SiteEdition> = {}) {
  const server = createServer(siteOver(opened.store, { desk: edition.desk, now: () => new Date(now), ...rest }));
  let cookie = "";
  return async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await server.request(path, {
      ...init,
      headers: { host: "localhost", cookie, ...(init.headers as object) },
    });
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    const html = await answer.text();
    const document = parseHTML(html).document as unknown as Document;
    return {
      status: answer.status,
      to: answer.headers.get("location") ?? "",
      html,
      document,
      text: document.querySelector("main")?.textContent?.replace(/\s+/g, " ").trim() ?? "",
    };
  };
}

/** Sends the form of a page, with what its hidden fields say and what is filled in. */
async function fillIn(page: Answer, fields: Record<string, string>, from = "203.0.113.1"): Promise<Answer> {
  const element = [...page.document.querySelectorAll("form[method=post]")].at(-1);
  const body = new URLSearchParams();
  for (const hidden of element?.querySelectorAll("input[type=hidden]") ?? [])
    body.append(hidden.getAttribute("name") ?? "", hidden.getAttribute("value") ?? "");
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const headers = { "x-forwarded-for": from };
  return ask(element?.getAttribute("action") ?? "", { method: "POST", body, headers });
}

async function signIn(): Promise<void> {
  await fillIn(await ask("/desk"), { password, name: "Ines" });
}

describe("the report of a sentence", () => {
  it("is offered with its passages, and shows the sentence with what can be wrong", async () => {
    expect(form).toMatch(/^\/story\/[^/]+\/report\?revision=1&sentence=e[a-z0-9]+$/);
    const page = await ask(form);
    expect(page.document.querySelector(".reported")?.textContent?.trim()).toBe(headline);
    expect([...page.document.querySelectorAll("input[name=kind]")].map((one) => one.getAttribute("value"))).toEqual([
      "passage",
      "attribution",
      "outdated",
      "private-person",
      "other",
    ]);
    expect(page.text).toContain("at most 90 days after it");
  });

  it("is kept for the editors as it was sent, and runs and links nothing", async () => {
    const words = "See https://evil.example <script>alert(1)</script>\r\nNow.";
    const sent = await fillIn(await ask(form), { kind: "outdated", words, contact: "reader@post.example" });
    expect([sent.status, sent.text]).toEqual([200, expect.stringContaining("An editor will read it.")]);
    expect(await openReports(opened.store.db, 9)).toEqual([
      {
        id: expect.any(String),
        storyId: await edition.storyOf("f1"),
        revision: 1,
        sentence: headline,
        kind: "outdated",
        words: "See https://evil.example <script>alert(1)</script>\nNow.",
        contact: "reader@post.example",
        at: "2026-11-24T12:00:00.000Z",
      },
    ]);
    await signIn();
    const { html } = await ask("/desk/reports");
    expect(html).toContain("See https://evil.example &lt;script&gt;");
    expect(html).not.toContain('href="https://evil.example');
  });

  it("needs to say what is wrong, within 1,000 characters", async () => {
    const page = await ask(form);
    expect((await fillIn(page, { words: "Wrong." })).status).toBe(400);
    expect((await fillIn(page, { kind: "other", words: "x".repeat(1001) })).status).toBe(400);
    expect((await fillIn(page, { kind: "other", words: "x".repeat(1000) })).status).toBe(200);
    expect(await countOpenReports(opened.store.db)).toBe(1);
  });

  it("is thanked for and thrown away where a machine filled in what nobody sees", async () => {
    const sent = await fillIn(await ask(form), { kind: "other", website: "https://evil.example" });
    expect([sent.status, sent.text]).toEqual([200, expect.stringContaining("An editor will read it.")]);
    expect(await countOpenReports(opened.store.db)).toBe(0);
  });

  it("is taken five times at once from an address, and again after ten minutes", async () => {
    const page = await ask(form);
    const send = async (from: string) => (await fillIn(page, { kind: "other" }, from)).status;
    for (let n = 0; n < 5; n++) expect(await send("203.0.113.1")).toBe(200);
    expect([await send("203.0.113.1"), await send("203.0.113.2")]).toEqual([429, 200]);
    now += 600_000;
    expect([await send("203.0.113.1"), await countOpenReports(opened.store.db)]).toEqual([200, 7]);
  });

  it("is taken sixty times at once from all addresses together, and once a minute after that", async () => {
    const page = await ask(form);
    const send = async (n: number) => (await fillIn(page, { kind: "other" }, `198.51.100.${n}`)).status;
    for (let n = 0; n < 60; n++) await send(n);
    expect([await send(61), await countOpenReports(opened.store.db)]).toEqual([429, 60]);
    now += 60_000;
    expect([await send(62), await send(63)]).toEqual([200, 429]);
  });

  it("goes to the publisher, never into a void, where nobody edits", async () => {
    await opened.store.db.query("delete from settings where key = $1", [passwordSetting]);
    const page = await ask(form);
    expect(page.document.querySelector("form.report-form")).toBeNull();
    expect(page.text).toContain("would not be read. Write to its publisher: desk@the-strait.example");
    const [path, query] = form.split("?");
    const body = new URLSearchParams(`${query}&kind=other`);
    expect((await ask(path ?? "", { method: "POST", body })).text).toContain("would not be read");
    expect(await countOpenReports(opened.store.db)).toBe(0);
  });

  it("is of a sentence that stands on the page", async () => {
    for (const path of [`${home}/report?revision=1&sentence=enothing`, form.replace("revision=1", "revision=9")])
      expect((await ask(path)).status, path).toBe(404);
    expect((await ask(`${home}/report`)).status).toBe(400);
  });
});

describe("an editor's answer", () => {
  const mistake = "We said that the ferry ran aground; she was <moored>.";

  beforeEach(async () => {
    const page = await ask(form);
    await fillIn(page, { kind: "outdated", words: "She floats again." });
    now += 60_000;
    await fillIn(page, { kind: "passage" });
    await signIn();
  });

  it("starts from the sentence with all its reports", async () => {
    expect((await ask("/desk")).text).toContain("Reports of readers (2)");
    const page = await ask("/desk/reports");
    expect(page.document.querySelectorAll(".reported-sentence")).toHaveLength(1);
    expect(page.text).toContain("2 reports");
    expect([...page.document.querySelectorAll(".acts b")].map((one) => one.textContent)).toEqual([
      "not in the passage",
      "outdated",
    ]);
  });

  it("dismisses them with a reason, which can be undone", async () => {
    const page = await ask("/desk/reports");
    expect((await fillIn(page, { do: "dismiss" })).text).toContain("Say in a word why");
    expect(await countOpenReports(opened.store.db)).toBe(2);
    expect((await fillIn(page, { do: "dismiss", reason: "It is in the passage" })).to).toBe("/desk/reports");
    expect((await ask("/desk/reports")).text).toContain("No report is open.");
    expect((await fillIn(page, { do: "dismiss", reason: "Again" })).text).toContain("answered already");
    const [act] = await latestEditorActs(opened.store.db, 1);
    expect([act?.kind, act?.by, act?.reason, act?.reports?.length]).toEqual([
      "dismiss",
      "Ines",
      "It is in the passage",
      2,
    ]);
    const desk = await ask("/desk");
    expect(desk.text).toContain(`Dismissed 2 reports of ${headline}`);
    await fillIn(desk, {});
    expect((await ask("/desk")).text).toContain(`Undone on ${headline}`);
    expect(await countOpenReports(opened.store.db)).toBe(2);
  });

  it("logs a correction on the story, in its list, the API and the feeds, until it is undone", async () => {
    const shown = async () =>
      Promise.all(
        [home, "/corrections", `/api/v1/stories/${await edition.storyOf("f1")}`, "/feed.json"].map(async (path) =>
          /she was (?:<|&lt;|\\u003c)moored/.test((await ask(path)).html),
        ),
      );
    expect(await shown()).toEqual([false, false, false, false]);
    const page = await ask("/desk/reports");
    expect((await fillIn(page, { do: "correct", text: " " })).text).toContain("what was wrong and what is right");
    await fillIn(page, { do: "correct", text: mistake });
    expect([await countOpenReports(opened.store.db), await shown()]).toEqual([0, [true, true, true, true]]);
    const story = await ask(home);
    expect(story.document.querySelector(".own-correction")?.textContent).toBe(
      `Correction, 24 November 2026: ${mistake}`,
    );
    expect(story.document.querySelector(".story-head .figures")?.nextElementSibling?.className).toBe("own-correction");
    const [act] = await latestEditorActs(opened.store.db, 1);
    expect(JSON.parse((await ask(`/api/v1/stories/${await edition.storyOf("f1")}`)).html).corrections).toEqual([
      { id: act?.id, at: "2026-11-24T12:01:00.000Z", text: mistake, sentence: headline },
    ]);
    await fillIn(await ask("/desk"), {});
    expect([await countOpenReports(opened.store.db), await shown()]).toEqual([2, [false, false, false, false]]);
  });

  it("is also given without a report, from the story's own page of the desk", async () => {
    const path = `/desk/story/${await edition.storyOf("f1")}`;
    await fillIn(await ask(path), { do: "correct", text: mistake });
    const [act] = await latestEditorActs(opened.store.db, 1);
    expect([act?.kind, act?.text, act?.reports]).toEqual(["correct", mistake, undefined]);
    expect((await ask(home)).text).toContain(mistake);
  });

  it("is given by those alone who have signed in", async () => {
    const page = await ask("/desk/reports");
    ask = visitor();
    expect((await ask("/desk/reports")).text).not.toContain("She floats again.");
    expect((await fillIn(page, { do: "correct", text: mistake })).status).toBe(403);
    expect((await ask(home)).text).not.toContain("moored");
  });
});

it("finds a story's versions under /history, too", async () => {
  const { status, to } = await ask(`${home}/history`);
  expect([status, to]).toEqual([301, `${home}/revisions`]);
});
