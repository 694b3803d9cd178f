import type { BehindTheHeadline } from "../../model/briefing.ts";
import type { DraftClaim } from "../../model/claim.ts";
import type { Draft } from "../../model/draft.ts";
import { type Move, moves } from "../cues/cues.ts";
import { computedOf } from "../excerpt.ts";
import { voicesIn } from "../holders.ts";
import { parameters } from "../parameters.ts";
import type { Passage } from "../passage.ts";
import { pointsBack } from "../points-back.ts";
import { pickDiverse } from "../rank-passages.ts";
import { repliesTo, tellWithReply } from "../replies.ts";
import { type Drafted, inPageLanguage, rankOf, repeats, type SectionContext } from "../section-context.ts";
import { isSpellingOf, shareName } from "../spelling.ts";
import { trimSentence } from "../trim-sentence.ts";

const part = "behind-the-headline";

interface Judgement {
  readonly passage: Passage;
  readonly move: Move;
  /** Somebody is heard in it: by name, by trade, or as the author of an opinion. */
  readonly held: boolean;
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
      !allowance.repeatsTold(passage, reading.space) &&
      before.every(
        (one) => reading.space.overlap(one.passage.index, passage.index) < parameters.happened.mostOverlap,
      ) &&
      before.filter((one) => one.passage.article.id === passage.article.id).length < parameters.allowance.partSentences,
  });
  // Causes and risks that nobody is quoted on are a part of the report.
  if (picked.length < minBullets + 1 || !picked.some(({ held }) => held))
    return { skipped: { part, reason: "too-little-analysis", count: picked.length } };
  const plain = picked.filter(({ passage }) => repliesTo(passage, context).length === 0);
  const thesis = [...(plain.length > 0 ? plain : picked)].sort(
    (a, b) => thesisScore(b) - thesisScore(a),
  )[0] as Judgement;
  const bullets = picked
    .filter((one) => one !== thesis)
    .sort((a, b) => moves.indexOf(a.move) - moves.indexOf(b.move) || b.score - a.score);
  const claimsOf = ({ passage }: Judgement) =>
    tellWithReply(passage, context, { part, voice: "analysis", ...prefixOf(passage, context) });
  const [opening, ...replies] = claimsOf(thesis);
  const claims = [...replies, ...bullets.flatMap(claimsOf)];
  if (!opening || claims.length < minBullets)
    return { skipped: { part, reason: "too-little-analysis", count: picked.length } };
  const inSum = inSumOf(picked, context);
  return {
    section: {
      kind: "behind-the-headline",
      thesis: opening,
      claims,
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
  if (!context.allowance.introduces(passage)) return undefined;
  const text = trimSentence(passage);
  if (pointsBack(passage) || passage.words < 10 || passage.words > 45) return undefined;
  // A body's name is no judgement ("the Threat Assessment Centre").
  const words = text.replace(/(?<=\s)\p{Lu}[\p{L}\p{M}’'-]*/gu, "");
  const found = moves.filter((move) => cues.analysis[move].test(words));
  const expert = cues.holder.test(text) && cues.attributed.test(text);
  const essay = article.genre === "analysis" || article.genre === "opinion" || article.genre === "explainer";
  if (found.length === 0 && !expert) return undefined;
  // One word of cause in a report is a part of what happened ("he blamed her, prosecutors told the court").
  const spoken = passage.quotes.some(({ speaker }) => speaker !== undefined && passage.people.has(speaker.name));
  const judging = 0.6 * Math.min(3, found.length) + (expert ? 1 : 0) + (essay ? 0.6 : 0) + (spoken ? 0.6 : 0);
  if (judging < parameters.behind.leastJudging) return undefined;
  const held = expert || spoken || (article.genre === "opinion" && article.byline !== undefined);
  const score =
    judging +
    (cues.attributed.test(text) ? 0.3 : 0) +
    0.8 * rankOf(context, passage) -
    (passage.order === 0 ? 0.8 : 0) -
    (passage.shortNames ? 0.25 : 0) -
    0.3 * Math.min(2, passage.numbers.length);
  const move = found.at(-1) ?? "stakes";
  return score >= parameters.behind.minScore ? { passage, move, held, score } : undefined;
}

/** A thesis says why it matters or what it comes from, in few words. */
function thesisScore({ passage, move, held, score }: Judgement): number {
  return (
    score +
    (held ? 0.5 : 0) +
    (move === "stakes" || move === "cause" ? 0.5 : 0) -
    0.03 * passage.words -
    (passage.shortNames ? 0.5 : 0)
  );
}

/** Opinion is its author's view, so the author stands before it. */
function prefixOf({ article, outlet }: Passage, { phrases }: SectionContext): { prefix?: string } {
  if (article.genre !== "opinion") return {};
  return { prefix: article.byline ? phrases.quotedBy(article.byline, outlet) : phrases.colon(outlet) };
}

/** "Ilse Varn, director of the Harbour Institute": where one sentence introduces the one by the other they are one voice. */
function speaksFor({ text, people }: Passage, a: string, b: string): boolean {
  const isPerson = (name: string) => people.has(name);
  return isPerson(a) !== isPerson(b) && text.includes(a) && text.includes(b);
}

/** Who was heard, by what they speak of, and nobody twice. */
function inSumOf(picked: readonly Judgement[], context: SectionContext): DraftClaim | undefined {
  const heard = new Map<string, { readonly move: Move; readonly evidence: readonly Passage[] }>();
  for (const { passage, move } of picked)
    for (const { name, naming } of voicesIn(passage, context))
      if (
        ![...heard].some(
          ([known, { evidence }]) =>
            isSpellingOf(name, known) || shareName(name, known) || evidence.some((one) => speaksFor(one, name, known)),
        )
      )
        heard.set(name, { move, evidence: [passage, naming] });
  if (heard.size < 2) return undefined;
  const voices = [...heard].slice(0, parameters.behind.voices);
  // "the Ministry of Health", where a report prints it so.
  const named = ([name, { evidence }]: (typeof voices)[number]) =>
    evidence.some(({ text }) => text.includes(`the ${name}`)) ? `the ${name}` : name;
  const speakingOf = (...these: readonly Move[]) => voices.filter(([, { move }]) => these.includes(move)).map(named);
  const text = context.phrases.inSum({
    ahead: speakingOf("expectation"),
    limits: speakingOf("constraint", "stakes"),
    causes: speakingOf("cause", "interest", "comparison"),
  });
  const evidence = voices.flatMap(([, one]) => one.evidence);
  const facts = [context.phrases.number(voices.length), ...voices.map(named)];
  return computedOf(text, facts, evidence, context.allowance, parameters.papers.countedCitations);
}
