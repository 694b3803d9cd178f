import { editDistance } from "../text/edit-distance.ts";

/** Shorter words differ by a letter in different names ("Lee", "Lea"). */
const leastLetters = 5;

/** True where two names are one, or one with a slip of the pen: the same words but for a letter in one longer word ("Ilse Varnen", "Ilse Varnem"). */
export function isSpellingOf(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [a.toLowerCase().split(" "), b.toLowerCase().split(" ")];
  if (x.length !== y.length || x.length < 2) return false;
  const differing = x.flatMap((word, i) => (word === y[i] ? [] : [[word, y[i] ?? ""] as const]));
  return (
    differing.length === 1 &&
    differing.every(
      ([word, other]) => Math.min(word.length, other.length) >= leastLetters && editDistance(word, other) === 1,
    )
  );
}

/** True where two names of people share what tells them from others: a longer word ("AC Varn", "Varn Selet"), or two ("Jan Osk", "Osk Bel Jan"). */
export function shareName(a: string, b: string): boolean {
  const words = new Set(a.match(/\p{Lu}\p{L}{2,}/gu));
  const shared = (b.match(/\p{Lu}\p{L}{2,}/gu) ?? []).filter((word) => words.has(word));
  return shared.length > 1 || shared.some((word) => word.length > 3);
}
