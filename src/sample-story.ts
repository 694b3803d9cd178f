import type { Article } from "./model/article.ts";
import { slugOf } from "./model/outlet.ts";
import type { SampleOutlet } from "./sample-edition.ts";

/** An article of the sample edition: what a perfect extraction of its page would give, and its place in the edition. */
export interface SampleArticle extends Article {
  readonly outletId: string;
  /** Where its page is served, from the root: "/harbour-gazette/some-title". */
  readonly path: string;
  readonly summary: string;
  readonly caption?: string;
  readonly subject: string;
  /** The label of the story it belongs to, for tests. */
  readonly story: string;
}

interface Context {
  /** The file's name, for messages. */
  readonly name: string;
  readonly newest: Date;
  readonly outlets: readonly SampleOutlet[];
}

const hourMs = 3_600_000;
const unitMs: Readonly<Record<string, number>> = { y: 365 * 24 * hourMs, d: 24 * hourMs, h: hourMs, m: 60_000 };

/** The length of "19d 6h", "2y 60d" or "-9d" in milliseconds (y d h m; a year is 365 days). */
export function parseDuration(text: string): number {
  const sign = text.trim().startsWith("-") ? -1 : 1;
  const parts = [...text.matchAll(/(\d+)\s*([ydhm])/g)];
  if (parts.length === 0) throw new Error(`not a duration: "${text}"`);
  return sign * parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ""] ?? 0), 0);
}

/** One story file: a header with its label, subject and named events, then an article under each "## ". */
export function parseSampleStory(source: string, context: Context): SampleArticle[] {
  const [head = "", ...blocks] = source.split(/^## /m);
  const { fields, events } = parseHead(head);
  return blocks.map((block) => parseArticle(block, fields, events, context));
}

function parseHead(head: string): { fields: Map<string, string>; events: Map<string, number> } {
  const fields = new Map<string, string>();
  const events = new Map<string, number>();
  for (const line of head.split("\n")) {
    const label = /^# (.+)$/.exec(line);
    const event = /^event (\w+): (.+)$/.exec(line);
    const field = /^(\w+): (.+)$/.exec(line);
    if (label?.[1]) fields.set("label", label[1].trim());
    else if (event?.[1] && event[2]) events.set(event[1], parseDuration(event[2]));
    else if (field?.[1] && field[2]) fields.set(field[1], field[2].trim());
  }
  return { fields, events };
}

function parseArticle(
  block: string,
  story: ReadonlyMap<string, string>,
  events: ReadonlyMap<string, number>,
  context: Context,
): SampleArticle {
  const [title = ""] = block.split("\n");
  const [head = "", ...paragraphs] = block
    .slice(title.length)
    .trim()
    .split(/\n\s*\n/);
  const where = `${context.name}, "${title}"`;
  const fields = new Map(
    head.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const outlet = context.outlets.find(({ id }) => id === fields.get("outlet"));
  if (!outlet) throw new Error(`${where}: no outlet "${fields.get("outlet")}" in outlets.json`);
  const before = parseDuration(fields.get("before") ?? "");
  const published = new Date(context.newest.getTime() - before);
  const render = (text: string) => renderDates(text, { where, outlet, published, events, newest: context.newest });
  const slug = slugOf(title);
  const rendered = paragraphs.map((paragraph) => render(paragraph.replace(/\s*\n\s*/g, " ").trim()));
  const updated = fields.get("updated");
  const byline = fields.get("byline");
  const caption = fields.get("caption");
  const genre = fields.get("genre") as Article["genre"];
  return {
    id: `${outlet.id}/${slug}`,
    outlet: outlet.name,
    outletId: outlet.id,
    path: `/${outlet.id}${outlet.path.replace("{slug}", slug)}`,
    title,
    text: rendered.join("\n"),
    summary: summaryOf(fields.get("summary") ?? rendered[0] ?? "", outlet),
    publishedAt: published.toISOString(),
    ...(updated !== undefined && {
      modifiedAt: new Date(context.newest.getTime() - parseDuration(updated)).toISOString(),
    }),
    language: outlet.language,
    ...(byline !== undefined && { byline }),
    ...(caption !== undefined && { caption: render(caption) }),
    ...(genre !== undefined && { genre }),
    ...(outlet.paywall && { paywalled: true }),
    subject: fields.get("subject") ?? story.get("subject") ?? "other",
    story: fields.get("story") ?? story.get("label") ?? "",
  };
}

/** What the outlet's feed tells of the article: its first paragraph, or as much of it as a stingy outlet lets out. */
function summaryOf(text: string, outlet: SampleOutlet): string {
  if (outlet.content !== "excerpt" || text.length <= 160) return text;
  return `${text.slice(0, 160).replace(/\s+\S*$/, "")} …`;
}

/**
 * Fills in `{{weekday breach}}`, `{{date breach +2d}}`, `{{month …}}`, `{{year …}}` and `{{time …}}`. The moment is one of the story's
 * events or `published`; "+" means later. Days are UTC days, so that every outlet gives an event the same day.
 */
function renderDates(
  text: string,
  at: { where: string; outlet: SampleOutlet; published: Date; newest: Date; events: ReadonlyMap<string, number> },
): string {
  const locale = at.outlet.language === "de" ? "de" : at.outlet.dateStyle === "month-first" ? "en-US" : "en-GB";
  return text.replace(/\{\{\s*(\w+)\s+(\w+)\s*(?:([+-])\s*([^}]+))?\}\}/g, (token, form, name, sign, shift) => {
    const before = at.events.get(name);
    if (before === undefined && name !== "published") throw new Error(`${at.where}: no event for ${token}`);
    const base = before === undefined ? at.published.getTime() : at.newest.getTime() - before;
    const offset = shift === undefined ? 0 : parseDuration(shift) * (sign === "-" ? -1 : 1);
    const options = formats[form];
    if (!options) throw new Error(`${at.where}: no such form of a date: ${token}`);
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(base + offset));
  });
}

const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  weekday: { weekday: "long" },
  date: { day: "numeric", month: "long" },
  month: { month: "long" },
  year: { year: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
};
