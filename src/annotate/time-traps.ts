const future =
  /\b(?:will|shall|scheduled|expected|due|plans? to|planned|to be held|set to|resumes?|expires?|upcoming|deadline|wird|werden|soll|sollen|geplant|aura|auront|sera|seront|prévue?s?|será|serán|tendrá|previst[oa]s?)\b/i;
const ambiguousWord = /^(?:may|march|sun|sat|mar|jun|dec|second|now|the second|den|mai|mars|mar|sep|oct|jan)$/i;
const dateBefore =
  /\b(?:in|since|by|of|until|till|end of|during|early|late|mid|last|next|this|on|from|through|im|seit|bis|ende|anfang|en|depuis|de|desde)[\s-]+(?:the\s+)?$/i;
const firstName = /^(?:april|august|june|may|mars|abril)$/i;

/** True where a sentence speaks of what is to come. */
export function looksAhead(sentence: string): boolean {
  return future.test(sentence);
}

/** True where words only look like a time: "he may", "Sun Microsystems", "April Jones", "6-2", "about 300". */
export function isFalseTime(sentence: string, index: number, words: string, tag: string): boolean {
  const before = sentence.slice(0, index);
  const after = sentence.slice(index + words.length);
  if (ambiguousWord.test(words) && !dateBefore.test(before)) return true;
  if (firstName.test(words) && /^\s+\p{Lu}\p{Ll}+/u.test(after)) return true;
  if (/^\d+(?:[.,]\d+)?$/.test(words) && !/^(?:1[89]|20)\d\d$/.test(words)) return true;
  if (/^\d{1,2}[-–]\d{1,2}$/.test(words)) return true;
  if (/[-\p{L}]$/u.test(before) || /^-\p{L}/u.test(after)) return true;
  // "to now", "at the moment": the moment of writing is no date worth keeping.
  if (/^(?:now|right now|jetzt|maintenant|ahora)$/i.test(words)) return true;
  return tag === "en" && /^(?:at|in|for|to)\s+\d{1,3}$/i.test(words);
}
