import { textOf } from "./xml-markup.ts";
import type { XmlElement } from "./xml-tree.ts";

/**
 * The picture an entry declares, as written: Media RSS contents and thumbnails, enclosures, iTunes, an image element; the widest where
 * sizes are given. A picture that merely stands in its text is not declared.
 */
export function declaredImage(entry: XmlElement): string | undefined {
  const found: { url: string; width: number; rank: number }[] = [];
  collect(entry, found, 0);
  const [best] = found.sort((a, b) => a.rank - b.rank || b.width - a.width);
  return best?.url;
}

function collect(parent: XmlElement, found: { url: string; width: number; rank: number }[], depth: number): void {
  for (const child of parent.children) {
    if (typeof child === "string") continue;
    const { attributes } = child;
    const add = (url: string | undefined, rank: number) => {
      if (url?.trim() && !isBeacon(attributes)) found.push({ url, width: Number(attributes.width) || 0, rank });
    };
    if (child.name === "media:content" && isImage(attributes)) add(attributes.url, 0);
    else if (child.name === "media:thumbnail") add(attributes.url, 2);
    else if (child.name === "enclosure" && isImage(attributes)) add(attributes.url, 1);
    else if (/^(?:atom:)?link$/.test(child.name) && attributes.rel === "enclosure" && isImage(attributes))
      add(attributes.href, 1);
    else if (child.name === "itunes:image") add(attributes.href ?? attributes.url, 2);
    else if (child.name === "image" || child.name === "atom:image") {
      const url = child.children.find((one) => typeof one === "object" && /^(?:atom:)?url$/.test(one.name));
      add(typeof url === "object" ? textOf(url) : (attributes.href ?? textOf(child)), 1);
    }
    if (depth < 3 && (child.name === "media:group" || child.name === "media:content")) collect(child, found, depth + 1);
  }
}

function isImage({ type, medium, url, href }: Readonly<Record<string, string>>): boolean {
  if (medium !== undefined && medium !== "") return medium.toLowerCase() === "image";
  if (type !== undefined && type !== "") return /^image\b/i.test(type.trim());
  return /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url ?? href ?? "");
}

function isBeacon({ width, height }: Readonly<Record<string, string>>): boolean {
  return width === "1" || height === "1";
}
