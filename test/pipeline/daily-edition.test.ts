import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import { closeDailyEdition, spreadOverSubjects } from "../../src/pipeline/daily-edition.ts";
import type { PipelineContext } from "../../src/pipeline/pipeline-context.ts";
import { appendBriefing } from "../../src/store/briefings.ts";
import { findDailyEdition } from "../../src/store/daily-editions.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill } from "../serve/filled-store.ts";
import { briefing, claim } from "../serve/site/invented-story.ts";

let opened: TestStore;

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  await appendBriefing(opened.store.db, { ...briefing, storyId: "pilots9", revision: 1 });
});
afterAll(() => opened?.drop());

async function closeAt(now: string): Promise<string | undefined> {
  const { config } = loadConfig(undefined, {}, { "stories.minArticles": 2 });
  return closeDailyEdition({ store: opened.store, config, now: () => new Date(now) } as PipelineContext);
}

/** A newer version of the ferry's page, with a report that came in at that time. */
async function write(revision: number, newestAt: string, happened: string | undefined): Promise<void> {
  const sections = briefing.sections.map((section) =>
    section.kind === "what-happened" && happened !== undefined
      ? { ...section, claims: [claim(happened, "fact", "a1"), ...section.claims] }
      : section,
  );
  const page: Briefing = { ...briefing, revision, sections };
  await appendBriefing(opened.store.db, page);
  await opened.store.db.query("update stories set newest_at = $1 where id = 'merle1'", [newestAt]);
}

describe("a day's edition", () => {
  it("closes once its hour has come, with the stories that stand, by importance, and never again that day", async () => {
    expect(await closeAt("2026-11-24T12:00:00Z")).toBe("2026-11-24");
    const edition = {
      day: "2026-11-24",
      closedAt: "2026-11-24T12:00:00.000Z",
      stories: [
        { storyId: "merle1", revision: 3 },
        { storyId: "pilots9", revision: 1 },
      ],
    };
    expect(await findDailyEdition(opened.store.db)).toEqual(edition);
    expect(await closeAt("2026-11-24T13:00:00Z")).toBeUndefined();
    expect(await findDailyEdition(opened.store.db, "2026-11-24")).toEqual(edition);
  });

  it("is not made of stories that had no report since the last one", async () => {
    expect(await closeAt("2026-11-25T06:00:00Z")).toBeUndefined();
    expect((await findDailyEdition(opened.store.db))?.day).toBe("2026-11-24");
  });

  it("does not show a story again whose page says nothing new of what happened", async () => {
    await write(4, "2026-11-25T05:00:00Z", undefined);
    expect(await closeAt("2026-11-25T06:00:00Z")).toBeUndefined();
  });

  it("shows a story again from the version that was shown before, where there is something new", async () => {
    await write(5, "2026-11-25T07:00:00Z", "Tugs pulled the Merle free on Wednesday (Pinnace Wire).");
    expect(await closeAt("2026-11-26T06:30:00Z")).toBe("2026-11-26");
    expect((await findDailyEdition(opened.store.db))?.stories).toEqual([{ storyId: "merle1", revision: 5, since: 3 }]);
  });

  it("gives each subject its first story before any its second, in the order of importance", () => {
    const stories = ["a1", "a2", "a3", "b1", "a4", "c1"].map((id) => ({ id, subject: String(id[0]) }));
    expect(spreadOverSubjects(stories, 4).map(({ id }) => id)).toEqual(["a1", "a2", "b1", "c1"]);
    expect(spreadOverSubjects(stories, 2).map(({ id }) => id)).toEqual(["a1", "b1"]);
  });
});
