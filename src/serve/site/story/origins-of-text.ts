import type { Source } from "../../../model/briefing.ts";

/** A text and the articles that print it, in order of time; most texts have only themselves. */
export interface TextOrigin {
  readonly original: Source;
  readonly copies: readonly Source[];
}

/** Groups sources by whose text they are: a chain of copies belongs to its first text. The earliest original first. */
export function originsOfText(sources: readonly Source[]): TextOrigin[] {
  const byId = new Map(sources.map((source) => [source.articleId, source]));
  const groups = new Map<string, { original: Source; copies: Source[] }>();
  const inTime = [...sources].sort((a, b) => timeOf(a) - timeOf(b) || (a.articleId < b.articleId ? -1 : 1));
  const group = (original: Source) => {
    const known = groups.get(original.articleId) ?? { original, copies: [] };
    groups.set(original.articleId, known);
    return known;
  };
  for (const source of inTime) {
    const root = rootOf(source, byId);
    const known = group(root);
    if (root !== source) known.copies.push(source);
  }
  return [...groups.values()].sort((a, b) => timeOf(a.original) - timeOf(b.original));
}

/** Milliseconds; an article without a time comes last. */
export function timeOf({ publishedAt }: Source): number {
  return publishedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(publishedAt);
}

/** The first text in a chain of copies; the article itself where the chain leads back to it. */
function rootOf(source: Source, byId: ReadonlyMap<string, Source>): Source {
  const seen = new Set<Source>();
  for (let root = source; !seen.has(root); ) {
    seen.add(root);
    const next = root.copyOf === undefined ? undefined : byId.get(root.copyOf);
    if (!next) return root;
    root = next;
  }
  return source;
}
