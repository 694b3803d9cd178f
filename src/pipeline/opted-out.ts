import type { ExtractedPage } from "../extract/extract-page.ts";
import type { Skip } from "../model/article.ts";

/** How a page asks not to be used by programs. */
export type OptOut = NonNullable<ExtractedPage["optOut"]>;

/** The skip of a page that asks, in its headers or its HTML, not to be used by programs. */
export function optedOut(reason: OptOut): Skip {
  return { stage: "extract", reason, detail: "The page asks not to be used by machines." };
}
