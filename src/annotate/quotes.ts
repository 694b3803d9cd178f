import { languageFor } from "../languages/registry.ts";
import type { Mention, Quote } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { type Token, tokensWithin } from "../text/tokens.ts";
import { type Attribution, covers, findAttributions, guessAttribution } from "./attribution.ts";
import { indirectContent } from "./indirect-content.ts";
import { mixedContent } from "./mixed-content.ts";
import { namesWork } from "./named-works.ts";
import { findQuotations, type Quotation } from "./quotation-marks.ts";
import { mentionsWithin, type Reading, type Speaker } from "./speakers.ts";

/*
 * Who said what, by rules (after Pareti et al. 2013 and O'Keefe et al. 2012): quotations are found by their marks, then the sentence around
 * them is searched for a verb of speech or "according to" and for the speaker beside it. A quotation that is only part of what a clause reports
 * is given with the whole of it (mixed). Sentences that report speech without marks give indirect quotes.
 */

/** More quotations than this in one text is a page of them; the rest is left unread. */
const maxQuotations = 400;

/** The attribution of the sentence before, for quotations that stand alone. */
interface Carried {
  readonly attribution: Attribution;
  readonly paragraph: number;
}

export function findQuotes(
  text: string,
  sentences: readonly Span[],
  mentions: readonly Mention[],
  language: string,
): Quote[] {
  const rules = languageFor(language);
  const quotations = findQuotations(text, rules)
    .slice(0, maxQuotations)
    .filter((quotation) => rules.capitalNouns || !namesWork(text, quotation));
  const context: Reading = { text, rules, mentions, lastPerson: undefined };
  const quotes: Quote[] = [];
  let carried: Carried | undefined;
  let next = 0;
  let group = 0;
  let paragraph = 0;
  let read = 0;
  for (const sentence of sentences) {
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= sentence.start) next++;
    const inside: Quotation[] = [];
    for (let at = next; at < quotations.length; at++) {
      const quotation = quotations[at];
      if (!quotation || quotation.start >= sentence.end) break;
      inside.push(quotation);
    }
    const outside = tokensWithin(text, sentence).filter(
      (token) => !inside.some((quotation) => covers(quotation, token)),
    );
    if (/\n/.test(text.slice(read, sentence.start))) paragraph++;
    read = sentence.end;
    const attributions = findAttributions(context, sentence, outside, inside);
    if (inside.length > 0) {
      const near = carried !== undefined && paragraph - carried.paragraph <= 1 ? carried.attribution : undefined;
      for (const part of partsOf(context, sentence, inside, outside, attributions, near)) {
        const whole =
          rules.tag === "en" && part.by && part.own
            ? mixedContent(text, sentence, part.by, part.quotations, part.limit)
            : undefined;
        const name = !whole && part.quotations.length > 1 ? `q${++group}` : undefined;
        const spans: readonly Span[] = whole ? [whole] : part.quotations;
        for (const span of spans) quotes.push(quoteOf(span, part, name));
        if (part.by) carried = { attribution: part.by, paragraph };
      }
    } else {
      const attribution = attributions[0];
      const content = attribution && indirectContent(text, sentence, attribution);
      if (attribution && content)
        quotes.push({ ...content, direct: false, cue: attribution.cue, ...speakerPart(attribution.speaker) });
      const spoke =
        attribution ??
        (/:\s*$/.test(text.slice(sentence.start, sentence.end))
          ? guessAttribution(context, sentence, outside, { start: sentence.end, end: sentence.end })
          : undefined);
      if (spoke) carried = { attribution: spoke, paragraph };
    }
    // Somebody named only as an owner ("Varn's office") is seldom who speaks next.
    for (const mention of mentionsWithin(mentions, sentence))
      if (mention.type === "PER" && !/^['’]s/.test(text.slice(mention.end, mention.end + 2)))
        context.lastPerson = mention;
  }
  return quotes.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Quotations of one sentence that one attribution stands for. */
interface Part {
  readonly quotations: Quotation[];
  readonly by?: Attribution;
  /** False where the attribution is another sentence's. */
  readonly own: boolean;
  /** Where the next attribution begins. */
  readonly limit: number;
}

function partsOf(
  context: Reading,
  sentence: Span,
  inside: readonly Quotation[],
  outside: readonly Token[],
  attributions: readonly Attribution[],
  near: Attribution | undefined,
): Part[] {
  const parts: Part[] = [];
  const alone = outside.filter(({ kind }) => kind === "word").length === 0;
  for (const quotation of inside) {
    const own =
      attributionOf(context.text, quotation, attributions) ??
      (alone ? undefined : guessAttribution(context, sentence, outside, quotation));
    // A sentence that is a quotation and nothing else belongs to whoever spoke before, in this paragraph or the one it carries on.
    const by = own ?? near;
    const last = parts.at(-1);
    if (last && by && last.by?.cue.start === by.cue.start) {
      last.quotations.push(quotation);
      continue;
    }
    const limit =
      attributions.find(({ cue }) => cue.start >= quotation.end && cue.start !== by?.cue.start)?.cue.start ??
      sentence.end;
    parts.push({ quotations: [quotation], own: own !== undefined, limit, ...(by && { by }) });
  }
  return parts;
}

/** The verb behind a quotation that ends in a comma, else the one before it, else any behind it. */
function attributionOf(
  text: string,
  { start, end }: Span,
  attributions: readonly Attribution[],
): Attribution | undefined {
  const behind = attributions.find(({ cue }) => cue.start >= end);
  const before = attributions.filter(({ cue }) => cue.end <= start).at(-1);
  const handsOver =
    /[,?!—–-]["”'’“»«]?\s*$/.test(text.slice(start, end)) || /^\s*[,—–-]/.test(text.slice(end, end + 3));
  const reaches = behind && behind.cue.start - end < 120;
  return handsOver && reaches && !(before && /^[\s,:]*$/.test(text.slice(before.cue.end, start)))
    ? behind
    : (before ?? behind);
}

function quoteOf({ start, end }: Span, { by, own }: Part, group: string | undefined): Quote {
  return {
    start,
    end,
    direct: true,
    ...(by && own && { cue: by.cue }),
    ...speakerPart(by?.speaker),
    ...(group !== undefined && { group }),
  };
}

function speakerPart(speaker: Speaker | undefined): { speaker?: Speaker } {
  return speaker ? { speaker: { start: speaker.start, end: speaker.end, name: speaker.name } } : {};
}
