import type { Context } from "hono";
import type { ErrorStatus } from "../site/error-page.tsx";
import type { SiteEdition } from "../site-edition.ts";

/** A reply of the API. Those of the sample edition carry its mark, since everything in them is invented. */
export function reply(
  context: Context,
  { sample }: Pick<SiteEdition, "sample">,
  body: object,
  status: 200 | ErrorStatus = 200,
): Response {
  return context.json({ ...body, ...(sample && { sample: true }) }, status);
}

/** An error of the API: a stable code for programs, a sentence for people. */
export function replyError(
  context: Context,
  site: Pick<SiteEdition, "sample">,
  status: ErrorStatus,
  code: string,
  message: string,
): Response {
  return reply(context, site, { error: { code, message } }, status);
}
