import { textOf } from "./xml-markup.ts";
import type { XmlElement } from "./xml-tree.ts";

/** The elements right below one, by any of the names, in document order. */
export function childrenNamed(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
  return parent.children.flatMap((child) => (typeof child === "object" && names.includes(child.name) ? [child] : []));
}

/** The first child by the first of the names that has one; names are in order of preference, document order decides within a name. */
export function childNamed(parent: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  for (const name of names)
    for (const child of parent.children) if (typeof child === "object" && child.name === name) return child;
  return undefined;
}

/** The texts of all children by any of the names, in order of the names; empty ones are left out. */
export function textsNamed(parent: XmlElement, ...names: readonly string[]): string[] {
  return names.flatMap((name) =>
    childrenNamed(parent, name).flatMap((child) => {
      const text = textOf(child).trim();
      return text === "" ? [] : [text];
    }),
  );
}
