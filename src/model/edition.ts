/** The subject areas of the front page, in its order (top level of IPTC Media Topics, drawn together). */
export const subjects = [
  "world",
  "politics",
  "business",
  "science",
  "health",
  "environment",
  "culture",
  "sport",
  "other",
] as const;
export type Subject = (typeof subjects)[number];
