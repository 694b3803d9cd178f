import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../src/config.ts";
import { writeStory } from "../src/pipeline/write-story.ts";
import { openRunningEdition } from "../src/running-edition.ts";
import { loadSamples } from "../src/sample-edition.ts";
import { saveArticle } from "../src/store/articles.ts";
import { latestBriefing } from "../src/store/briefings.ts";
import { spentSince } from "../src/store/model-calls.ts";
import { saveOutlet } from "../src/store/outlets.ts";
import { saveAssignments } from "../src/store/stories.ts";
import { scriptedEndpoint } from "./ask/scripted-endpoint.ts";
import { plainWriter } from "./write/engines/plain-writer.ts";
import { trawlerStory } from "./write/engines/trawler.ts";

it("a story of the sample edition, written by a model from its articles to its page, says so and is borne out", async () => {
  const { url, received } = await scriptedEndpoint(({ body }) => ({
    say: plainWriter({ prompt: body.messages.at(-1)?.content ?? "" }),
  }));
  const dataDir = mkdtempSync(join(tmpdir(), "backstory-written-"));
  const config = loadConfig(
    undefined,
    { BACKSTORY_MODEL: `openai-compatible:${url}#pebble-8b`, BACKSTORY_MODEL_PRICES: "pebble-8b=1/2" },
    { "store.dataDir": dataDir, "feeds.shipped": false },
  ).config;
  const edition = await openRunningEdition(config, { sample: true });
  onTestFinished(async () => {
    await edition.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const { db } = edition.app.store;
  const { articles, annotations } = trawlerStory();
  const { outlets } = loadSamples(fileURLToPath(new URL("../samples", import.meta.url)), new Date(0));
  for (const outlet of outlets) await saveOutlet(db, outlet, "edition");
  for (const article of articles) {
    const annotation = annotations.get(article.id);
    const outletId = outlets.find(({ name }) => name === article.outlet)?.id ?? "";
    if (annotation) await saveArticle(db, { article, annotation, outletId }, article.publishedAt);
  }
  await saveAssignments(
    db,
    articles.map(({ id }) => ({ articleId: id, storyId: "trawler" })),
    articles[0]?.publishedAt ?? "",
  );

  await writeStory(edition.app, "trawler");

  const briefing = await latestBriefing(db, "trawler");
  expect(briefing?.engine).toBe("model");
  expect(briefing?.writing).toMatchObject({ model: "pebble-8b" });
  // Of what came before, one passage tells: nobody is paid to put that in other words.
  expect(briefing?.writing?.parts.map(({ part }) => part)).toEqual([
    "what-happened",
    "behind-the-headline",
    "what-the-papers-say",
  ]);
  // Each ask is paid for: 700 tokens read and 90 written.
  const spent = await spentSince(db, "2000-01-01T00:00:00.000Z");
  expect([spent.calls, spent.tokens, spent.cost]).toEqual([
    received.length,
    790 * received.length,
    expect.closeTo((received.length * (700 + 2 * 90)) / 1_000_000, 9),
  ]);

  // Its page, as a reader gets it.
  const address = await edition.site.request("http://localhost/story/x-trawler");
  const at = address.headers.get("location") ?? "/story/x-trawler";
  const html = await (await edition.site.request(new URL(at, "http://localhost").href)).text();
  const page = parseHTML(html).document as unknown as Document;
  const sentences = [...page.querySelectorAll("a.claim[data-written]")];
  expect(sentences.length).toBeGreaterThan(8);
  for (const sentence of sentences) {
    const note = page.getElementById(String(sentence.getAttribute("href")).slice(1));
    expect(note?.querySelectorAll("blockquote").length, sentence.textContent ?? "").toBeGreaterThan(0);
  }
  expect(page.querySelector(".writing")?.textContent).toContain("A language model, pebble-8b, wrote:");

  // The same story costs nothing more, and its page stays as it is.
  await writeStory(edition.app, "trawler");
  expect([(await latestBriefing(db, "trawler"))?.revision, edition.app.modelAccount?.tally()]).toMatchObject([
    1,
    { asked: received.length, kept: received.length, failures: {} },
  ]);
}, 120_000);
