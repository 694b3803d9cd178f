import { decodeHTMLStrict } from "entities";
import { resolveUrl } from "./urls.ts";

/**
 * HTML with the relative addresses of its links and pictures made absolute; every other character stays as it was given. Fragments,
 * addresses that are absolute, and those with another scheme are left alone.
 */
export function resolveLinks(html: string, base: string | undefined): string {
  if (base === undefined) return html;
  return html.replace(
    /(\s(?:href|src|poster|cite|longdesc|action|background)\s{0,5}=\s{0,5})(?:"([^"<>]{0,4000})"|'([^'<>]{0,4000})')/gi,
    (whole, start: string, double: string | undefined, single: string | undefined) => {
      const given = decodeHTMLStrict(double ?? single ?? "").trim();
      if (/^(?:[a-z][a-z0-9+.-]*:|#|$)/i.test(given)) return whole;
      const absolute = resolveUrl(given, base);
      if (absolute === undefined) return whole;
      const quote = double === undefined ? "'" : '"';
      return `${start}${quote}${absolute.replaceAll("&", "&amp;").replaceAll("'", "%27")}${quote}`;
    },
  );
}
