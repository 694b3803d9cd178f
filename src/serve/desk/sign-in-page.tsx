import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { SiteEdition } from "../site-edition.ts";
import { sendDeskPage } from "./desk-document.tsx";
import { CsrfField, Problem } from "./desk-parts.tsx";
import type { Visit } from "./desk-session.ts";

/** The sign in, with what was wrong with the last try. */
export function sendSignIn(
  context: Context,
  site: SiteEdition,
  visit: Visit,
  problem?: string,
  status: ContentfulStatusCode = problem === undefined ? 200 : 403,
): Promise<Response> {
  return sendDeskPage(
    context,
    site,
    "The editor's desk",
    <>
      <h1>The editor's desk</h1>
      <p class="lead">Stories are merged and split here, articles moved, and each of these acts undone.</p>
      <Problem text={problem} />
      <form class="sign-in" method="post" action="/desk/sign-in">
        <CsrfField visit={visit} />
        <label for="name">Your name, for the list of acts</label>
        <input id="name" name="name" autocomplete="nickname" maxlength={60} />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required autofocus />
        <button type="submit">Sign in</button>
      </form>
    </>,
    status,
  );
}
