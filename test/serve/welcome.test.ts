import { parseHTML } from "linkedom";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { WelcomeChoice } from "../../src/model/edition.ts";
import { UserError } from "../../src/model/errors.ts";
import { createServer } from "../../src/serve/server.ts";
import type { Welcome } from "../../src/serve/site-edition.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, siteOver } from "./filled-store.ts";

let opened: TestStore;
let server: ReturnType<typeof createServer>;
let saved: WelcomeChoice[];

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
});
afterAll(() => opened.drop());
beforeEach(() => {
  saved = [];
  server = createServer(siteOver(opened.store, { welcome }));
});

const welcome: Welcome = {
  offer: async () => ({
    languages: ["en", "de"],
    subjects: ["world", "business", "sport"],
    countries: ["IE"],
    outletCountries: ["NZ", "KZ", "IE", "AT"],
  }),
  async save(choice) {
    if (choice.opml?.includes("nonsense")) throw new UserError("unreadable", "This is no OPML list.");
    saved.push(choice);
  },
};

async function post(fields: readonly (readonly [string, string | File])[]): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return server.request("/welcome", { method: "POST", body, headers: { host: "localhost" } });
}

const problemIn = async (answer: Response) =>
  parseHTML(await answer.text())
    .document.querySelector("[role=alert]")
    ?.textContent?.trim();

describe("the first-run page", () => {
  it("offers the languages, subjects and countries there are, with the present choice marked", async () => {
    const { document } = parseHTML(await (await server.request("/welcome")).text());
    const boxes = [...document.querySelectorAll("input[type=checkbox]")].map(
      (box) =>
        `${box.getAttribute("name")}=${box.getAttribute("value")}${box.hasAttribute("checked") ? " chosen" : ""}`,
    );
    expect(boxes).toEqual([
      "languages=en chosen",
      "languages=de chosen",
      "languages=fr",
      "languages=es",
      "subjects=world chosen",
      "subjects=politics",
      "subjects=business chosen",
      "subjects=science",
      "subjects=health",
      "subjects=environment",
      "subjects=culture",
      "subjects=sport chosen",
      "subjects=other",
      "countries=AT",
      "countries=IE chosen",
      "countries=KZ",
      "countries=NZ",
    ]);
  });

  it("keeps the choice with the list of feeds, and goes to the front page", async () => {
    const opml = '<opml version="2.0"><body/></opml>';
    const answer = await post([
      ["languages", "en"],
      ["languages", "fr"],
      ["subjects", "world"],
      ["countries", "NZ"],
      ["opml", new File([opml], "feeds.opml", { type: "text/xml" })],
    ]);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    expect(saved).toEqual([{ languages: ["en", "fr"], subjects: ["world"], countries: ["NZ"], opml }]);
  });

  it("takes no file for no list, and no country for all", async () => {
    await post([
      ["languages", "en"],
      ["subjects", "sport"],
      ["opml", new File([], "")],
    ]);
    expect(saved).toEqual([{ languages: ["en"], subjects: ["sport"], countries: [] }]);
  });

  it.each([
    ["nothing", []],
    ["no subject", [["languages", "en"]]],
    [
      "a language there is none of",
      [
        ["languages", "tlh"],
        ["subjects", "world"],
      ],
    ],
    [
      "a country that is no code",
      [
        ["languages", "en"],
        ["subjects", "world"],
        ["countries", "<b>"],
      ],
    ],
  ] as const)("asks again for %s", async (_, fields) => {
    const answer = await post(fields);
    expect(answer.status).toBe(400);
    expect(await problemIn(answer)).toBe("Choose at least one language and one subject.");
    expect(saved).toEqual([]);
  });

  it("says what is wrong with a list that cannot be read", async () => {
    const answer = await post([
      ["languages", "en"],
      ["subjects", "world"],
      ["opml", new File(["nonsense"], "feeds.opml")],
    ]);
    expect([answer.status, await problemIn(answer)]).toEqual([400, "This is no OPML list."]);
  });

  it("is there while a sample stands in for the edition, and says which of the two is chosen for", async () => {
    const sample = createServer(siteOver(opened.store, { sample: true, welcome }));
    const { document } = parseHTML(await (await sample.request("/welcome")).text());
    expect([...document.querySelectorAll("main > p")].map(({ textContent }) => textContent)).toEqual([
      "Choose what this edition reads, or leave it as it is. It fills while you choose.",
      "The choice is for your own edition; the sample offers it as soon as it has a story to show.",
    ]);
  });

  it("is not there where nothing may be chosen, as in a sample that was asked for", async () => {
    const sample = createServer(siteOver(opened.store, { sample: true }));
    expect((await sample.request("/welcome")).status).toBe(404);
    expect((await sample.request("/welcome", { method: "POST", headers: { host: "localhost" } })).status).toBe(404);
  });
});
