import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { sendPage } from "../site/document.ts";
import { Layout } from "../site/layout.tsx";
import type { SiteEdition } from "../site-edition.ts";

/** A page of the desk. It speaks English, like the command line. */
export function sendDeskPage(
  context: Context,
  site: SiteEdition,
  title: string,
  content: JSX.Element,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title, path: "/desk", noindex: true }}>
      <div class="desk" lang="en">
        {content}
      </div>
    </Layout>,
    status,
  );
}
