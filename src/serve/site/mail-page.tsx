import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { mailRhythms } from "../../model/mail.ts";
import {
  askForMail,
  confirmSubscriber,
  findSubscriber,
  removeSubscriber,
  subscriberSecret,
} from "../../store/subscribers.ts";
import { addressOf } from "../desk/desk-handler.tsx";
import { isMailLink, type MailLink } from "../mail-links.ts";
import { readQuery, someText } from "../query.ts";
import { RequestAllowance } from "../request-allowance.ts";
import type { Handler } from "../routes.ts";
import type { SiteEdition } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { type MailStrings, mailStrings } from "./strings/mail-strings.ts";
import { stringsFor } from "./strings/site-strings.ts";

const form = z.object({ address: z.email().max(254), rhythm: z.enum(mailRhythms) });
const link = { id: someText(1, 100), key: someText(1, 100) };

/** A household asks for a few; a machine that mails strangers through us gets no further. One for each site that runs in this process. */
const allowances = new WeakMap<SiteEdition, RequestAllowance>();
const mostAtOnce = 5;
const everyMs = 3_600_000;

/** GET /mail: the form. */
export const showMail = whereMailIsSent(async (context, site, words) => sendForm(context, site, words));

/** POST /mail: keeps the wish. The answer is the same whether the address is known or not. */
export const askMail = whereMailIsSent(async (context, site, words) => {
  const sent = form.safeParse(await context.req.parseBody());
  if (!sent.success) return sendForm(context, site, words, words.noAddress, 400);
  const now = site.now();
  const allowance = allowances.get(site) ?? new RequestAllowance(mostAtOnce, everyMs);
  allowances.set(site, allowance);
  if (!allowance.take(addressOf(context), now.getTime())) return sendForm(context, site, words, words.tooMany, 429);
  await askForMail(site.db, { id: randomUUID(), ...sent.data, at: now.toISOString() });
  return sendMailPage(context, site, words.heading, <p role="status">{words.asked}</p>);
});

/** GET /mail/confirm: asks once more, since programs that look at mail follow its links. */
export const showConfirm = withLink("confirm", async (context, site, words, subscriber) =>
  sendMailPage(
    context,
    site,
    words.confirmHeading,
    <>
      <p>{words.confirmText(subscriber.address)}</p>
      <Act label={words.confirm} />
    </>,
  ),
);

/** POST /mail/confirm */
export const confirmMail = withLink("confirm", async (context, site, words, { id }) => {
  await confirmSubscriber(site.db, id, site.now().toISOString());
  return sendMailPage(context, site, words.heading, <p role="status">{words.confirmed}</p>);
});

/** GET /mail/leave */
export const showLeave = withLink("leave", async (context, site, words) =>
  sendMailPage(context, site, words.leaveHeading, <Act label={words.leave} />),
);

/** POST /mail/leave: from the page, or from a mail program's own button (RFC 8058). */
export const leaveMail = withLink("leave", async (context, site, words, { id }) => {
  await removeSubscriber(site.db, id);
  return sendMailPage(context, site, words.heading, <p role="status">{words.left}</p>);
});

type MailHandler = (context: Context, site: SiteEdition, words: MailStrings) => Promise<Response>;

function whereMailIsSent(handler: MailHandler): Handler {
  return async (context, site) =>
    site.edition.mail ? handler(context, site, mailStrings(stringsFor(site.edition.language).tag)) : context.notFound();
}

/** For the one whose link it is; all others are told the same. */
function withLink(
  kind: MailLink,
  handler: (
    ...given: [...Parameters<MailHandler>, { readonly id: string; readonly address: string }]
  ) => Promise<Response>,
): Handler {
  return whereMailIsSent(async (context, site, words) => {
    const given = readQuery(context, link);
    const subscriber = isMailLink(kind, given, await subscriberSecret(site.db))
      ? await findSubscriber(site.db, given.id)
      : undefined;
    if (!subscriber) return sendMailPage(context, site, words.heading, <p role="status">{words.gone}</p>, 404);
    return handler(context, site, words, subscriber);
  });
}

function Act({ label }: { readonly label: string }) {
  return (
    <form method="post">
      <p class="actions">
        <button type="submit">{label}</button>
      </p>
    </form>
  );
}

function sendForm(
  context: Context,
  site: SiteEdition,
  words: MailStrings,
  problem?: string,
  status: 200 | 400 | 429 = 200,
) {
  return sendMailPage(
    context,
    site,
    words.heading,
    <>
      <p class="lead">{words.intro}</p>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action="/mail" class="welcome">
        <p>
          <label>
            {words.address} <input type="email" name="address" required autocomplete="email" maxlength={254} />
          </label>
        </p>
        <fieldset>
          <legend>{words.rhythm}</legend>
          <div class="choices">
            {mailRhythms.map((rhythm, at) => (
              <label>
                <input type="radio" name="rhythm" value={rhythm} checked={at === 0} /> {words.rhythms[rhythm]}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="hint">{words.privacy}</p>
        <p class="actions">
          <button type="submit">{words.ask}</button>
        </p>
      </form>
    </>,
    status,
  );
}

function sendMailPage(
  context: Context,
  site: SiteEdition,
  heading: string,
  children: Child,
  status: 200 | 400 | 404 | 429 = 200,
): Promise<Response> {
  context.header("cache-control", "no-store");
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: heading, path: "/mail", noindex: true }}>
      <h1>{heading}</h1>
      {children}
    </Layout>,
    status,
  );
}
