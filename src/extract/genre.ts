import type { Genre } from "../model/article.ts";

const byPath: readonly [RegExp, Genre][] = [
  [/\/(?:live|liveblog|live-updates|liveticker|en-direct|en-directo)(?:\/|-|$)/i, "live"],
  [
    /\/(?:opinions?|comment|commentisfree|editorials?|columns?|meinung|kommentar|tribune|columnas?)(?:\/|-|$)/i,
    "opinion",
  ],
  [/\/(?:analys[ei]s|analyse)(?:\/|-|$)/i, "analysis"],
  [/\/(?:explainers?|explained|erklaert|decryptage)(?:\/|-|$)/i, "explainer"],
  [/\/(?:interviews?|entrevistas?|entretien)(?:\/|-|$)/i, "interview"],
];

const byTitle: readonly [RegExp, Genre][] = [
  [/^(?:correction|corrigendum|korrektur|berichtigung|rectificatif|correcci[oó]n)\b/i, "correction"],
  [/^(?:opinion|comment|editorial|letters?|kommentar|meinung|tribune|opini[oó]n)\s*[:|–-]/i, "opinion"],
  [/^(?:analysis|analyse|an[aá]lisis)\s*[:|–-]/i, "analysis"],
  [/^(?:explainer|explained|q&a)\b|\bexplained$|^what (?:we know|to know)\b/i, "explainer"],
  [/^(?:interview|entrevista|entretien)\s*[:|–-]/i, "interview"],
  [/\blive (?:updates|blog)\b|^live\s*[:|–-]|\bas it happened\b|\bliveticker\b/i, "live"],
  [
    /^(?:morning|evening|daily|news|world|weekly) (?:briefing|digest|roundup|round-up|summary)\b|\bnews (?:in brief|roundup)\b/i,
    "roundup",
  ],
];

/** What sort of text it is, by its own marks (schema.org type, title, address); a report where none speaks. */
export function genreOf(marks: {
  readonly title: string;
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}): Genre {
  if (marks.type === "OpinionNewsArticle") return "opinion";
  if (marks.type === "AnalysisNewsArticle") return "analysis";
  if (marks.type === "LiveBlogPosting") return "live";
  const title = byTitle.find(([pattern]) => pattern.test(marks.title));
  if (title) return title[1];
  const path = marks.url && URL.canParse(marks.url) ? new URL(marks.url).pathname : "";
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? "report";
}
