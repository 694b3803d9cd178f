import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeXML } from "entities";
import type { Facts } from "../knowledge/load-facts.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { EvalRow } from "./eval-table.ts";

interface GoldLink {
  readonly start: number;
  readonly end: number;
  /** The title of its Wikipedia page, absent where it has none. */
  readonly title?: string;
}

/**
 * Links of RSS-500 (Röder et al. 2014): over the gold mentions that one of ours overlaps, right is the same page where the base of facts knows
 * it, and no page where it does not.
 */
export function scoreLinks(dataDir: string, facts: Facts, annotate: (article: Article) => Annotation): EvalRow[] {
  const file = join(dataDir, "entities", "rss500", "rss500.xml");
  if (!existsSync(file)) return [];
  const known = new Set([...facts.byName.values()].map(({ entityId }) => entityId));
  const counts = { known: 0, knownRight: 0, nil: 0, nilRight: 0 };
  for (const { text, links } of readDocuments(readFileSync(file, "utf8"))) {
    const { mentions } = annotate({
      id: "a",
      outlet: "",
      title: "",
      text,
      publishedAt: "2011-06-01T00:00:00.000Z",
      language: "en",
    });
    for (const link of links) {
      const own = mentions.filter(({ start, end }) => start < link.end && link.start < end);
      if (own.length === 0) continue;
      // Several of ours in one of theirs: the longest is meant for it.
      const ours = own.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a)).entityId;
      const page = ours === undefined || ours.startsWith("local:") ? undefined : ours;
      if (link.title !== undefined && known.has(link.title)) {
        counts.known++;
        if (page === link.title) counts.knownRight++;
      } else {
        counts.nil++;
        if (page === undefined) counts.nilRight++;
      }
    }
  }
  const all = counts.known + counts.nil;
  return [
    {
      set: "links RSS-500",
      measure: "right",
      value: (counts.knownRight + counts.nilRight) / all,
      note: `${all} mentions`,
    },
    {
      set: "links RSS-500",
      measure: "right, in base",
      value: counts.knownRight / Math.max(1, counts.known),
      note: `${counts.known} mentions`,
    },
    {
      set: "links RSS-500",
      measure: "right, NIL",
      value: counts.nilRight / Math.max(1, counts.nil),
      note: `${counts.nil} mentions`,
    },
  ];
}

function readDocuments(xml: string): { text: string; links: GoldLink[] }[] {
  return [...xml.matchAll(/<Document[^>]*>([\s\S]*?)<\/Document>/g)].map(([, body = ""]) => {
    let text = "";
    const links: GoldLink[] = [];
    for (const [, uri, named, plain] of body.matchAll(
      /<NamedEntityInText uri="([^"]*)">([^<]*)<\/NamedEntityInText>|<SimpleTextPart>([^<]*)<\/SimpleTextPart>/g,
    )) {
      const words = decodeXML(named ?? plain ?? "");
      if (uri !== undefined) {
        const title = uri.includes("dbpedia.org")
          ? decodeURIComponent(decodeXML(uri).split("/").at(-1) ?? "")
          : undefined;
        links.push({ start: text.length, end: text.length + words.length, ...(title !== undefined && { title }) });
      }
      text += words;
    }
    return { text, links };
  });
}
