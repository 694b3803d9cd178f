const address =
  /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|PM|DPM|Sir|Dame|Lord|Lady|Herr|Frau|Monsieur|Madame|Mme|Señora?|Don|Doña|Datuk|Dato|Tan Sri)\.?\s+)+/u;
const office =
  /^(?:(?:\p{Lu}[\p{L}'’-]+\s+){0,3}?(?:President|Minister|Chancellor|Governor|Mayor|Senator|Judge|Justice|Secretary|Commissioner|Chairman|Chairwoman|Superintendent|Inspector|Sergeant|Captain|Coach|Ambassador|Präsident|Präsidentin|Kanzler|Kanzlerin|Président|Ministre|Presidente|Presidenta|Ministro|Ministra))\s+(?=\p{Lu})/u;
const country = /\s+of\s+(?:the\s+)?\p{Lu}.*$/u;

/**
 * A person's name without address, office and country: "Interior Minister Anselm Ruyk" and "Dr Anselm Ruyk of Velmara" are Anselm Ruyk. The
 * name itself where nothing would be left.
 */
export function personName(name: string): string {
  const bare = name
    .replace(office, "")
    .replace(address, "")
    .replace(country, "")
    .replace(/['’]s$/, "");
  return bare.trim() === "" ? name : bare.trim();
}
