import { loadConfig } from "../../src/config.ts";
import { emptyAnnotation } from "../../src/model/annotation.ts";
import type { Article } from "../../src/model/article.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Outlet } from "../../src/model/outlet.ts";
import { editorDesk } from "../../src/pipeline/editor-desk.ts";
import type { PipelineContext } from "../../src/pipeline/pipeline-context.ts";
import { openStoryAssigner } from "../../src/pipeline/story-assigner.ts";
import type { StoryToWrite } from "../../src/pipeline/work-pool.ts";
import { tryWriteStory } from "../../src/pipeline/write-story.ts";
import { saveArticle } from "../../src/store/articles.ts";
import type { Store } from "../../src/store/open-store.ts";
import { saveOutlet } from "../../src/store/outlets.ts";
import { staleStories, storyArticleIds } from "../../src/store/stories.ts";

const outlets: readonly Outlet[] = ["Pinnace Wire", "Radio Nessa", "The Upland Mail"].map((name) => {
  const id = name.toLowerCase().replaceAll(" ", "-");
  return { id, name, family: id, kind: "newspaper", use: "text" };
});

const ferry =
  "The car ferry Merle ran aground off Corvale in thick fog and the harbour master Ada Renn closed the strait while tugs pulled at her stern.";
const strike =
  "Nurses at the Tamsin hospital voted to strike over night shifts after their union rejected the pay offer that the health board had made.";
const goal =
  "Late header by Jonas Pell won the cup for Upland Rovers in front of a record crowd at the Millfield ground on Saturday.";

const texts: Readonly<Record<string, readonly [title: string, text: string]>> = {
  f1: ["Car ferry Merle aground off Corvale", ferry],
  f2: ["Ferry Merle runs aground in fog off Corvale", `${ferry} Passengers were taken off by lifeboat before noon.`],
  f3: ["Tugs pull at grounded ferry Merle off Corvale", `${ferry} The owner said that her hull was whole.`],
  p1: ["Tamsin nurses vote to strike", strike],
  p2: ["Hospital nurses in Tamsin to strike over night shifts", `${strike} No ward will be closed before Friday.`],
  g1: ["Late header wins the cup for Upland Rovers", goal],
  f4: ["Grounded ferry Merle floats again off Corvale", `${ferry} She floated at the evening tide.`],
  p3: ["Strike of Tamsin nurses begins", `${strike} Four wards were empty.`],
};
const ids = Object.keys(texts);

/** An edition of invented articles over a store that an editor works on: three stories (a ferry, a strike, a goal) as the machine formed them. */
export async function deskEdition(store: Store, now: () => Date = () => new Date("2026-11-24T12:00:00.000Z")) {
  const { db } = store;
  for (const table of [
    "editor_acts",
    "reports",
    "story_changes",
    "briefings",
    "story_entities",
    "articles",
    "stories",
    "settings",
  ])
    await db.query(`delete from ${table}`);
  for (const outlet of outlets) await saveOutlet(db, outlet, "user");
  const context: PipelineContext = {
    store,
    fetcher: { get: () => Promise.reject(new Error("Nothing is fetched here.")), close: async () => {} },
    workers: {
      warm() {},
      read: () => Promise.reject(),
      write: async (story) => ({ briefing: plainPage(story), open: [], undescribed: [] }),
      close: async () => {},
    },
    config: loadConfig(undefined, {}).config,
    now,
  };
  let assigner = await openStoryAssigner(context);
  const storyOf = async (articleId: string) => {
    const [row] = await db.query<{ id: string }>("select story_id as id from articles where id = $1", [articleId]);
    return row?.id ?? "";
  };
  const edition = {
    context,
    desk: editorDesk(context),
    storyOf,
    /** The articles of the story that one is in. */
    async beside(articleId: string) {
      return (await storyArticleIds(db, await storyOf(articleId))).sort().join(" ");
    },
    /** Articles come in, and wait. */
    async comeIn(...articleIds: readonly string[]) {
      for (const id of articleIds) {
        const article = articleOf(id);
        const annotation = emptyAnnotation(id, "en");
        const outlet = outlets.find(({ name }) => name === article.outlet);
        await saveArticle(db, { article, annotation, outletId: outlet?.id ?? "" }, article.publishedAt);
      }
    },
    /** Articles come in, are assigned, and all that is stale is written. */
    async arrive(...articleIds: readonly string[]) {
      await edition.comeIn(...articleIds);
      await assigner.assignWaiting();
      for (const id of await staleStories(db, 100)) await tryWriteStory(context, id, console.error);
    },
    /** The process is started again: the index comes from the store. */
    async restart() {
      assigner = await openStoryAssigner(context);
    },
  };
  await edition.arrive("f1", "f2", "f3", "p1", "p2", "g1");
  return edition;
}

function articleOf(id: string): Article {
  const [title = "", text = ""] = texts[id] ?? [];
  const hour = String(4 + ids.indexOf(id)).padStart(2, "0");
  return {
    id,
    outlet: outlets[ids.indexOf(id) % outlets.length]?.name ?? "",
    url: `https://outlet.example/${id}`,
    title,
    text,
    publishedAt: `2026-11-24T${hour}:00:00.000Z`,
    language: "en",
  };
}

/** A page of a headline and its sources. */
function plainPage({ storyId, articles, revision = 1, now }: StoryToWrite): Briefing {
  const [first] = articles;
  const claim = { text: first?.title ?? "", citations: [] };
  return {
    storyId,
    revision,
    writtenAt: now,
    language: "en",
    engine: "test",
    headline: claim,
    standfirst: claim,
    sections: [],
    sources: articles.map(({ id, outlet, title, url, publishedAt, language, genre }) => ({
      articleId: id,
      outlet,
      title,
      url,
      publishedAt,
      language,
      genre,
    })),
    skipped: [],
  } as unknown as Briefing;
}
