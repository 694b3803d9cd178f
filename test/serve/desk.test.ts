import { parseHTML } from "linkedom";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { keepPassword, passwordSetting } from "../../src/serve/desk/password.ts";
import { createServer } from "../../src/serve/server.ts";
import type { SiteEdition } from "../../src/serve/site-edition.ts";
import { latestEditorActs } from "../../src/store/editor-acts.ts";
import { endEditorSessions } from "../../src/store/editor-sessions.ts";
import { getSetting, setSetting } from "../../src/store/settings.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { deskEdition } from "../pipeline/desk-edition.ts";
import { siteOver } from "./filled-store.ts";

const password = "correct horse battery";
let opened: TestStore;
let edition: Awaited<ReturnType<typeof deskEdition>>;
let kept: unknown;
let now: number;

beforeAll(async () => {
  opened = await openEmbedded();
  kept = await keepPassword(password);
}, 60_000);
afterAll(() => opened.drop());
beforeEach(async () => {
  now = Date.parse("2026-11-24T12:00:00.000Z");
  edition = await deskEdition(opened.store, () => new Date(now));
  await setSetting(opened.store.db, passwordSetting, kept);
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

/** A browser as far as the desk needs one: it keeps the cookie and fills in the forms it is shown. */
function visitor(rest: Partial<SiteEdition> = {}, headers: Record<string, string> = {}) {
  const server = createServer(siteOver(opened.store, { desk: edition.desk, now: () => new Date(now), ...rest }));
  let cookie = "";
  let csrf = "";
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await server.request(path, {
      ...init,
      headers: { host: "localhost", ...(cookie !== "" && { cookie }), ...headers, ...(init.headers as object) },
    });
    const set = answer.headers.get("set-cookie");
    if (set) cookie = set.split(";")[0] ?? "";
    const html = await answer.text();
    const { document } = parseHTML(html);
    csrf = document.querySelector("input[name=csrf]")?.getAttribute("value") ?? csrf;
    return {
      status: answer.status,
      headers: answer.headers,
      to: answer.headers.get("location") ?? "",
      set: set ?? "",
      html,
      document,
      problem: document.querySelector("[role=alert]")?.textContent?.trim(),
      said: document.querySelector("[role=status]")?.textContent?.replace(/\s+/g, " ").trim(),
      text: document.querySelector("main")?.textContent?.replace(/\s+/g, " ").trim() ?? "",
    };
  };
  const post = (path: string, fields: Record<string, string | readonly string[]> = {}, ownCsrf = csrf) => {
    const body = new URLSearchParams({ csrf: ownCsrf });
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) body.append(name, String(value));
    return ask(path, { method: "POST", body });
  };
  return {
    get: (path: string) => ask(path),
    post,
    async signIn(given = password, name = "Ines") {
      await ask("/desk");
      return post("/desk/sign-in", { password: given, name });
    },
    withCookie: (value: string) => {
      cookie = value;
    },
  };
}

