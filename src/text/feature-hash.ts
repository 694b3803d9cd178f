/**
 * A feature of a tagger as one 32-bit number other than 0: a hash of its template and its values, so that no string is built at run time.
 */
export function featureHash(template: number, a: number, b = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash + b, 0xc2b2ae35);
  return hash ^ (hash >>> 16) || 1;
}
