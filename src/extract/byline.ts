/** Words a byline begins with, which are no part of the names (en, de, fr, es, it, pt, nl). */
const lead = /^(?:(?:written|reported|edited|text)\s+by|by|von|par|por|di|door|text|autor(?:in)?|author)\b[\s:]*/i;
/** Where the names end and the rest of the line begins: a date, a time, a handle, a bar, a number of comments. */
const end =
  /\s*(?:[|•·]|\s[—–-]+\s|@\w|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+\d{4}|\b\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\b\d{4}\b|\b(?:updated|published|posted|last|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado)\b)/iu;
/** Lines that stand where a byline does and name nobody. */
const noName =
  /^(?:follow|share|subscribe|sign in|log ?in|comments?|view|more|read|advertisement|staff|admin|editor|unknown|null|undefined)\b/i;
const maxLength = 120;
/** More names than this are a list of contributors. */
const maxNames = 6;

/** The names in a line as pages write it ("By Ann Teller | 12 May 2024"); undefined where it names nobody: an address, a date, a paragraph. */
export function cleanByline(line: string | undefined): string | undefined {
  const whole = line?.normalize("NFC").replace(/\s+/g, " ").trim() ?? "";
  if (whole === "" || whole.length > 400 || /^(?:https?:|\/|www\.)/i.test(whole)) return undefined;
  const started = whole.replace(lead, "");
  const stop = end.exec(started)?.index ?? started.length;
  const names = started.slice(0, stop).replace(/^[\s,;:—–|-]+|[\s,;:—–|-]+$/g, "");
  const isName = /\p{L}{2}/u.test(names) && names.length <= maxLength && !noName.test(names);
  return isName ? names : undefined;
}

/** Several names as one byline, each once. */
export function joinByline(names: readonly string[]): string | undefined {
  const clean = [...new Set(names.flatMap((name) => cleanByline(name) ?? []))].slice(0, maxNames);
  return clean.length > 0 ? clean.join(", ") : undefined;
}
