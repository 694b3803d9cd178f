import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { type Mailer, openMailer } from "../../src/mail/open-mailer.ts";
import { mailServerOf } from "../../src/mail-server.ts";
import { sendNextMail } from "../../src/pipeline/send-mail.ts";
import { createServer } from "../../src/serve/server.ts";
import { appendBriefing } from "../../src/store/briefings.ts";
import { saveDailyEdition } from "../../src/store/daily-editions.ts";
import { countSubscribers } from "../../src/store/subscribers.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { refusal, startMailServer, type TestMailServer } from "../mail/mail-server.ts";
import { fill, siteOver } from "../serve/filled-store.ts";
import { briefing } from "../serve/site/invented-story.ts";

let opened: TestStore;
let server: TestMailServer;
let mailer: Mailer;
let clock = new Date();
let refuses = false;

const { config } = loadConfig(
  undefined,
  {},
  { publicUrl: "https://news.example/strait", title: "The Strait", "daily.hour": 6 },
);
const at = (iso: string) => {
  clock = new Date(iso);
};

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  await appendBriefing(opened.store.db, { ...briefing, storyId: "pilots9", revision: 1 });
});
afterAll(() => opened.drop());

beforeEach(async () => {
  refuses = false;
  await opened.store.db.query("delete from subscribers");
  await opened.store.db.query("delete from daily_editions");
  server = await startMailServer({
    onRcptTo: (_, __, done) => (refuses ? done(refusal(550, "No such user")) : done()),
  });
  const mail = { server: server.url, from: "The Strait <news@news.example>" };
  const mailServer = mailServerOf({ ...config, mail });
  if (!mailServer) throw new Error("no mail server");
  mailer = openMailer(mailServer);
  at("2026-11-24T12:00:00Z");
});

afterEach(async () => {
  mailer.close();
  await server.close();
});

const context = () => ({ store: opened.store, config, now: () => clock });
const next = () => sendNextMail(context(), mailer);

function site() {
  const over = siteOver(opened.store, { now: () => clock });
  return createServer({
    ...over,
    edition: { ...over.edition, title: "The Strait", publicUrl: "https://news.example/strait", mail: true },
  });
}

