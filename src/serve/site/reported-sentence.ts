import type { Briefing } from "../../model/briefing.ts";
import type { Citation } from "../../model/claim.ts";
import type { Queryable } from "../../store/database.ts";
import { listQuestions } from "../../store/questions.ts";
import { type Citable, type CitableWords, citableClaims, citablesOf, evidenceIds } from "./evidence-ids.ts";

/** A sentence of a story's page, or of one of its questions' pages, with its passages. */
export interface PageSentence {
  readonly words: string;
  readonly citations: readonly Citation[];
}

/** A sentence by the fragment of its passages, or by its words. Undefined where the page has none such. */
export async function findSentence(
  db: Queryable,
  briefing: Briefing,
  asked: { readonly note: string } | { readonly words: string },
): Promise<PageSentence | undefined> {
  const onPage = sentenceAmong(citablesOf(briefing), asked);
  if (onPage) return onPage;
  // A question's page has fragments of its own, and outlives the revision it came with.
  for (const { answer } of await listQuestions(db, briefing.storyId)) {
    const found = sentenceAmong(citableClaims(answer), asked);
    if (found) return found;
  }
  return undefined;
}

function sentenceAmong(
  citables: readonly CitableWords[],
  asked: { readonly note: string } | { readonly words: string },
): PageSentence | undefined {
  const ids = evidenceIds(citables);
  const found = citables.find(([citable, words]) =>
    "note" in asked ? ids.get(citable)?.note === asked.note : words === asked.words,
  );
  return found && { words: found[1], citations: citationsOf(found[0]) };
}

function citationsOf(citable: Citable): readonly Citation[] {
  if ("citations" in citable) return citable.citations;
  return citable.source.kind === "articles" ? citable.source.citations : [];
}
