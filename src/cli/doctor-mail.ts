import type { Config } from "../config.ts";
import { openMailer } from "../mail/open-mailer.ts";
import { mailServerOf } from "../mail-server.ts";
import type { MailFailure } from "../model/mail.ts";
import type { Queryable } from "../store/database.ts";
import { countSubscribers } from "../store/subscribers.ts";
import type { Finding } from "./doctor.ts";

const todoFor: Readonly<Record<MailFailure, string>> = {
  "no-answer": "Check mail.server, and that a firewall lets this machine out to it.",
  "refused-sign-in": "Check mail.user and BACKSTORY_MAIL_PASSWORD.",
  "no-such-address": "Check mail.from.",
  later: "Try again in some minutes.",
  refused: "Its words say why.",
};

/** Whether the mail server lets us in. Nothing is said where none is set. */
export async function mailFindings(config: Config): Promise<Finding[]> {
  const { server, from } = config.mail;
  if (server === undefined) return [];
  const missing = [
    ...(from === undefined ? ["mail.from"] : []),
    ...(config.publicUrl === undefined ? ["publicUrl"] : []),
  ];
  const mailServer = mailServerOf(config);
  if (!mailServer)
    return [
      { name: "mail", words: `${server} is not used: ${missing.join(" and ")} must be set, too.`, todo: "Set it." },
    ];
  const mailer = openMailer(mailServer);
  const outcome = await mailer.check();
  mailer.close();
  return [
    outcome.kind === "sent"
      ? { name: "mail", words: `${server} lets us in.` }
      : { name: "mail", words: `${server}: ${outcome.detail}`, todo: todoFor[outcome.reason] },
  ];
}

/** Who gets mail, and what went wrong last. */
export async function subscriberFindings(db: Queryable): Promise<Finding[]> {
  const { confirmed, asked, failing, failure } = await countSubscribers(db);
  if (confirmed + asked === 0) return [];
  const words = `${confirmed} readers get the edition by mail, ${asked} have not confirmed yet.`;
  return [
    failing === 0
      ? { name: "readers", words }
      : {
          name: "readers",
          words: `${words} ${failing} could not be reached: ${failure}`,
          todo: "They are tried again.",
        },
  ];
}
