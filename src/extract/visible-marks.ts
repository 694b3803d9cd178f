import { cleanByline } from "./byline.ts";
import { pageDate } from "./page-date.ts";

/** Elements that are looked at, so that a page of nothing but times costs no time. */
const maxLooked = 60;
/** A line with a date and nothing but a few words around it; a longer one is prose that mentions a day. */
const maxDateLine = 80;
const apart =
  "nav, aside, footer, [class*=related], [class*=sidebar], [class*=recommend], [class*=teaser], [class*=comment]";

/** When the page itself shows that it was published: microdata, then time elements, then lines marked as a date. ISO 8601, UTC. */
export function visibleDate(document: Document): string | undefined {
  return firstOf(
    look(document, '[itemprop~="datePublished"], [pubdate]', stampOf),
    look(document, "article time[datetime], main time[datetime]", stampOf),
    look(document, "time[datetime]", stampOf),
    look(
      document,
      "time, [class*=date], [class*=publish], [class*=timestamp], [class*=byline], [class*=dateline]",
      lineDate,
    ),
  );
}

/** When the page shows that it was last changed, by microdata. */
export function visibleUpdate(document: Document): string | undefined {
  return look(document, '[itemprop~="dateModified"]', stampOf);
}

/** Whom the page shows as its author, by microdata, links and the names of classes. */
export function visibleByline(document: Document): string | undefined {
  const named = (element: Element) =>
    cleanByline(element.querySelector('[itemprop~="name"]')?.textContent ?? element.textContent ?? undefined);
  return firstOf(
    look(document, '[itemprop~="author"]', named),
    look(document, '[rel~="author"]', named),
    look(document, '[class~="byline"], [class~="author"], [class*="byline__name"], [class*="author-name"]', named),
  );
}

function stampOf(element: Element): string | undefined {
  const stamp = element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent ?? "";
  return pageDate(stamp);
}

/** Undefined for a line without a year: "5 minutes ago" and "12 May" say nothing to who does not know when the page was made. */
function lineDate(element: Element): string | undefined {
  const line = (element.textContent ?? "").replace(/\s+/g, " ").trim();
  if (line.length > maxDateLine || !/\b(?:19|20)\d{2}\b/.test(line)) return undefined;
  const plain = line.replace(
    /^[^\d]*?(?:published|posted|first published|veröffentlicht|publié|publicado)\b(?:\s+(?:on|at|am|le|el))?[\s:]*/iu,
    "",
  );
  return pageDate(plain.replace(/\s*(?:[|•·]|\b(?:at|um|à|a las|updated|last|by)\b).*$/iu, ""));
}

function look(
  document: Document,
  selector: string,
  read: (element: Element) => string | undefined,
): string | undefined {
  for (const element of [...document.querySelectorAll(selector)].slice(0, maxLooked)) {
    if (element.closest(apart)) continue;
    const found = read(element);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstOf(...values: (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined);
}
