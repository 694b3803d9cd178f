import { type Briefing, type Section, writerOf } from "../model/briefing.ts";
import type { Claim } from "../model/claim.ts";
import { writingStrings } from "./site/strings/writing-strings.ts";

/** One story in the shape that Kagi News front ends read (field names of kite's src/lib/types.ts). */
export interface KiteStory {
  readonly id: string;
  readonly cluster_number: number;
  readonly unique_domains: number;
  readonly number_of_titles: number;
  readonly sourceLanguage: string;
  readonly category: string;
  readonly title: string;
  readonly short_summary: string;
  readonly talking_points: readonly string[];
  readonly historical_background?: string;
  readonly perspectives: readonly { text: string; sources: readonly { name: string; url: string }[] }[];
  readonly timeline: readonly { date: string; date_iso: string; content: string }[];
  readonly suggested_qna: readonly { question: string; answer: string }[];
  readonly key_players: readonly string[];
  readonly articles: readonly { title: string; link: string; domain: string; date: string }[];
  readonly domains: readonly { name: string }[];
  /** Copies of one text and outlets of one owner count once: ours, which the shape does not have. */
  readonly independent_origins: number;
  /** The language model that wrote any part of it: ours, which the shape does not have. */
  readonly writer?: string;
}

type SectionOf<Kind extends Section["kind"]> = Extract<Section, { kind: Kind }>;

/**
 * A briefing in that shape. Evidence is carried as the shape has it, `[domain#n]` after a sentence with n counting that domain's
 * articles from 1; spans, quotes and revisions have no place in it. What a model wrote is marked by a sentence behind the summary, which front ends
 * show, and by `writer`.
 */
export function toKiteStory(briefing: Briefing, origins: number, category: string, number: number): KiteStory {
  const references = referencesOf(briefing);
  const cited = (claim: Claim) =>
    `${claim.text} ${[...new Set(claim.citations.map(({ articleId }) => references.get(articleId) ?? ""))].join("")}`.trim();
  const happened = find(briefing, "what-happened");
  const papers = find(briefing, "what-the-papers-say");
  const before = find(briefing, "how-we-got-here");
  const writer = writerOf(briefing);
  const mark = writer === undefined ? [] : [writingStrings(briefing.language).inFeeds(writer)];
  const domains = [...new Set(briefing.sources.map(({ url, outlet }) => domainOf(url, outlet)))];
  return {
    id: briefing.storyId,
    cluster_number: number,
    unique_domains: domains.length,
    number_of_titles: briefing.sources.length,
    independent_origins: origins,
    sourceLanguage: briefing.language,
    category,
    title: briefing.headline.text,
    short_summary: [...(happened?.claims ?? [briefing.standfirst]).map(cited), ...mark].join(" "),
    talking_points: (find(briefing, "behind-the-headline")?.claims ?? []).map(cited),
    ...(before && before.claims.length > 0 && { historical_background: before.claims.map(cited).join(" ") }),
    perspectives: (papers?.outlets ?? []).flatMap(({ outlet, emphasis }) => {
      const source = briefing.sources.find((one) => one.outlet === outlet && one.url !== undefined);
      if (emphasis.length === 0 || source?.url === undefined) return [];
      return { text: emphasis.map(cited).join(" "), sources: [{ name: outlet, url: source.url }] };
    }),
    timeline: (before?.timeline ?? []).flatMap(({ date, claims }) =>
      claims.map((claim) => ({ date, date_iso: date, content: cited(claim) })),
    ),
    suggested_qna: (find(briefing, "questions")?.questions ?? []).map(({ question, answer }) => ({
      question,
      answer: answer.map(cited).join(" "),
    })),
    key_players: (find(briefing, "topics")?.entities ?? []).map(({ name, description }) => `${name}: ${description}`),
    articles: briefing.sources.flatMap(({ title, url, outlet, publishedAt }) =>
      url === undefined
        ? []
        : { title, link: url, domain: domainOf(url, outlet), date: publishedAt ?? briefing.writtenAt },
    ),
    domains: domains.map((name) => ({ name })),
    ...(writer !== undefined && { writer }),
  };
}

function find<Kind extends Section["kind"]>(briefing: Briefing, kind: Kind): SectionOf<Kind> | undefined {
  return briefing.sections.find((section): section is SectionOf<Kind> => section.kind === kind);
}

function referencesOf(briefing: Briefing): Map<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    briefing.sources.map(({ articleId, url, outlet }) => {
      const domain = domainOf(url, outlet);
      const count = (counts.get(domain) ?? 0) + 1;
      counts.set(domain, count);
      return [articleId, `[${domain}#${count}]`];
    }),
  );
}

function domainOf(url: string | undefined, outlet: string): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : outlet;
}
