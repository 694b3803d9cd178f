import type { Context } from "hono";
import type { SiteEdition } from "../site-edition.ts";

/** A reply of the API. Those of the sample edition carry its mark, since everything in them is invented. */
export function reply(context: Context, { sample }: Pick<SiteEdition, "sample">, body: object): Response {
  return context.json({ ...body, ...(sample && { sample: true }) });
}

/** An error of the API: a stable code for programs, a sentence for people. */
export function replyError(
  context: Context,
  status: 400 | 403 | 404 | 405 | 413 | 500 | 503,
  code: string,
  message: string,
): Response {
  return context.json({ error: { code, message } }, status);
}
