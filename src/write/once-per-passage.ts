import type { Passage } from "./passage.ts";

/**
 * The same function, worked out once for each passage, since every part of a page asks for the same sentences again; forgotten with the
 * passage. What else it is given has to be the same whenever a passage is: the reading of its story.
 */
export function oncePerPassage<T, Rest extends readonly unknown[]>(
  read: (passage: Passage, ...rest: Rest) => T,
): (passage: Passage, ...rest: Rest) => T {
  const known = new WeakMap<Passage, { readonly value: T }>();
  return (passage, ...rest) => {
    const before = known.get(passage);
    if (before) return before.value;
    const value = read(passage, ...rest);
    known.set(passage, { value });
    return value;
  };
}
