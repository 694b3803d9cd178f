import type { BehindTheHeadline } from "../../model/briefing.ts";
import type { DraftClaim } from "../../model/claim.ts";
import type { Draft } from "../../model/draft.ts";
import { type Move, moves } from "../cues/cues.ts";
import { computedOf, excerptOf } from "../excerpt.ts";
import { parameters } from "../parameters.ts";
import type { Passage } from "../passage.ts";
import { pickDiverse } from "../rank-passages.ts";
import { type Drafted, inPageLanguage, rankOf, repeats, type SectionContext } from "../section-context.ts";
import { trimSentence } from "../trim-sentence.ts";

const part = "behind-the-headline";

interface Judgement {
  readonly passage: Passage;
  readonly move: Move;
  readonly moves: number;
  readonly score: number;
}

/** What it means, by those who judge: a thesis, bullets that argue from causes to what may come, and who was heard. */
export function draftBehindTheHeadline(context: SectionContext): Drafted<Draft<BehindTheHeadline>> {
  const { allowance, reading } = context;
  const { minBullets, maxBullets, repeat } = parameters.behind;
  const picked = pickDiverse(judgementsIn(context), {
    count: maxBullets + 1,
    score: ({ score }) => score / 4,
    repeats: (a, b) =>
      repeats(context, a.passage, b.passage) +
      (a.move === b.move ? 0.12 : 0) +
      (a.passage.outlet === b.passage.outlet && reading.outlets.length > 1 ? 0.08 : 0),
    tooNear: repeat + 0.2,
    accept: ({ passage }, before) =>
      allowance.allows(passage, part) &&
      before.filter((one) => one.passage.article.id === passage.article.id).length < parameters.allowance.partSentences,
  });
  if (picked.length < minBullets + 1) return { skipped: { part, reason: "too-little-analysis", count: picked.length } };
  const thesis = [...picked].sort((a, b) => thesisScore(b) - thesisScore(a))[0] as Judgement;
  const bullets = picked
    .filter((one) => one !== thesis)
    .sort((a, b) => moves.indexOf(a.move) - moves.indexOf(b.move) || b.score - a.score);
  const claimOf = ({ passage }: Judgement) =>
    excerptOf(passage, allowance, { part, voice: "analysis", ...prefixOf(passage, context) });
  const inSum = inSumOf(picked, context);
  return {
    section: {
      kind: "behind-the-headline",
      thesis: claimOf(thesis),
      claims: bullets.map(claimOf),
      ...(inSum && { inSum }),
    },
  };
}

function judgementsIn(context: SectionContext): Judgement[] {
  return context.reading.passages.flatMap((passage) => {
    const judgement = judge(passage, context);
    return judgement ? [judgement] : [];
  });
}

function judge(passage: Passage, context: SectionContext): Judgement | undefined {
  const { cues, article } = passage;
  if (passage.flaw !== undefined || !inPageLanguage(context, passage)) return undefined;
  const text = trimSentence(passage);
  if (cues.dangling.test(text) || cues.anaphor.test(text) || passage.words < 10 || passage.words > 45) return undefined;
  const found = moves.filter((move) => cues.analysis[move].test(text));
  const held = cues.holder.test(text);
  const essay = article.genre === "analysis" || article.genre === "opinion" || article.genre === "explainer";
  if (found.length === 0 && !held) return undefined;
  const score =
    0.6 * Math.min(3, found.length) +
    (held ? 1 : 0) +
    (essay ? 0.6 : 0) +
    (cues.attributed.test(text) ? 0.3 : 0) +
    0.8 * rankOf(context, passage) -
    (passage.order === 0 ? 0.8 : 0) -
    (passage.shortNames ? 0.25 : 0) -
    0.3 * Math.min(2, passage.numbers.length);
  const move = found.at(-1) ?? "stakes";
  return score >= parameters.behind.minScore ? { passage, move, moves: found.length, score } : undefined;
}

/** A thesis says why it matters or what it comes from, in few words. */
function thesisScore({ passage, move, score }: Judgement): number {
  return (
    score + (move === "stakes" || move === "cause" ? 0.5 : 0) - 0.03 * passage.words - (passage.shortNames ? 0.5 : 0)
  );
}

/** Opinion is its author's view, so the author stands before it. */
function prefixOf({ article, outlet }: Passage, { phrases }: SectionContext): { prefix?: string } {
  if (article.genre !== "opinion") return {};
  return { prefix: article.byline ? phrases.quotedBy(article.byline, outlet) : phrases.accordingTo(outlet) };
}

/** Who was heard, counted: speakers named in the sentences shown. */
function inSumOf(picked: readonly Judgement[], { phrases, allowance }: SectionContext): DraftClaim | undefined {
  const heard = new Map<string, Judgement>();
  for (const one of picked) {
    for (const { speaker } of one.passage.quotes) {
      const name = speaker?.name;
      if (name !== undefined && one.passage.names.includes(name) && !heard.has(name)) heard.set(name, one);
    }
  }
  if (heard.size < 2) return undefined;
  const names = [...heard.keys()].slice(0, 3);
  const ahead = [...heard.values()].filter(({ passage }) =>
    passage.cues.analysis.expectation.test(passage.text),
  ).length;
  const text = phrases.inSum({ voices: heard.size, names, ahead });
  const facts = [phrases.number(heard.size), ...names, ...(ahead > 0 ? [phrases.number(ahead)] : [])];
  const evidence = [...new Set([...heard.values()].map(({ passage }) => passage))];
  return computedOf(text, facts, evidence, allowance);
}
