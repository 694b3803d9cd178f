import type { Genre } from "../model/article.ts";
import { voiceOf } from "./report-voice.ts";

/** What a text says of itself, as far as it is known. */
export interface GenreMarks {
  readonly title: string;
  readonly text: string;
  readonly url?: string | undefined;
  /** schema.org type. */
  readonly type?: string | undefined;
  readonly byline?: string | undefined;
}

/** The types of schema.org that name a genre; "NewsArticle" and "BlogPosting" stand on anything. */
const bySchema: Readonly<Record<string, Genre>> = {
  ReportageNewsArticle: "report",
  OpinionNewsArticle: "opinion",
  ReviewNewsArticle: "opinion",
  AnalysisNewsArticle: "analysis",
  BackgroundNewsArticle: "explainer",
  LiveBlogPosting: "live",
  AdvertiserContentArticle: "sponsored",
  SatiricalArticle: "satire",
};

const byTitle: readonly (readonly [RegExp, Genre])[] = [
  // A title of one word that any site has is that of a page of links.
  [
    /^(?:home(?:page)?|categor(?:y|ies)|archives?|latest(?: news)?|news|tags?|search(?: results)?|topics?|sections?|startseite|kategorien?|accueil|catégories?|inicio|categorías?)$/iu,
    "listing",
  ],
  [/^(?:correction|corrigendum|korrektur|berichtigung|rectificatif|correcci[oó]n)\b/i, "correction"],
  [/^(?:sponsored|advertorial|paid post|partner content|anzeige|publicité|publicidad)\b\s*[:|–-]/i, "sponsored"],
  [/^(?:satire|sátira)\s*[:|–-]|[|–-]\s*satire$/i, "satire"],
  [
    /^(?:press release|news release|media statement|pressemitteilung|communiqué(?: de presse)?|comunicado(?: de prensa)?)\s*[:|–-]/i,
    "press-release",
  ],
  [
    /^\W*(?:opinion|op-ed|comment|commentary|editorial|viewpoint|perspective|column|letters?(?: to the editor)?|forum|review|kommentar|meinung|leserbrief|glosse|tribune|éditorial|opini[oó]n|columna)\s*[:|–-]/i,
    "opinion",
  ],
  [/[:|–-]\s*(?:opinion|editorial|forum|commentary)$|\breview$/i, "opinion"],
  [/^\W*(?:(?:news )?analysis|analyse|an[aá]lisis|the memo|first take)\s*[:|–-]/i, "analysis"],
  [/^(?:interview|entrevista|entretien)\s*[:|–-]|\bq\s?&\s?a\b/i, "interview"],
  [/\blive (?:updates|blog)\b|^live\s*[:|–-]|\bas it happened\b|\bliveticker\b|^(?:en direct|en directo)\b/i, "live"],
  [
    /^(?:morning|evening|daily|news|world|weekly) (?:briefing|digest|roundup|round-up|summary)\b|\bnews (?:in brief|roundup)\b|\bround-?up:|\bstories you (?:might|may) have missed\b|^while you were sleeping\b/i,
    "roundup",
  ],
  [
    /\b(?:gift|buying|buyer['’]s|shopping) guide\b|\bdaily deals\b|^(?:the )?(?:\d+ )?best (?!of\b|man\b|picture\b|act(?:or|ress)\b)|\bdeals (?:of|are|from|to)\b|\b(?:best|top) \w+ (?:deals|gadgets|places|restaurants|books|films|movies)\b|^(?:the )?top \d+\b|^\d+ .*\bto (?:get|try|buy|visit|see|eat|watch|read|shop|book|order)\b/i,
    "listing",
  ],
  [
    /^\W*(?:explainer|explained|factbox|faq|fact[- ]check|diy)\b|\bexplained$|\bexplains\s*[:|–-]|^how to\b|^(?:here['’]s )?what (?:we know|to know|you need to know|is|are)\b|[:–-] what we know\b|\beverything you need to know\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) things\b|\bguide to\b|^why\b|^(?:who|what|when|where|which|how)\b[^?]*\?/i,
    "explainer",
  ],
];

const byPath: readonly (readonly [RegExp, Genre])[] = [
  [/\/(?:live|liveblog|live-news|liveticker|en-direct|en-directo)(?:\/|-|$)/i, "live"],
  [
    /\/(?:sponsored(?:-content)?|brandvoice|brand-?studio|brand(?:ed)?-content|partner-content|advertorials?|paid-?post)(?:\/|$)/i,
    "sponsored",
  ],
  [/\/(?:satire|humou?r|borowitz-report)(?:\/|$)/i, "satire"],
  [
    /\/(?:press-?releases?|news-?releases?|media-?room|media-releases?|newsroom|pressemitteilungen?|communiques?|comunicados?)(?:\/|$)/i,
    "press-release",
  ],
  [
    /\/(?:opinions?|comment|commentisfree|commentary|editorials?|op-?eds?|columns?|columnists?|letters|meinung|kommentare?|tribunes?|debats|columnas?|opinion-\w+)(?:\/|-|$)/i,
    "opinion",
  ],
  [/\/(?:analys[ei]s|news-analysis|analyse)(?:\/|-|$)/i, "analysis"],
  [
    /\/(?:explainers?|explained|explains|erklaert|decryptage|fact-?checks?|truth-o-meter|factbox)(?:\/|-|$)|-explained(?:\/|$)/i,
    "explainer",
  ],
  [/\/(?:interviews?|entrevistas?|entretien)(?:\/|-|$)/i, "interview"],
  [/\/(?:podcasts?|tags?|category|deals|shopping|coupons?|recipes?|listings?)(?:\/|$)/i, "listing"],
];

/** What stands at the head or the foot of a text that is no report of its outlet's. */
const byText: readonly (readonly [RegExp, Genre])[] = [
  [/\bfor immediate release\b|\/PRNewswire\/|\(BUSINESS WIRE\)|\b(?:\w+ )?Newswire\s*[–—-]/i, "press-release"],
  [
    /\bthis (?:article|story|post|content) (?:is|was) (?:sponsored|paid for|produced in partnership)\b|\bsponsored content\b|^in partnership with\b/i,
    "sponsored",
  ],
  [
    /\b(?:this (?:column|op-ed)|the (?:views|opinions?) expressed (?:here|in this|by|are)|(?:contributing )?opinion (?:writer|columnist)|guest (?:column|contributor)|member of the editorial board|the editorial board)\b/i,
    "opinion",
  ],
];

/** What a firm says of itself beneath what it announces: a line "About Orrel Lines", and a paragraph. */
const boilerplate = /\nAbout (?:the )?(?![Aa]uthors?\b)\p{Lu}[^\n.?!]{1,80}\n/u;

/** In UTF-16 units. */
const head = 300;
const foot = 400;
const boilerplateFoot = 3000;

/**
 * What sort of text it is: by its own marks (schema.org type, title, address, head and foot, byline), else by its voice; a report where none
 * speaks against it.
 */
export function genreOf(marks: GenreMarks): Genre {
  const { type, byline = "", text } = marks;
  const title = withoutSite(marks.title);
  const url = marks.url !== undefined && URL.canParse(marks.url) ? new URL(marks.url) : undefined;
  return (
    (type === undefined ? undefined : bySchema[type]) ??
    firstOf(byTitle, title) ??
    firstOf(byPath, url?.pathname ?? "") ??
    (/\b(?:editorial board|the editors)\b/i.test(byline) ? "opinion" : undefined) ??
    firstOf(byText, text.length <= head + foot ? text : `${text.slice(0, head)}\n${text.slice(-foot)}`) ??
    (boilerplate.test(text.slice(-boilerplateFoot)) ? "press-release" : undefined) ??
    (url && ofItself(url, title, text) ? "press-release" : undefined) ??
    (url && onBlog(url) ? "opinion" : undefined) ??
    voiceOf(title, text)
  );
}

function firstOf(rules: readonly (readonly [RegExp, Genre])[], words: string): Genre | undefined {
  return rules.find(([pattern]) => pattern.test(words))?.[1];
}

/** "Safer doors | Editorial" */
const labelBehind = /[:|–-]\s*(?:opinion|editorial|forum|commentary|satire)$/i;

/** "Ferry sinks | The Upland Mail": what follows the mark is the site, unless it is a label. */
function withoutSite(title: string): string {
  return title
    .replace(/\s+\|\s[^|]*$|\s[-–—]\s[^-–—:?!]{2,60}$/u, (site) => (labelBehind.test(site) ? site : ""))
    .trim();
}

/** Who writes on a blog speaks for himself, or for the firm whose blog it is. */
function onBlog({ hostname, pathname }: URL): boolean {
  return /^(?:www\.)?blog\./.test(hostname) || /^\/blog\//.test(pathname);
}

/** A government's own site tells of itself, and so does one whose owner the title and the lead name. A word of the language names nobody. */
function ofItself({ hostname }: URL, title: string, text: string): boolean {
  const labels = hostname.toLowerCase().split(".").slice(0, -1);
  if (/^(?:gov|govt|gob|gouv|mil)$/.test(labels.at(-1) ?? "") || /\.(?:gov|mil)$/i.test(hostname)) return true;
  const shared = /^(?:co|com|org|net|ac|edu)$/.test(labels.at(-1) ?? "") && labels.length > 1;
  const owner = labels.at(shared ? -2 : -1)?.replace(/[^a-z0-9]/g, "") ?? "";
  if (owner.length < 3) return false;
  const names = new RegExp(`(?:^|[^\\p{L}(])${owner}(?:$|[^\\p{L})])`, "iu");
  return names.test(title) && names.test(text) && !new RegExp(`\\s${owner}[\\s,.;]`).test(text);
}
