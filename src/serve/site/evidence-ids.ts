import type { Briefing, DisagreementVersion, Section } from "../../model/briefing.ts";
import type { Claim } from "../../model/claim.ts";
import type { EntityCard } from "../../model/entity.ts";

/** Whatever on a page opens to passages. */
export type Citable = Claim | DisagreementVersion | EntityCard;

/** Where the passages of a sentence stand on its page. */
export interface EvidenceId {
  /** The fragment of its passages. Made from its words, so that a link to evidence lives as long as the sentence. */
  readonly note: string;
  /** The fragment of the sentence itself. */
  readonly claim: string;
  /** On paper it is a footnote of this number. */
  readonly number: number;
}

/** Gives what opens on a page its fragments and its footnote number, in reading order. Found again by identity. */
export function evidenceIds(citables: readonly CitableWords[]): ReadonlyMap<Citable, EvidenceId> {
  const ids = new Map<Citable, EvidenceId>();
  const taken = new Map<string, number>();
  for (const [citable, words] of citables) {
    if (ids.has(citable)) continue;
    const hash = hashOf(words);
    const times = (taken.get(hash) ?? 0) + 1;
    taken.set(hash, times);
    const key = times === 1 ? hash : `${hash}-${times}`;
    ids.set(citable, { note: `e${key}`, claim: `c${key}`, number: ids.size + 1 });
  }
  return ids;
}

/** What opens, with the words it opens at. */
export type CitableWords = readonly [Citable, string];

/** Everything that opens on a story's page, in its order. */
export function citablesOf({ headline, standfirst, sections }: Briefing): CitableWords[] {
  return [...citableClaims([headline, standfirst]), ...sections.flatMap(citablesIn)];
}

function citablesIn(section: Section): CitableWords[] {
  switch (section.kind) {
    case "behind-the-headline":
      return citableClaims([section.thesis, ...section.claims, ...(section.inSum ? [section.inSum] : [])]);
    case "what-the-papers-say":
      return [
        ...citableClaims(section.claims),
        ...section.disagreements.flatMap(({ subject, versions }) =>
          versions.map((version): CitableWords => [version, `${subject} ${version.value}`]),
        ),
        ...section.outlets.flatMap(({ emphasis, onlyHere, omits }) =>
          citableClaims([...emphasis, ...onlyHere, ...omits]),
        ),
        ...citableClaims([...section.consensus, ...section.unknowns]),
      ];
    case "how-we-got-here":
      return citableClaims([...section.claims, ...section.timeline.flatMap(({ claims }) => claims)]);
    case "topics":
      return [
        ...citableClaims(section.claims),
        ...section.entities.map((card): CitableWords => [card, `${card.name} ${card.description}`]),
      ];
    default:
      return citableClaims(section.claims);
  }
}

/** Sentences as such. */
export const citableClaims = (claims: readonly Claim[]) => claims.map((claim): CitableWords => [claim, claim.text]);

/** FNV-1a, 32 bits: short, and collisions are told apart above. */
function hashOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
