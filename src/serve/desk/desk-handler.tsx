import { isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { z } from "zod";
import type { EditorDesk } from "../../model/editor-desk.ts";
import { UserError } from "../../model/errors.ts";
import { getSetting } from "../../store/settings.ts";
import { searchWords } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { sendDeskPage } from "./desk-document.tsx";
import { isOwnForm, readVisit, type Visit } from "./desk-session.ts";
import { passwordSetting } from "./password.ts";
import { sendSignIn } from "./sign-in-page.tsx";

/** A field that may be sent any number of times. */
const several = z.preprocess((value) => [value ?? []].flat(), z.array(z.string().max(200)).max(2000));

/** What a form of the desk may send; each route takes what it needs. */
const form = z.object({
  csrf: z.string().max(100).default(""),
  password: z.string().max(1000).default(""),
  name: z.string().trim().max(60).default(""),
  reason: z.string().trim().max(300).default(""),
  do: z.string().max(20).default(""),
  act: z.string().max(60).default(""),
  target: z.string().max(200).default(""),
  address: z.string().trim().max(500).default(""),
  sentence: z.string().max(5000).default(""),
  text: z.string().trim().max(2000).default(""),
  q: searchWords.default(""),
  article: several,
  report: several,
});
export type DeskForm = z.infer<typeof form>;

/** A request to the desk that may have its answer. */
export interface DeskRequest {
  readonly context: Context;
  readonly site: SiteEdition;
  readonly acts: EditorDesk;
  readonly visit: Visit;
  /** The kept password. */
  readonly password: unknown;
  /** Of a POST: what was sent, from a form made for this visit. */
  readonly form: DeskForm;
}

type DeskRoute = (request: DeskRequest) => Promise<Response>;

/** A route for whoever comes to the desk, where there is one: it is off until a password is set, and no password crosses a network in the clear. */
export function atDesk(route: DeskRoute): (context: Context, site: SiteEdition) => Promise<Response> {
  return async (context, site) => {
    context.header("cache-control", "no-store");
    context.header("x-robots-tag", "noindex");
    const password = await getSetting(site.db, passwordSetting);
    if (!site.desk || password === undefined)
      return sendDeskPage(
        context,
        site,
        "The editor's desk",
        <>
          <h1>The editor's desk is not set up</h1>
          <p class="lead">
            <code>backstory editor password</code> sets its password; with the embedded store, stop the edition for
            that.
          </p>
        </>,
        404,
      );
    if (!isPrivateLine(context, site))
      throw new UserError(
        "refused",
        "The editor's desk is reached from this machine or by https; set publicUrl to the https address of the site.",
      );
    const visit = await readVisit(context, site);
    const sent = form.safeParse(context.req.method === "POST" ? await context.req.parseBody({ all: true }) : {});
    if (!sent.success) throw new UserError("usage", "The form holds what it has no place for.");
    if (context.req.method === "POST" && !isOwnForm(visit, sent.data.csrf))
      throw new UserError("refused", "The form is not of this visit; open the desk again, with cookies allowed.");
    return route({ context, site, acts: site.desk, visit, password, form: sent.data });
  };
}

/** A route for those who have signed in; others see the sign in. */
export function forEditors(route: (request: DeskRequest, editor: string) => Promise<Response>) {
  return atDesk((request) => {
    const { context, site, visit } = request;
    if (visit.editor) return route(request, visit.editor.name);
    return sendSignIn(
      context,
      site,
      visit,
      context.req.method === "POST" ? "Sign in again; the session has ended." : undefined,
    );
  });
}

/** Whether somebody can sign in here, and so read what readers report. */
export async function hasEditor({ db, desk }: SiteEdition): Promise<boolean> {
  return desk !== undefined && (await getSetting(db, passwordSetting)) !== undefined;
}

/** Where a request comes from: behind a proxy on this machine, what that one says of it. "local" where there is no connection. */
export function addressOf(context: Context): string {
  const peer = peerOf(context);
  if (peer !== undefined && !isLoopback(peer)) return peer;
  // A proxy appends whom it heard it from, so only the last entry is its own word.
  const said = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return isIP(said) > 0 ? said : (peer ?? "local");
}

function isPrivateLine(context: Context, { edition }: SiteEdition): boolean {
  const peer = peerOf(context);
  return edition.publicUrl?.startsWith("https:") === true || peer === undefined || isLoopback(peer);
}

function peerOf(context: Context): string | undefined {
  // A request that is handed over within the process has no socket.
  return context.env?.incoming === undefined ? undefined : getConnInfo(context).remote.address;
}

function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\./.test(address) || address === "::1";
}
