import type { Command } from "commander";
import type { App } from "../app.ts";
import type { Briefing, Section } from "../model/briefing.ts";
import type { Claim } from "../model/claim.ts";
import type { EditorAct } from "../model/editor-desk.ts";
import { UserError } from "../model/errors.ts";
import { editorDesk } from "../pipeline/editor-desk.ts";
import { explainArticles } from "../pipeline/explain-articles.ts";
import { versionsLine } from "../serve/site/versions-line.ts";
import { getArticles } from "../store/articles.ts";
import { latestBriefing } from "../store/briefings.ts";
import { latestEditorActs } from "../store/editor-acts.ts";
import { findStory, listStories, storyArticleIds } from "../store/stories.ts";
import { type EditionOptions, wholeNumber, withEdition } from "./edition-options.ts";
import { addPlainStoryCommands } from "./story-plain.ts";
import { table } from "./text-table.ts";
import { withStandingApp } from "./with-app.ts";

/** `backstory story …`: the stories of the edition, an editor's acts on them, and the plain commands on stories. */
export function addStoryCommand(program: Command): void {
  const story = program.command("story").description("the stories of the edition, and plain work on stories");
  const command = (name: string, description: string) => withEdition(story.command(name).description(description));

  command("list", "list the stories, the most important first")
    .option("--limit <n>", "how many", wholeNumber, 30)
    .option("--all", "with the stories that only one article tells")
    .option("--json", "as JSON lines")
    .action((options: EditionOptions & { limit: number; all?: boolean; json?: boolean }) =>
      withStandingApp(options, async (app) => {
        const minimum = options.all ? {} : app.config.stories;
        const rows = await listStories(app.store.db, { ...minimum, limit: options.limit, offset: 0, order: "rank" });
        if (options.json) for (const row of rows) console.log(JSON.stringify(row));
        else
          console.log(
            table(
              ["id", "articles", "origins", "newest", "headline"],
              rows.map((row) => [
                row.id,
                String(row.articles),
                String(row.origins),
                row.newestAt?.slice(0, 16).replace("T", " ") ?? "",
                row.headline ?? "(not written yet)",
              ]),
            ),
          );
      }),
    );
  command("show", "show the page of one story as text")
    .argument("<id>", "the story")
    .option("--json", "the briefing as JSON")
    .option("--articles", "list its articles instead")
    .action((id: string, options: EditionOptions & { json?: boolean; articles?: boolean }) =>
      withStandingApp(options, (app) => show(app, id, options)),
    );
  const act = (name: string, description: string) =>
    command(name, description).option("--reason <text>", "why, for the list of acts");
  act("merge", "make two stories one; the machine never undoes it")
    .argument("<from>", "the story that ends")
    .argument("<into>", "the story that goes on")
    .action((from: string, into: string, options: ActOptions) =>
      withStandingApp(options, async (app) => {
        const done = await editorDesk(app).merge(from, into, note(options));
        console.log(`${done.from} is part of ${done.into} now; its old address leads there. ${takenBackBy(done)}`);
      }),
    );
  act("split", "take articles out of a story into one of their own; the machine never undoes it")
    .argument("<story>", "the story")
    .argument("<articles...>", "the articles that leave it")
    .action((id: string, articles: string[], options: ActOptions) =>
      withStandingApp(options, async (app) => {
        const done = await editorDesk(app).split(id, articles, note(options));
        console.log(`${counted(done)} story ${done.into} now. ${takenBackBy(done)}`);
      }),
    );
  act("move", "move articles to another story; the machine never undoes it")
    .argument("<story>", "the story they are in")
    .argument("<into>", "the story they go to")
    .argument("<articles...>", "the articles")
    .action((id: string, into: string, articles: string[], options: ActOptions) =>
      withStandingApp(options, async (app) => {
        const done = await editorDesk(app).move(id, articles, into, note(options));
        console.log(`${counted(done)} in story ${done.into} now. ${takenBackBy(done)}`);
      }),
    );
  act("undo", "restore what was before an editor's act")
    .argument("<act>", "the id of the act, as `story acts` lists it")
    .action((id: string, options: ActOptions) =>
      withStandingApp(options, async (app) => {
        const done = await editorDesk(app).undo(id, note(options));
        console.log(
          done.from === done.into ? `Undone on story ${done.into}.` : `${counted(done)} back in story ${done.into}.`,
        );
      }),
    );
  command("acts", "list what editors did, the newest first")
    .option("--limit <n>", "how many", wholeNumber, 30)
    .action((options: EditionOptions & { limit: number }) =>
      withStandingApp(options, (app) => listActs(app, options.limit)),
    );
  command("why", "say why two articles are, or are not, one story")
    .argument("<a>", "an article's id or address")
    .argument("<b>", "the other one's")
    .action((a: string, b: string, options: EditionOptions) =>
      withStandingApp(options, async (app) => console.log(await explainArticles(app, a, b))),
    );
  addPlainStoryCommands(story);
}

