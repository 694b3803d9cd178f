import type { Config } from "./config.ts";
import type { MailServer } from "./mail/open-mailer.ts";

/** Where the edition's mail goes out; undefined where it has no server, no sender, or no address that its links could lead to. */
export function mailServerOf({ mail, publicUrl }: Pick<Config, "mail" | "publicUrl">): MailServer | undefined {
  const { server, from, user, password } = mail;
  if (server === undefined || from === undefined || publicUrl === undefined) return undefined;
  return { url: server, from, ...(user !== undefined && { user }), ...(password !== undefined && { password }) };
}
