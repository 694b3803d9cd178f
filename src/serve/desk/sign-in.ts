import type { SiteEdition } from "../site-edition.ts";
import { addressOf, atDesk } from "./desk-handler.tsx";
import { beginSession, endSession } from "./desk-session.ts";
import { isPassword } from "./password.ts";
import { sendSignIn } from "./sign-in-page.tsx";
import { SignInPauses } from "./sign-in-pauses.ts";

/** One for each site that runs in this process. */
const pauses = new WeakMap<SiteEdition, SignInPauses>();

/** POST /desk/sign-in */
export const signIn = atDesk(async ({ context, site, visit, password, form }) => {
  const tries = pauses.get(site) ?? new SignInPauses();
  pauses.set(site, tries);
  const address = addressOf(context);
  const seconds = tries.begin(address, site.now().getTime());
  if (seconds > 0) {
    context.header("retry-after", String(seconds));
    return sendSignIn(context, site, visit, `Too many tries. The next one is taken in ${inWords(seconds)}.`, 429);
  }
  if (!(await isPassword(form.password, password))) {
    console.warn(`The editor's desk refused a sign in from ${address}.`);
    return sendSignIn(context, site, visit, "That is not the password.");
  }
  tries.succeed(address);
  await beginSession(context, site, form.name === "" ? "an editor" : form.name);
  return context.redirect("/desk", 303);
});

/** POST /desk/sign-out */
export const signOut = atDesk(async ({ context, site }) => {
  await endSession(context, site);
  return context.redirect("/desk", 303);
});

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "one second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
