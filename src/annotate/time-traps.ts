/** Words that say that a sentence speaks of what is to come; for French and Spanish the endings of the future tense. */
const future: Readonly<Record<string, RegExp>> = {
  en: /\b(?:will|shall|won['’]t|scheduled|expected|(?<!\b(?:was|were) )due|plans? to|planned|(?:is|are) to|to be held|set to|resumes?|expires?|opens|starts|begins|meets?|votes on|ends|convenes|takes effect|upcoming|deadline)\b/i,
  de: /(?<!\p{L})(?:wird|werden|soll|sollen|geplant|beginnt|startet|tagt|öffnet|kommenden?|nächsten?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:prévue?s?|aura|va|vont|doit|doivent|\p{L}{2,}(?:[aeiud]ra|ront))(?!\p{L})/iu,
  es: /(?<!\p{L})(?:previst[oa]s?|va a|van a|\p{L}*(?:ará|erá|irá|drá|arán|erán|irán|drán))(?!\p{L})/iu,
};
const ambiguousWord = /^(?:may|march|sun|sat|mar|jun|dec|second|now|the second|den|mai|mars|mar|sep|oct|jan)$/i;
const dateBefore =
  /\b(?:in|since|by|of|until|till|end of|during|early|late|mid|last|next|this|on|from|through|im|seit|bis|ende|anfang|en|depuis|de|desde)[\s-]+(?:the\s+)?$/i;
const firstName = /^(?:april|august|june|may|mars|abril)$/i;

/** True where a sentence speaks of what is to come. */
export function looksAhead(sentence: string, tag: string): boolean {
  return future[tag]?.test(sentence) ?? false;
}

/** True where words only look like a time: "he may", "Sun Microsystems", "April Jones", "6-2", "about 300". */
export function isFalseTime(sentence: string, index: number, words: string, tag: string): boolean {
  const before = sentence.slice(0, index);
  const after = sentence.slice(index + words.length);
  if (ambiguousWord.test(words) && !dateBefore.test(before)) return true;
  // "17-18 may apply": a month has its capital.
  if (tag === "en" && /(?:^|\s)(?:may|march)$/.test(words)) return true;
  if (firstName.test(words) && /^\s+\p{Lu}\p{Ll}+/u.test(after)) return true;
  if (/^\d+(?:[.,]\d+)?$/.test(words) && !/^(?:1[89]|20)\d\d$/.test(words)) return true;
  if (/^\d{1,2}[-–]\d{1,2}$/.test(words)) return true;
  // Scores, shares and spans of time: "6:2", "9/10", "for 20 minutes", "à 2030".
  if (/^\d{1,2}(?::\d|\/\d{1,2})$/.test(words) || /^for\s/i.test(words)) return true;
  if (/^(?:à|a|at|um|de|a las?)\s(?:1[89]|20)\d\d$/i.test(words)) return true;
  if (/^(?:night|morning|evening|afternoon|noche|tarde|nuit|soir|matin)$/i.test(words)) return true;
  // "The Friday Club", "the night of the storm".
  if (/day$/i.test(words) && /\b[Tt]he\s$/.test(before) && /^\s\p{Lu}/u.test(after)) return true;
  if (
    /^(?:(?:in|on|at|por|de)\s)?(?:the|la)\s(?:morning|night|evening|afternoon|noche|tarde|mañana)(?: of)?$/i.test(
      words,
    )
  )
    return true;
  if (/[-\p{L}]$/u.test(before) || /^-\p{L}/u.test(after)) return true;
  // "to now", "at the moment": the moment of writing is no date worth keeping.
  if (/^(?:now|right now|jetzt|maintenant|ahora)$/i.test(words)) return true;
  return tag === "en" && /^(?:at|in|for|to)\s+\d{1,3}$/i.test(words);
}