describe("the way in", () => {
  it("is closed until a password is set, and says how to set it", async () => {
    await opened.store.db.query("delete from settings where key = $1", [passwordSetting]);
    const desk = visitor();
    for (const path of ["/desk", "/desk/why", "/desk/story/x"]) {
      const answer = await desk.get(path);
      expect([answer.status, answer.set]).toEqual([404, ""]);
      expect(answer.text).toContain("backstory editor password");
    }
    expect((await desk.post("/desk/sign-in", { password: "" })).status).toBe(404);
  });

  it("asks for the password, and keeps of it and of the session only hashes", async () => {
    const desk = visitor();
    const form = await desk.get("/desk");
    expect([form.status, form.document.querySelectorAll("input[type=password]").length]).toEqual([200, 1]);
    const answer = await desk.signIn();
    expect([answer.status, answer.to]).toEqual([303, "/desk"]);
    expect(answer.set).toMatch(/^backstory_desk=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict$/);
    expect((await desk.get("/desk")).text).toContain("Ines");
    const settings = JSON.stringify(await opened.store.db.query("select key, value from settings"));
    expect(settings).not.toContain(password);
    expect(settings).not.toContain(/=([\w-]+)/.exec(answer.set)?.[1]);
  });

  it("gives a session a token that nobody had before it", async () => {
    const desk = visitor();
    const before = (await desk.get("/desk")).set;
    expect((await desk.signIn()).set.split(";")[0]).not.toBe(before.split(";")[0]);
  });

  it("sends the cookie by https alone where the site is there, and below its sub-path", async () => {
    const site = siteOver(opened.store);
    const desk = visitor(
      { edition: { ...site.edition, publicUrl: "https://news.example.org/back" } },
      { host: "news.example.org" },
    );
    const answer = await desk.get("/back/desk");
    expect(answer.set).toMatch(/; Path=\/back\/desk; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.html).toContain('action="/back/desk/sign-in"');
  });

  it("is shut again after twelve hours, by signing out, and for all by a new password", async () => {
    const late = visitor();
    await late.signIn();
    now += 12 * 3_600_000;
    expect((await late.get("/desk")).document.querySelector("input[type=password]")).not.toBeNull();
    const out = visitor();
    await out.signIn();
    await out.get("/desk");
    expect((await out.post("/desk/sign-out")).to).toBe("/desk");
    expect((await out.get("/desk")).document.querySelector("input[type=password]")).not.toBeNull();
    const ended = visitor();
    await ended.signIn();
    await ended.get("/desk");
    await endEditorSessions(opened.store.db);
    expect((await ended.post("/desk/undo", { act: "x" })).problem).toBe("Sign in again; the session has ended.");
  });

  it("takes no form of another visit, and none from another site", async () => {
    const desk = visitor();
    await desk.signIn();
    await desk.get("/desk");
    expect((await desk.post("/desk/undo", { act: "x" }, "")).status).toBe(403);
    expect((await desk.post("/desk/undo", { act: "x" }, "a".repeat(43))).status).toBe(403);
    const foreign = visitor({}, { "sec-fetch-site": "cross-site" });
    await foreign.get("/desk");
    expect((await foreign.post("/desk/sign-in", { password })).status).toBe(403);
  });

  it("is locked with growing pauses after failed tries, for each address and over all", async () => {
    const from = (address: string) => visitor({}, { "x-forwarded-for": `6.6.6.6, ${address}` });
    const tries = async (desk: ReturnType<typeof visitor>, given: string) => {
      const { status, headers, problem } = await desk.signIn(given);
      return [status, headers.get("retry-after"), problem];
    };
    const one = from("203.0.113.1");
    for (let n = 0; n < 5; n++) expect(await tries(one, "wrong")).toEqual([403, null, "That is not the password."]);
    expect(await tries(one, password)).toEqual([429, "15", "Too many tries. The next one is taken in 15 seconds."]);
    now += 15_000;
    expect((await tries(one, "wrong"))[0]).toBe(403);
    expect(await tries(one, password)).toEqual([429, "30", "Too many tries. The next one is taken in 30 seconds."]);
    now += 30_000;
    expect((await tries(one, password))[0]).toBe(303);
    expect((await tries(one, "wrong"))[0]).toBe(403);
  });

  it("is open to this machine, and to others by https alone", async () => {
    const from = (remoteAddress: string, publicUrl?: string) => {
      const site = siteOver(opened.store, { desk: edition.desk });
      const server = createServer({
        ...site,
        edition: { ...site.edition, ...(publicUrl !== undefined && { publicUrl }) },
      });
      return server.request("/desk", {}, { incoming: { socket: { remoteAddress } } });
    };
    for (const [address, publicUrl, status] of [
      ["127.0.0.1", undefined, 200],
      ["::ffff:127.0.0.1", undefined, 200],
      ["192.168.1.20", undefined, 403],
      ["192.168.1.20", "http://news.example.org", 403],
      ["192.168.1.20", "https://news.example.org", 200],
    ] as const)
      expect((await from(address, publicUrl)).status, `${address} ${publicUrl}`).toBe(status);
  });

  it("is neither kept by a cache nor found by a search engine", async () => {
    const desk = visitor();
    for (const signedIn of [false, true]) {
      if (signedIn) await desk.signIn();
      const { headers, html } = await desk.get("/desk");
      expect([headers.get("cache-control"), headers.get("x-robots-tag")]).toEqual(["no-store", "noindex"]);
      expect(html).toContain('<meta name="robots" content="noindex"/>');
    }
    expect((await visitor().get("/desk")).document.querySelector("input[type=password]")).not.toBeNull();
    expect((await desk.get("/")).html).not.toContain("/desk");
  });
});

