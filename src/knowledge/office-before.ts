import type { Mention } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";

/** An office before a name, with a comma: "the interior minister, Anselm Ruyk"; not "signed for the minister by a head of department". */
const roleBefore =
  /(?:^|[\s“"])((?:the|\p{Lu}[\p{L}’']+['’]s)\s+(?:(?!(?:by|an?|the)\s)[\p{L}'’-]+\s+){0,4}?(?:president|prime minister|minister|chancellor|governor|mayor|chair(?:man|woman)?|leader|head|director|chief executive|secretary|captain|coach|manager|speaker|ambassador|commissioner|editor|founder)(?:\s+of\s+[^,;.:“”"]{2,50})?),\s+$/iu;
/** Offices that stand before a name. */
const titles =
  /(?:^|[\s"“(])((?:(?:\p{Lu}[\p{L}-]+|U\.S\.|the|of|for|and)\s+){0,7}?(?:President|Prime Minister|Chancellor|Minister|Secretary|Mayor|Governor|Senator|Judge|Justice|General|Admiral|Colonel|Commissioner|Ambassador|Spokes(?:man|woman|person)|Director|Professor|Archbishop|Bishop|Pope|King|Queen|Prince|Princess|Coach|Captain|Chief Executive|Präsident(?:in)?|Kanzler(?:in)?|Minister(?:in)?|Bürgermeister(?:in)?|Sprecher(?:in)?|Professor(?:in)?))\s+$/u;

/** Who held an office is not who holds it; who stands in for one, or only wants it, does not hold it either. */
const past = /(?:^|\s)(?:former|ex-|ex)\s*$/i;
const notQuite =
  /\b(?:then|late|ousted|deposed|disgraced|outgoing|incoming|one-?time|retired|future|would-be|self-(?:declared|proclaimed)|deputy|vice|acting|interim|shadow|rival|fellow)[\s-]*$/i;
/** A capital or a link before an office: it is longer than what was read of it ("Centers for | Disease Control Director"). */
const goesBack = /(?:^|\s)(?:\p{Lu}[\p{L}’'-]*|U\.S\.)\s+(?:(?:of|for|and|the)\s+)*$/u;

/** What stands before an office and is none of it: "Is Foreign Minister", "of President", "Asked Foreign Minister", "Monday Foreign Minister". */
const opener =
  /^(?:of|and|the|for|in|on|at|to|from|by|with|as|like|unlike|both|via|under|despite|versus|is|are|was|were|will|would|can|could|did|does|do|has|have|had|when|while|after|before|if|since|because|but|so|then|now|that|what|who|which|how|why|where|meanwhile|(?:mon|tues|wednes|thurs|fri|satur|sun)day|asked|told|urged|named|called|elected|appointed|including|meeting|joined|backed|led)$/iu;

/** "CLOSE | New York Mayor": a button of the page before the sentence. Letters of a body are fewer, or have an office right behind. */
function isFurniture([first = "", next = ""]: readonly string[]): boolean {
  return (
    /^(?:CLOSE|WATCH|ADVERTISEMENT|UPDATED?|BREAKING|PHOTOS?|VIDEO|MORE|RELATED|SHARE)$/.test(first) && next !== ""
  );
}

/** What still belongs to the name before: "President Mara Venn | of Kestria and | Chancellor Anselm Ruyk". */
const ofOther = /^\s+of\s+(?:the\s+)?(?:\p{Lu}[\p{L}'’-]*\s+)+and\s+/u;

/**
 * The office that stands before a person's name in a sentence: "Foreign Minister Mara Venn", "the interior minister, Anselm Ruyk". Undefined
 * where it may be another's or is only stood in for.
 *
 * @param people the names of persons in the article
 */
export function officeBefore(
  text: string,
  mention: Mention,
  sentence: Span,
  people: readonly Span[],
): string | undefined {
  return mention.type === "PER"
    ? (role(text, mention, sentence, people) ?? office(text, mention, sentence, people))
    : undefined;
}

function office(text: string, mention: Mention, sentence: Span, people: readonly Span[]) {
  if (!text.slice(mention.start, mention.end).includes(" ")) return undefined;
  const match = titles.exec(text.slice(sentence.start, mention.start));
  if (match === null) return undefined;
  const [, words = ""] = match;
  const from = sentence.start + match.index + match[0].lastIndexOf(words);
  const before = text.slice(sentence.start, from);
  if (notQuite.test(before) || goesBack.test(before)) return undefined;
  // "Mara Venn and Foreign Minister Anselm Ruyk": the office begins behind the other name.
  const other = people.findLast(({ start, end }) => start < mention.start && end > from);
  const own = text.slice(other?.end ?? from, mention.start);
  const title = (other ? own.replace(ofOther, "") : own).trim().split(/\s+/);
  while (opener.test(title[0] ?? "") || isFurniture(title)) title.shift();
  const behind =
    /^ of (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/u.exec(text.slice(mention.end, sentence.end))?.[0] ?? "";
  const within = /\s(of (?:the )?\p{Lu}.*)$/u.exec(text.slice(mention.start, mention.end))?.[1];
  const whole = `${title.join(" ").trim()}${within === undefined ? behind : ` ${within}`}`;
  if (whole === "") return undefined;
  return past.test(before) ? `former ${whole}` : whole;
}

/** "the interior minister, Anselm Ruyk": no office of his where it follows another name, and so may be that one's. */
function role(text: string, mention: Mention, sentence: Span, people: readonly Span[]): string | undefined {
  const match = roleBefore.exec(text.slice(sentence.start, mention.start));
  const words = match?.[1]?.trim();
  if (match === null || words === undefined || words.split(/\s+/).length < 3) return undefined;
  const from = sentence.start + match.index + match[0].indexOf(words);
  return people.some(({ end }) => /^,\s*$/.test(text.slice(end, from))) ? undefined : words;
}
