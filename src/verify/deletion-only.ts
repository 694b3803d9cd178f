import { tokenize } from "../text/tokens.ts";
import { quotedWords, spaced, standsVerbatim } from "./quoted-words.ts";

/** Words whose loss turns a sentence round, in the languages we write in. */
const turning =
  /^(?:not|n't|no|never|none|neither|nor|without|denied|denies|deny|may|might|could|allegedly|reportedly|unless|if|nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne|weder|angeblich|könnte|könnten|soll|sollen|falls|ne|pas|jamais|aucun|aucune|sans|ni|pourrait|pourraient|si|no|nunca|jamás|ningún|ninguna|sin|podría|podrían)$|n['’]t$/iu;
/** An aside cut out whole stands between marks; it may hold any word, since what it says is gone with it. */
const bordering = /^[,;:()[\]–—-]$/u;

/**
 * True where a text is its source with words left out: every token stands in the source in the same order, quoted speech is whole, and no
 * word that turns the meaning ("not", "may", "denied") was taken out from among words that stayed. (Deletion-only compression, after
 * Clarke and Lapata 2008.) The first letter may have become a capital and the last mark may differ.
 */
export function isDeletionOf(text: string, source: string): boolean {
  const kept = tokenize(spaced(text).replace(/[.…]+$/u, ""));
  const all = tokenize(spaced(source));
  const keeps: boolean[] = all.map(() => false);
  // Matched from the end, so that a dateline or an opening that was cut away is never matched by chance.
  let at = all.length - 1;
  for (let index = kept.length - 1; index >= 0; index--) {
    const word = kept[index];
    if (!word) continue;
    while (at >= 0 && !same(word.text, all[at]?.text ?? "", index === 0)) at--;
    if (at < 0) return false;
    keeps[at--] = true;
  }
  return (
    kept.length > 0 &&
    !losesTurningWord(all, keeps) &&
    quotedWords(text).every((words) => standsVerbatim(words, [source]))
  );
}

function same(a: string, b: string, first: boolean): boolean {
  return a === b || (first && a.toLowerCase() === b.toLowerCase());
}

function losesTurningWord(all: readonly { readonly text: string }[], keeps: readonly boolean[]): boolean {
  return all.some(({ text }, index) => !keeps[index] && turning.test(text) && !inWholeAside(all, keeps, index));
}

/** True where the gap around a left-out token begins and ends at a mark or at an end of the sentence. */
function inWholeAside(all: readonly { readonly text: string }[], keeps: readonly boolean[], index: number): boolean {
  let from = index;
  let to = index;
  while (from > 0 && !keeps[from - 1]) from--;
  while (to < all.length - 1 && !keeps[to + 1]) to++;
  const opens = from === 0 || bordering.test(all[from]?.text ?? "") || bordering.test(all[from - 1]?.text ?? "");
  const closes =
    to === all.length - 1 || bordering.test(all[to]?.text ?? "") || bordering.test(all[to + 1]?.text ?? "");
  return opens && closes;
}
