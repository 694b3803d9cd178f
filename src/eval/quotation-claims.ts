import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";

/** A quotation given to a speaker, as it is or made wrong. */
export interface QuotationClaim {
  readonly kind: "true" | "altered" | "moved" | "joined";
  readonly claim: string;
}

const fillers = "seven orange border winter engine village copper shoulder market river".split(" ");

/**
 * Claims made from the quotations of an article whose sentence names the speaker: as they are, with one word altered, given to another person of the
 * article, and joined from two.
 */
export function quotationClaims({ text }: Article, { quotes, mentions, sentences }: Annotation): QuotationClaim[] {
  const found = quotes.flatMap(({ start, end, direct, speaker }) => {
    const words = text.slice(start, end).replace(/^[“"]|[,.]?[”"]$/gu, "");
    const plain = direct && speaker !== undefined && words.split(" ").length >= 5 && !/["“”\n]/.test(words);
    const sentence = sentences.find(
      (one) => speaker && one.start <= speaker.start && speaker.end <= one.end && one.start <= start && end <= one.end,
    );
    const named =
      speaker && mentions.find((one) => one.type === "PER" && one.start >= speaker.start && one.end <= speaker.end);
    return plain && sentence && named ? [{ words, sentence, name: text.slice(named.start, named.end) }] : [];
  });
  const claims: QuotationClaim[] = [];
  for (const [at, { words, name, sentence }] of found.entries()) {
    claims.push({ kind: "true", claim: `${name} said: “${words}.”` });
    const list = words.split(" ");
    const place = 1 + ((at * 5 + list.length) % (list.length - 2));
    const altered = list
      .map((word, index) => (index === place ? (fillers[at % fillers.length] ?? "seven") : word))
      .join(" ");
    if (altered !== words) claims.push({ kind: "altered", claim: `${name} said: “${altered}.”` });
    const near = text.slice(sentence.start, sentence.end);
    const other = mentions.find((one) => {
      const spelled = text.slice(one.start, one.end);
      return one.type === "PER" && !near.includes(spelled) && !shareWord(spelled, name) && !shareWord(spelled, near);
    });
    if (other) claims.push({ kind: "moved", claim: `${text.slice(other.start, other.end)} said: “${words}.”` });
    const next = found[at + 1];
    if (next && next.words !== words) claims.push({ kind: "joined", claim: `${name} said: “${words} ${next.words}.”` });
  }
  return claims;
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(other.toLowerCase().match(/\p{L}{2,}/gu));
  return (one.toLowerCase().match(/\p{L}{2,}/gu) ?? []).some((word) => words.has(word));
}
