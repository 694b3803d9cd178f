import { terms } from "../text/terms.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";

/** A word one outlet uses more than the others of the story do, and where it does. */
export interface Stressed {
  /** As the outlet writes it. */
  readonly word: string;
  readonly passage: Passage;
}

/**
 * What each outlet gives more room than the others: words by the log-odds ratio with an informative Dirichlet prior (the
 * story's own counts), z-scored (Monroe, Colaresi and Quinn 2008). A word counts from its second use by the outlet.
 */
export function emphasisOf(reading: StoryReading): Map<string, Stressed[]> {
  const perOutlet = new Map<string, Map<string, Use>>();
  const all = new Map<string, number>();
  const termOf = termReader();
  let total = 0;
  for (const passage of reading.passages) {
    if (passage.flaw && passage.flaw !== "first-person" && passage.flaw !== "question") continue;
    const uses = perOutlet.get(passage.outlet) ?? new Map<string, Use>();
    perOutlet.set(passage.outlet, uses);
    for (const { term, word } of wordsOf(passage, termOf)) {
      const use = uses.get(term) ?? { count: 0, word, passage };
      uses.set(term, { ...use, count: use.count + 1, passage: use.passage.flaw ? passage : use.passage });
      all.set(term, (all.get(term) ?? 0) + 1);
      total += 1;
    }
  }
  const stressed = new Map<string, Stressed[]>();
  for (const [outlet, uses] of perOutlet) {
    const size = [...uses.values()].reduce((sum, { count }) => sum + count, 0);
    const scored = [...uses]
      .filter(([, { count, passage }]) => count >= 2 && !passage.flaw)
      .map(([term, use]) => ({
        use,
        z: logOdds(use.count, size, (all.get(term) ?? 0) - use.count, total - size, all.get(term) ?? 0, total),
      }))
      .filter(({ z }) => z >= parameters.papers.emphasisZ)
      .sort((a, b) => b.z - a.z || (a.use.word < b.use.word ? -1 : 1));
    stressed.set(
      outlet,
      scored.slice(0, parameters.papers.emphasisTerms).map(({ use }) => ({ word: use.word, passage: use.passage })),
    );
  }
  return stressed;
}

interface Use {
  readonly count: number;
  readonly word: string;
  readonly passage: Passage;
}

/** Words that may stand for a subject: no names' parts, numbers or outlets' own names. */
function* wordsOf(
  passage: Passage,
  termOf: (word: string, language: string) => string | undefined,
): Generator<{ term: string; word: string }> {
  const names = new Set([passage.outlet, ...passage.names].flatMap((name) => name.toLowerCase().split(/\s+/)));
  for (const [word] of passage.text.matchAll(/\p{L}[\p{L}\p{M}'’-]{3,}/gu)) {
    const lower = word.toLowerCase();
    if (names.has(lower) || passage.cues.attributed.test(lower)) continue;
    const term = termOf(lower, passage.article.language);
    if (term !== undefined) yield { term, word: /^\p{Lu}/u.test(word) && passage.cues.tag === "de" ? word : lower };
  }
}

function logOdds(
  count: number,
  size: number,
  others: number,
  othersSize: number,
  prior: number,
  priorSize: number,
): number {
  const odds = (n: number, of: number) => Math.log((n + prior) / Math.max(1, of + priorSize - n - prior));
  const variance = 1 / (count + prior) + 1 / (others + prior);
  return (odds(count, size) - odds(others, othersSize)) / Math.sqrt(variance);
}

/** Stems a word, each only once: the same words come back in every article of a story. */
function termReader(): (word: string, language: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (word, language) => {
    const key = `${language} ${word}`;
    if (!known.has(key)) known.set(key, terms(word, language)[0]);
    return known.get(key);
  };
}
