import type { DraftClaim } from "../../model/claim.ts";
import type { Passage } from "../passage.ts";
import type { SectionContext } from "../section-context.ts";

/** The passages that drafts cite, each once. */
export function passagesTold(drafts: readonly DraftClaim[] = [], { reading }: SectionContext): Passage[] {
  const cited = new Set(
    drafts.flatMap(({ citations }) => citations.map(({ articleId, start }) => `${articleId} ${start}`)),
  );
  return reading.passages.filter(({ article, start }) => cited.has(`${article.id} ${start}`));
}
