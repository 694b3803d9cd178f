import type { JsonLdNode } from "./json-ld.ts";
import type { MetaElements } from "./meta-elements.ts";
import { plainText } from "./plain-text.ts";

/** A line that asks a reader to pay or sign in before the rest is shown (en, de, fr, es). */
const wallLine = new RegExp(
  [
    String.raw`\b(?:subscribe|sign (?:up|in)|register|log ?in|join)\b[\w\s]{0,30}\b(?:to|and) (?:continue|keep|finish) reading`,
    String.raw`\bto (?:continue|keep) reading\b[\w\s,]{0,40}\b(?:subscribe|sign|register|log)`,
    String.raw`\b(?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for|open to) (?:our )?(?:paying |premium |registered )?(?:subscribers|members)`,
    String.raw`\bsubscribe (?:now )?(?:to (?:read|unlock|access)|for (?:full|unlimited) access)`,
    String.raw`\bunlock (?:this|the full) (?:article|story)`,
    String.raw`\b(?:you have|you['’]ve) (?:reached|read) (?:your|all)[\w\s]{0,20}\b(?:limit|free articles)`,
    String.raw`\b(?:weiterlesen|lesen sie weiter) mit\b|\bjetzt (?:weiterlesen|abonnieren und weiterlesen)|\b(?:artikel|inhalt) ist (?:nur )?für abonnent`,
    String.raw`\bréservé(?:e)? (?:aux|à nos) abonnés|\bil vous reste [\d.,]+ ?% de cet article|\bpour lire la suite\b[\w\s,]{0,30}\b(?:abonnez|connectez)`,
    String.raw`\b(?:contenido|artículo|noticia) (?:exclusiv[oa]|reservad[oa]) para suscriptores|\bsuscríbete para (?:seguir|continuar) leyendo`,
  ].join("|"),
  "iu",
);
/** Each alternative above has one of these words: asking for them first spares most lines the rest. */
const wallWord = /reading|subscri|members|unlock|limit|free articles|lesen|abonn|cet article|lire la suite|suscr/i;
/** Longer lines are prose, which may speak of paywalls. */
const maxLine = 220;
/** Beginnings that are shown to everybody have one to three paragraphs. */
const maxExcerptLength = 2_000;
/** An end that says that there was more: an ellipsis, or a link to the rest. */
const brokenEnd =
  /(?:…|\.\.\.|\[(?:…|\.\.\.)\])\s*(?:(?:continue|keep) reading|read (?:more|on|the full \w+)|weiterlesen|lire la suite|(?:seguir|continuar) leyendo)?\W{0,3}$|\n(?:(?:continue|keep) reading|read (?:more|on|the full \w+)|weiterlesen|mehr lesen|lire la suite|(?:seguir|continuar) leyendo|leer más)\W{0,3}$/iu;

/** True where the page says, to machines or in a line to its readers, that its article is not free for all. */
export function isPaywalled(document: Document, linked: JsonLdNode | undefined, meta: MetaElements): boolean {
  if (linked?.denies("isAccessibleForFree")) return true;
  if (/^(?:locked|metered|premium)/i.test(meta("article:content_tier") ?? "")) return true;
  return plainText(document.body)
    .split("\n")
    .some((line) => line.length <= maxLine && wallWord.test(line) && wallLine.test(line));
}

/** True where an article's text shows by its end that it is only the beginning. A long one that ends in an ellipsis is a style. */
export function isCutShort(text: string): boolean {
  return text.length <= maxExcerptLength && brokenEnd.test(text.slice(-200));
}
