/** Words that say that something is not so. Global. */
export const negation =
  /\b(?:not|never|nicht|nie|pas|jamais)\b(?!\s+(?:only|just|yet|nur|seulement|all|every|many|much|enough)\b)|n['’]t\b/giu;

/** True where the text denies something, whatever it is. */
export function isNegated(text: string): boolean {
  return text.search(negation) >= 0;
}
