import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { SiteEdition } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { listingView } from "./listing-view.ts";

/** What a reader is told of a request that could not be met. */
export type ErrorStatus = 400 | 403 | 404 | 405 | 413 | 500 | 503;

/** A page that says what is wrong and what to do, in the frame of the site. `detail` is for the reader: never an internal. */
export async function sendErrorPage(
  context: Context,
  site: SiteEdition,
  status: ErrorStatus,
  detail?: string,
): Promise<Response> {
  const { errors } = listingView(site).words;
  const [title, text] = (
    {
      400: [errors.badRequest, detail ?? ""],
      403: [errors.refused, detail ?? errors.refusedText],
      404: [errors.notFound, errors.notFoundText],
      405: [errors.method, errors.methodText],
      413: [errors.tooLarge, errors.tooLargeText],
      500: [errors.failed, errors.failedText],
      503: [errors.unavailable, detail ?? ""],
    } as const satisfies Record<ErrorStatus, readonly [string, string]>
  )[status];
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title, path: "/", noindex: true }}>
      <h1>{title}</h1>
      {text !== "" && <p class="lead">{text}</p>}
      <p>
        <a href="/">{errors.home}</a>
      </p>
    </Layout>,
    status as ContentfulStatusCode,
  );
}
