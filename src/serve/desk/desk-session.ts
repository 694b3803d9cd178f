import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import {
  type EditorSession,
  endEditorSessions,
  findEditorSession,
  saveEditorSession,
} from "../../store/editor-sessions.ts";
import { subPathOf } from "../public-address.ts";
import type { SiteEdition } from "../site-edition.ts";

const cookieName = "backstory_desk";
const tokenBytes = 32;
/** A working day: a browser that was left open is no way in the next morning. */
const sessionMs = 12 * 3_600_000;

/**
 * Who asks for a page of the desk. Every visitor has a token in a cookie (HttpOnly, SameSite=Strict); the store knows the hash of those that signed
 * in. `csrf` stands in every form and is checked when it comes back.
 */
export interface Visit {
  readonly csrf: string;
  readonly editor?: EditorSession;
}

/** The visit of a request; one without a cookie gets one with the answer. */
export async function readVisit(context: Context, site: SiteEdition): Promise<Visit> {
  const given = getCookie(context, cookieName);
  const token = given !== undefined && /^[\w-]{43}$/.test(given) ? given : newToken();
  if (token !== given) sendToken(context, site, token);
  const editor = await findEditorSession(site.db, hashOf(token), site.now().toISOString());
  return { csrf: csrfOf(token), ...(editor && { editor }) };
}

/** Begins a session under a token that nobody had before. */
export async function beginSession(context: Context, site: SiteEdition, name: string): Promise<void> {
  const token = newToken();
  const now = site.now();
  const expiresAt = new Date(now.getTime() + sessionMs).toISOString();
  await saveEditorSession(site.db, hashOf(token), { name, expiresAt }, now.toISOString());
  sendToken(context, site, token);
}

export async function endSession(context: Context, site: SiteEdition): Promise<void> {
  const token = getCookie(context, cookieName);
  if (token !== undefined) await endEditorSessions(site.db, hashOf(token));
  deleteCookie(context, cookieName, { path: pathOf(site) });
}

/** Whether a form was made for the visit that sends it. */
export function isOwnForm({ csrf }: Visit, given: string): boolean {
  const [a, b] = [Buffer.from(csrf), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function sendToken(context: Context, site: SiteEdition, token: string): void {
  setCookie(context, cookieName, token, {
    path: pathOf(site),
    httpOnly: true,
    sameSite: "Strict",
    secure: site.edition.publicUrl?.startsWith("https:") ?? false,
  });
}

function pathOf(site: SiteEdition): string {
  return `${subPathOf(site.edition.publicUrl)}/desk`;
}

function newToken(): string {
  return randomBytes(tokenBytes).toString("base64url");
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Made from the token, which no page shows, so that nothing more need be kept. */
function csrfOf(token: string): string {
  return createHash("sha256").update(`csrf ${token}`).digest("base64url");
}