describe("the desk", () => {
  let desk: ReturnType<typeof visitor>;
  beforeEach(async () => {
    desk = visitor();
    await desk.signIn();
  });

  it("lists the stories, finds them by words, and goes to one by its id or address", async () => {
    const ferry = await edition.storyOf("f1");
    const rows = (answer: Awaited<ReturnType<typeof desk.get>>) =>
      [...answer.document.querySelectorAll(".desk-stories li > a")].map((link) => link.textContent?.trim());
    expect(rows(await desk.get("/desk"))).toHaveLength(3);
    expect(rows(await desk.get("/desk?q=ferry"))).toEqual(["Car ferry Merle aground off Corvale"]);
    for (const q of [ferry, `https://the-strait.example/story/car-ferry-${ferry}`])
      expect((await desk.get(`/desk?${new URLSearchParams({ q })}`)).to).toBe(`/desk/story/${ferry}`);
    expect((await desk.get("/desk/story/nothing")).problem).toBe('There is no story "nothing".');
  });

  it("splits ticked articles off, and undoes it", async () => {
    const ferry = await edition.storyOf("f1");
    const page = await desk.get(`/desk/story/${ferry}`);
    expect(page.document.querySelectorAll("input[name=article]")).toHaveLength(3);
    const done = await desk.post(`/desk/story/${ferry}`, {
      do: "split",
      article: ["f2", "f3"],
      reason: "Another ship",
    });
    const made = await edition.storyOf("f2");
    expect([done.status, await edition.beside("f2"), await edition.beside("f1")]).toEqual([303, "f2 f3", "f1"]);
    const [act] = await latestEditorActs(opened.store.db, 1);
    expect(done.to).toBe(`/desk/story/${ferry}?done=${act?.id}`);
    expect((await desk.get(done.to)).said).toContain("Split 2 articles off Car ferry Merle aground off Corvale");
    expect([act?.by, act?.reason]).toEqual(["Ines", "Another ship"]);
    const undone = await desk.post("/desk/undo", { act: String(act?.id) });
    expect([undone.status, await edition.beside("f1")]).toEqual([303, "f1 f2 f3"]);
    expect((await desk.get(`/desk/story/${made}`)).to).toBe(`/desk/story/${ferry}`);
    expect((await desk.post("/desk/undo", { act: String(act?.id) })).problem).toBe("This was undone already.");
  });

  it("moves articles to, and merges with, a story that is chosen from a list or given by its address", async () => {
    const [ferry, strike] = [await edition.storyOf("f1"), await edition.storyOf("p1")];
    await desk.get(`/desk/story/${ferry}`);
    const found = await desk.post(`/desk/story/${ferry}`, { do: "find", q: "nurses", article: ["f3"] });
    expect([...found.document.querySelectorAll("input[name=target]")].map((one) => one.getAttribute("value"))).toEqual([
      strike,
    ]);
    expect(found.document.querySelector("input[value=f3]")?.hasAttribute("checked")).toBe(true);
    await desk.post(`/desk/story/${ferry}`, { do: "move", article: "f3", target: strike });
    expect(await edition.beside("p1")).toBe("f3 p1 p2");
    const address = `https://the-strait.example/story/tamsin-nurses-vote-to-strike-${strike}?from=feed`;
    const merged = await desk.post(`/desk/story/${ferry}`, { do: "merge", address });
    expect([merged.to.split("?")[0], await edition.beside("f1")]).toEqual([`/desk/story/${strike}`, "f1 f2 f3 p1 p2"]);
    expect((await desk.get(`/story/${ferry}`)).to).toMatch(new RegExp(`^/story/.*${strike}$`));
  });

  it("says why two articles are one story, and asks for two", async () => {
    const ferry = await edition.storyOf("f1");
    await desk.get(`/desk/story/${ferry}`);
    const why = await desk.post(`/desk/story/${ferry}`, { do: "why", article: ["f1", "f2"] });
    expect((await desk.get(why.to)).said).toMatch(/^One story: /);
    expect((await desk.get("/desk/why?a=f1&b=nothing")).problem).toBe('No article has the id or address "nothing".');
    expect((await desk.post(`/desk/story/${ferry}`, { do: "why", article: "f1" })).problem).toMatch(/^Tick two/);
  });

  it.each([
    ["nothing ticked", { do: "split" }, "No article is chosen."],
    ["no other story", { do: "merge" }, "Choose the other story, or give its id or address."],
    ["a story there is none of", { do: "merge", address: "nothing" }, 'There is no story "nothing"'],
    ["an unknown button", { do: "burn" }, "The form does not say what to do."],
  ])("answers %s on the page, and keeps what was filled in", async (_, fields, problem) => {
    const ferry = await edition.storyOf("f1");
    await desk.get(`/desk/story/${ferry}`);
    const answer = await desk.post(`/desk/story/${ferry}`, { ...fields, reason: "<b>why</b>" });
    expect(answer.status).toBe(400);
    expect(answer.problem).toContain(problem);
    expect(answer.document.querySelector("#reason")?.getAttribute("value")).toBe("<b>why</b>");
    expect(await latestEditorActs(opened.store.db, 1)).toEqual([]);
  });

  it("is of no use to whoever has not signed in", async () => {
    const stranger = visitor();
    await stranger.get("/desk");
    const ferry = await edition.storyOf("f1");
    const answer = await stranger.post(`/desk/story/${ferry}`, { do: "split", article: "f1" });
    expect([answer.status, answer.document.querySelectorAll("input[name=article]").length]).toEqual([403, 0]);
    expect((await stranger.get(`/desk/story/${ferry}`)).text).not.toContain("Merle");
    expect(await edition.beside("f1")).toBe("f1 f2 f3");
    expect(await getSetting(opened.store.db, passwordSetting)).toEqual(kept);
  });
});