/** Asks for mail on the page, as a browser does. */
function ask(address: string, rhythm = "daily") {
  return site().request("https://news.example/mail", {
    method: "POST",
    headers: { host: "news.example", "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ address, rhythm }),
  });
}

/** The path of the newest mail's link to confirm, or to leave. */
function linkIn(what: "confirm" | "leave"): string {
  const whole = (server.received.at(-1)?.message ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=");
  return (
    whole.match(new RegExp(`https://news\\.example/strait(/mail/${what}\\?id=[\\w-]+&key=[\\w-]+)`))?.[1] ?? "none"
  );
}

const follow = (path: string, method = "POST") =>
  site().request(`https://news.example${path}`, { method, headers: { host: "news.example" } });

async function confirmed(address: string, rhythm = "daily"): Promise<void> {
  await ask(address, rhythm);
  await next();
  await follow(linkIn("confirm"));
}

const closeDay = (day: string, stories = [{ storyId: "merle1", revision: briefing.revision }]) =>
  saveDailyEdition(opened.store.db, { day, closedAt: `${day}T06:00:00.000Z`, stories });

describe("the edition by mail", () => {
  it("comes to nobody who did not follow the link of the first mail", async () => {
    expect(await (await ask("ada@corvale.example")).text()).toContain("a link is on its way");
    await closeDay("2026-11-25");
    expect(await next()).toBe(true);
    expect(await next()).toBe(false);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.message).toContain("Subject: Please confirm: The Strait by e-mail");
    // Programs that look at mail follow its links: that alone confirms nothing.
    const page = await follow(linkIn("confirm"), "GET");
    expect(await page.text()).toContain("They will go to ada@corvale.example.");
    expect(await next()).toBe(false);
  });

  it("comes once when a day's edition closes, with a way to leave that works at one click", async () => {
    await closeDay("2026-11-24");
    await confirmed("ada@corvale.example");
    // What was out before they came is not sent.
    expect(await next()).toBe(false);
    await closeDay("2026-11-25");
    expect(await next()).toBe(true);
    expect(await next()).toBe(false);
    const mail = server.received.at(-1);
    expect(mail?.to).toEqual(["ada@corvale.example"]);
    expect(mail?.message).toContain("Subject: The Strait: The edition of 25 November 2026");
    expect(mail?.message).toContain("CAR FERRY MERLE RUNS AGROUND OFF CORVALE WITH 212 PEOPLE ON BOARD");
    expect(mail?.message).toContain(
      "https://news.example/strait/story/car-ferry-merle-runs-aground-off-corvale-merle1",
    );
    expect(mail?.message).toContain("\r\n9 reports · 8 outlets · 6 independent origins\r\n");
    expect(mail?.message).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const left = await follow(linkIn("leave"));
    expect(left.status).toBe(200);
    expect(await countSubscribers(opened.store.db)).toEqual({ confirmed: 0, asked: 0, failing: 0 });
    await closeDay("2026-11-26");
    expect(await next()).toBe(false);
  });

  it("comes once a week to those who want that, with each story of the week once", async () => {
    await closeDay("2026-11-24");
    await confirmed("ben@corvale.example", "weekly");
    for (const day of ["2026-11-25", "2026-11-26", "2026-11-30"]) await closeDay(day);
    expect(await next()).toBe(false);
    await closeDay("2026-12-01", [
      { storyId: "pilots9", revision: 1 },
      { storyId: "merle1", revision: briefing.revision },
    ]);
    expect(await next()).toBe(true);
    const mail = server.received.at(-1)?.message ?? "";
    expect(mail).toContain("Subject: The Strait: The week from 25 November 2026 to 1 December 2026");
    expect(mail.match(/strait\/story\/car-ferry-[\w-]+-merle1\r\n/g)).toHaveLength(1);
    expect(mail).toContain("pilots9");
    expect(await next()).toBe(false);
  });

  it("is tried again where it could not be sent, and an address that is none is forgotten", async () => {
    await confirmed("cleo@corvale.example");
    await closeDay("2026-11-25");
    refuses = true;
    expect(await next()).toBe(true);
    expect(await countSubscribers(opened.store.db)).toEqual({
      confirmed: 1,
      asked: 0,
      failing: 1,
      failure: expect.stringMatching(/^no-such-address: .*No such user/),
    });
    expect(await next()).toBe(false);
    at("2026-11-24T12:06:00Z");
    expect(await next()).toBe(true);
    at("2026-11-24T12:30:00Z");
    expect(await next()).toBe(true);
    expect(await countSubscribers(opened.store.db)).toEqual({ confirmed: 0, asked: 0, failing: 0 });
  });

  it("forgets those who do not confirm within two days", async () => {
    await ask("dora@corvale.example");
    await next();
    at("2026-11-26T12:01:00Z");
    await next();
    expect(await countSubscribers(opened.store.db)).toEqual({ confirmed: 0, asked: 0, failing: 0 });
    expect((await follow(linkIn("confirm"))).status).toBe(404);
  });

  it("cannot be ended or begun for another: a link that was not signed by us is in use for nobody", async () => {
    await confirmed("eve@corvale.example");
    const link = linkIn("confirm");
    await closeDay("2026-11-25");
    for (const path of [link.replace("confirm", "leave"), link.replace(/key=./, "key=~"), "/mail/leave?id=1&key=2"])
      expect((await follow(path)).status, path).toBe(404);
    expect(await countSubscribers(opened.store.db)).toMatchObject({ confirmed: 1 });
  });

  it("asks one address once a day at most, and takes few addresses from one place", async () => {
    for (let time = 0; time < 3; time++) await ask("flo@corvale.example");
    while (await next());
    expect(server.received).toHaveLength(1);
    const one = site();
    const statuses: number[] = [];
    for (let time = 0; time < 7; time++) {
      const answer = await one.request("https://news.example/mail", {
        method: "POST",
        headers: { host: "news.example" },
        body: new URLSearchParams({ address: `reader${time}@corvale.example`, rhythm: "daily" }),
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  });

  it("says what is wrong with an address that is none", async () => {
    const answer = await ask("nobody");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("That is no e-mail address.");
  });

  it("is offered by no edition without a mail server", async () => {
    expect((await createServer(siteOver(opened.store)).request("https://news.example/mail")).status).toBe(404);
  });
});
