import type { Article } from "../model/article.ts";

/** Wire services by the credits they are printed with. Family names are those of the register of outlets. */
const agencies: readonly (readonly [family: string, credits: RegExp])[] = [
  ["thomson-reuters", /\breuters\b/i],
  ["associated-press", /\b(?:associated press|AP)\b/],
  ["afp", /\b(?:agence france[- ]presse|AFP)\b/i],
  ["dpa", /\b(?:deutsche presse-agentur|dpa(?:-AFX)?)\b/],
  ["spanish-state", /\b(?:agencia EFE|EFE)\b/],
  ["pa-media", /\b(?:PA Media|Press Association)\b/],
  ["ansa", /\bANSA\b/],
  ["kyodo", /\bkyodo(?: news)?\b/i],
  ["yonhap", /\byonhap\b/i],
  ["chinese-party-state", /\bxinhua\b/i],
  ["russian-state", /\b(?:ITAR-)?TASS\b/],
  ["aap", /\b(?:Australian Associated Press|AAP)\b/],
  ["canadian-press", /\bcanadian press\b/i],
  ["pti", /\b(?:press trust of india|PTI)\b/],
  ["ani", /\bANI\b/],
  ["turkish-state", /\banadolu\b/i],
  ["news-world-communications", /\bUPI\b/],
];

/** "LINDMAR, Nov 23 (Reuters) -", "BERLIN (dpa) –", "(AP) —": the agency in brackets before the dash of a dateline. */
const dateline = /^[^\n]{0,80}?\(([^()\n]{2,40})\)\s*[-–—:]/;
/** "Reporting by Reuters", "With AFP", "Source: dpa", "© 2026 AFP" on the last line. */
const closing = /(?:^|\n)[^\n]{0,30}(?:source|quelle|fuente|with|mit|avec|con|©|\(c\)|text(?:e)?:)[^\n]{0,60}$/i;

/**
 * The agency an article is credited to, in its byline, its dateline or its last line; undefined where none is. A mention in running text is
 * no credit.
 */
export function creditedAgency(article: Pick<Article, "byline" | "text">): string | undefined {
  const credits = [article.byline, dateline.exec(article.text)?.[1], closing.exec(article.text.trimEnd())?.[0]];
  for (const credit of credits) {
    if (credit === undefined) continue;
    const agency = agencies.find(([, pattern]) => pattern.test(credit));
    if (agency) return agency[0];
  }
  return undefined;
}
