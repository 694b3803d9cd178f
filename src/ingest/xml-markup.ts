import type { XmlElement } from "./xml-tree.ts";

const voidElements = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** The text of an element and all in it, as it stands. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return "";
  const [only] = element.children;
  if (element.children.length <= 1 && typeof only !== "object") return only ?? "";
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** True where an element holds elements: its markup was not escaped. */
export function hasElements(element: XmlElement): boolean {
  return element.children.some((child) => typeof child === "object");
}

/**
 * What an element holds, as HTML: text escaped anew, elements by their local names, void ones closed as `<br />`. For XHTML content
 * and for feeds that forgot to escape theirs.
 */
export function markupOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? escapeText(child) : tagged(child))).join("");
}

function tagged(element: XmlElement): string {
  const name = element.rawName.replace(/^.*:/, "");
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return markupOf(element);
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => /^[a-z][a-z0-9-]*$/.test(key) && key !== "xmlns")
    .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', "&quot;")}"`)
    .join("");
  if (voidElements.has(name)) return `<${name}${attributes} />`;
  return `<${name}${attributes}>${markupOf(element)}</${name}>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
