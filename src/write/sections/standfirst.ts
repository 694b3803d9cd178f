import type { DraftClaim } from "../../model/claim.ts";
import { computedOf, evidenceOf } from "../excerpt.ts";
import { firstOfEachOutlet } from "../outlet-leads.ts";
import type { SectionContext } from "../section-context.ts";

/** How many outlets, origins and articles, and on what they differ. */
export function draftStandfirst(context: SectionContext): DraftClaim[] {
  const { reading, phrases, allowance, frames } = context;
  const { outlets, origins, articles } = reading.counts;
  const evidence = evidenceOf(firstOfEachOutlet(reading), allowance, 3);
  const fallback = evidence.length > 0 ? evidence : reading.passages.slice(0, 1);
  const only = reading.outlets[0];
  if (outlets === 1 && only !== undefined) {
    const text = phrases.standfirstOne({ outlet: only, articles });
    return [computedOf(text, articles > 1 ? [only, phrases.number(articles)] : [only], fallback, allowance)];
  }
  const differing = frames.find(({ standing }) => standing.length > 1);
  const differ = differing && phrases.frame(differing.kind, differing.counted);
  const counted = origins < outlets ? [outlets, articles, origins] : [outlets, articles];
  const facts = counted.map((count) => phrases.number(count));
  return [undefined, differ]
    .reverse()
    .flatMap((words, i) =>
      i === 0 && words === undefined
        ? []
        : [
            computedOf(
              phrases.standfirst({ outlets, origins, articles, ...(words !== undefined && { differ: words }) }),
              facts,
              fallback,
              allowance,
            ),
          ],
    );
}