async function show(app: App, id: string, options: { json?: boolean; articles?: boolean }): Promise<void> {
  const story = await needStory(app, id);
  if (options.articles) {
    for (const article of await getArticles(app.store.db, await storyArticleIds(app.store.db, story.id)))
      console.log(`${article.id}  ${article.publishedAt.slice(0, 16)}  ${article.outlet}: ${article.title}`);
    return;
  }
  const briefing = await latestBriefing(app.store.db, story.id);
  if (!briefing)
    throw new UserError("not-found", `The page of story ${id} is not written yet; \`backstory run\` writes it.`);
  console.log(options.json ? JSON.stringify(briefing) : plainBriefing(briefing));
}

type ActOptions = EditionOptions & { readonly reason?: string };

function note({ reason }: ActOptions) {
  return { by: "the command line", ...(reason !== undefined && { reason }) };
}

function counted({ articleIds: { length } }: EditorAct): string {
  return length === 1 ? "One article is" : `${length} articles are`;
}

function takenBackBy({ id }: EditorAct): string {
  return `\`backstory story undo ${id}\` takes it back.`;
}

async function listActs(app: App, limit: number): Promise<void> {
  const acts = await latestEditorActs(app.store.db, limit);
  console.log(
    table(
      ["id", "when", "what", "articles", "from", "into", "by", "reason"],
      acts.map(({ id, at, kind, articleIds, from, into, by, reason = "", undone }) => [
        id,
        at.slice(0, 16).replace("T", " "),
        undone ? `${kind} (undone)` : kind,
        String(articleIds.length),
        from,
        into,
        by,
        reason,
      ]),
    ),
  );
}

async function needStory(app: App, id: string) {
  const story = await findStory(app.store.db, id);
  if (!story) throw new UserError("not-found", `There is no story "${id}"; \`backstory story list\` shows them.`);
  return story;
}

const headings: Readonly<Record<Section["kind"], string>> = {
  "what-happened": "What's happened",
  "behind-the-headline": "What's behind the headline?",
  "what-the-papers-say": "What the papers say",
  "how-we-got-here": "How we got here",
  questions: "Go deeper: common questions",
  topics: "More on these topics",
};

/** A briefing as plain text for a terminal. */
export function plainBriefing(briefing: Briefing): string {
  const lines = [briefing.headline.text, "", briefing.standfirst.text];
  for (const section of briefing.sections) lines.push("", `# ${headings[section.kind]}`, ...sectionLines(section));
  lines.push("", "# Sources");
  for (const { outlet, title, url, copyOf } of briefing.sources)
    lines.push(`- ${outlet}: ${title}${copyOf === undefined ? "" : " (a copy)"}${url === undefined ? "" : ` ${url}`}`);
  for (const { part, reason, count } of briefing.skipped) lines.push(`left out: ${part}, ${reason} (${count})`);
  return lines.join("\n");
}

function sectionLines(section: Section): string[] {
  const texts = (claims: readonly Claim[]) => claims.map(({ text }) => text);
  const bullets = (claims: readonly Claim[]) => claims.map(({ text }) => `- ${text}`);
  switch (section.kind) {
    case "what-happened":
      return texts(section.claims);
    case "behind-the-headline":
      return [section.thesis.text, ...bullets(section.claims), ...(section.inSum ? [section.inSum.text] : [])];
    case "what-the-papers-say":
      return [
        ...texts(section.claims),
        ...section.disagreements.map((disagreement) => `≠ ${disagreement.subject}: ${versionsLine(disagreement)}`),
        ...bullets(section.unknowns),
      ];
    case "how-we-got-here":
      return [
        ...texts(section.claims),
        ...section.timeline.flatMap(({ date, claims }) => claims.map(({ text }) => `${date}  ${text}`)),
      ];
    case "questions":
      return section.questions.flatMap(({ question, answer }) => [
        question,
        ...answer.map(({ text }) => `    ${text}`),
      ]);
    case "topics":
      return section.entities.map(({ name, description }) => `- ${name}: ${description}`);
  }
}
