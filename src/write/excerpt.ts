import type { DraftClaim, Voice } from "../model/claim.ts";
import type { Allowance } from "./allowance.ts";
import { parameters } from "./parameters.ts";
import { citationOf, type Passage } from "./passage.ts";
import { trimSentence } from "./trim-sentence.ts";

/** How a sentence is told. */
export interface Excerpting {
  readonly part: string;
  readonly voice: Voice;
  /** Our words before the excerpt, with their space. */
  readonly prefix?: string;
  /** Other outlets' sentences that bear out the same. */
  readonly also?: readonly Passage[];
  /** Default: the trimmed sentence. */
  readonly text?: string;
}

/**
 * One sentence of an outlet as a draft: the trimmed sentence with the outlet behind it, "... officials said (Tern Wire)."
 * or with a prefix that names the outlet. Books what it shows.
 */
export function excerptOf(passage: Passage, allowance: Allowance, excerpting: Excerpting): DraftClaim {
  const { part, voice, prefix = "", also = [] } = excerpting;
  const words = excerpting.text ?? trimSentence(passage);
  allowance.tell(passage, part);
  const cited = [passage, ...evidenceOf(also, allowance, parameters.citations - 1)];
  const named = prefix.includes(passage.outlet);
  const { body, suffix } = named ? { body: words, suffix: "" } : signed(words, passage.outlet);
  return {
    text: prefix + body + suffix,
    voice,
    citations: cited.map(citationOf),
    basis: {
      kind: "excerpt",
      ...(prefix !== "" && { prefix }),
      ...(suffix !== "" && { suffix }),
    },
  };
}

/**
 * A sentence is signed before its last full stop, which goes, inside closing marks too: `... said (Tern Wire).`, `... a tide” (Tern Wire).`
 * The stop of an abbreviation, a question mark and the like stay.
 */
function signed(words: string, outlet: string): { body: string; suffix: string } {
  const body = words
    .trim()
    .replace(/(?<!\.\p{L}|\.|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|St|Mr|Dr|No))\.(["”“’'»)\]]*)$/u, "$1")
    .trimEnd();
  return { body, suffix: ` (${outlet}).` };
}

/** At most `limit` passages to stand as evidence, one an outlet, and books them. */
export function evidenceOf(passages: readonly Passage[], allowance: Allowance, limit: number): Passage[] {
  const chosen: Passage[] = [];
  for (const passage of passages) {
    if (chosen.length >= limit) break;
    if (chosen.some(({ outlet }) => outlet === passage.outlet) || !allowance.allowsEvidence(passage)) continue;
    allowance.show(passage);
    chosen.push(passage);
  }
  return chosen;
}

/** A sentence of ours. `facts` are the strings in it that verification counts again or finds in the evidence. A sentence that says how many outlets
 * have something cites that many, so it may have more citations than others. */
export function computedOf(
  text: string,
  facts: readonly string[],
  evidence: readonly Passage[],
  allowance: Allowance,
  mostCitations: number = parameters.citations,
): DraftClaim {
  const cited = [...new Set(evidence)].slice(0, mostCitations);
  for (const passage of cited) allowance.show(passage);
  return { text, voice: "fact", citations: cited.map(citationOf), basis: { kind: "computed", facts } };
}
