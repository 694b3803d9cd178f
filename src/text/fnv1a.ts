const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/**
 * The FNV-1a hash of a text over its UTF-16 units (Fowler, Noll and Vo; 32 bits, signed). What is hashed in parts goes on with the hash so
 * far as `seed`: `fnv1a("b", fnv1a("a"))` is `fnv1a("ab")`.
 */
export function fnv1a(text: string, seed = offsetBasis): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}
