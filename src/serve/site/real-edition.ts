import type { Context } from "hono";
import type { SiteEdition } from "../site-edition.ts";

/** POST /edition/real: from the sample edition to the real one behind it. */
export async function goToRealEdition(context: Context, { behind }: SiteEdition): Promise<Response> {
  behind?.show();
  return context.redirect("/", 303);
}
