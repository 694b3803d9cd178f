import type { DocumentFrequencies } from "../text/document-frequencies.ts";
import type { TermVector } from "../text/term-vector.ts";
import { countOf, marksOf, type TermUses, termMarks } from "./article-terms.ts";
import { clusterParameters } from "./parameters.ts";

/** The parts of an article's vector that are compared beside the whole: bits of `ArticleVector.fields`. */
export const vectorFields = { title: 1, beginning: 2, names: 4 } as const;

/** What an article says, as terms with weights, and which of them stand in its title, in its beginning, and in its names. */
export interface ArticleVector extends TermVector {
  /** By position in `ids`. */
  readonly fields: Uint8Array;
  /** How long each part is where the whole has length 1; 0 where it is empty. */
  readonly titleLength: number;
  readonly beginningLength: number;
  /** 0 where there are too few names to tell one event from another. */
  readonly namesLength: number;
}

/** Where a vector is made before its length is known: one is made after the other, and what they leave would be garbage. */
let room = {
  all: new Uint32Array(0),
  ids: new Uint32Array(0),
  weights: new Float32Array(0),
  fields: new Uint8Array(0),
};

function scratchFor(size: number): typeof room {
  if (room.all.length < size) {
    const length = size * 2;
    const ids = () => new Uint32Array(length);
    room = { all: ids(), ids: ids(), weights: new Float32Array(length), fields: new Uint8Array(length) };
  }
  return room;
}

/** What was made, in one piece of memory: with a piece for each, their headers would take as much as they hold. */
function kept(ids: Uint32Array, weights: Float32Array, fields: Uint8Array, count: number) {
  const piece = new ArrayBuffer(count * 9);
  const made = {
    ids: new Uint32Array(piece, 0, count),
    weights: new Float32Array(piece, count * 4, count),
    fields: new Uint8Array(piece, count * 8, count),
  };
  made.ids.set(ids.subarray(0, count));
  made.weights.set(weights.subarray(0, count));
  made.fields.set(fields.subarray(0, count));
  return made;
}

/** A vector of (1 + ln tf) · idf, as the frequencies stand now: nothing looks ahead. */
export function articleVector(
  uses: TermUses,
  frequencies: Pick<DocumentFrequencies, "idf" | "documents">,
): ArticleVector {
  const telling = clusterParameters.tellingName * Math.log(frequencies.documents + 1);
  const scratch = scratchFor(uses.size);
  const all = scratch.all.subarray(0, uses.size);
  let at = 0;
  for (const id of uses.keys()) all[at++] = id;
  all.sort();
  const { ids, weights, fields } = scratch;
  let [count, nameCount] = [0, 0];
  let [squares, title, beginning, names] = [0, 0, 0, 0];
  for (let i = 0; i < all.length; i++) {
    const id = all[i] as number;
    const use = uses.get(id) as number;
    const idf = frequencies.idf(id);
    if (idf <= 0) continue;
    const weight = (1 + Math.log(countOf(use))) * idf;
    const field = fieldsOf(marksOf(use), idf >= telling);
    const square = weight * weight;
    squares += square;
    if (field & vectorFields.title) title += square;
    if (field & vectorFields.beginning) beginning += square;
    if (field & vectorFields.names) {
      names += square;
      nameCount++;
    }
    ids[count] = id;
    weights[count] = weight;
    fields[count++] = field;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < count; i++) weights[i] = (weights[i] as number) / length;
  return {
    ...kept(ids, weights, fields, count),
    titleLength: Math.sqrt(title) / length,
    beginningLength: Math.sqrt(beginning) / length,
    namesLength: nameCount < clusterParameters.leastNames ? 0 : Math.sqrt(names) / length,
  };
}

/**
 * A word that an article never writes small passes for a name, in a language that has capitals: no reader of names is needed, and few are missed.
 * One that half the articles have, a head of government's or a court's, tells no event from another.
 */
function fieldsOf(marks: number, isTelling: boolean): number {
  const isName = isTelling && (marks & termMarks.capital) !== 0 && (marks & termMarks.small) === 0;
  return (
    (marks & termMarks.title ? vectorFields.title : 0) |
    (marks & termMarks.beginning ? vectorFields.beginning : 0) |
    (isName ? vectorFields.names : 0)
  );
}
