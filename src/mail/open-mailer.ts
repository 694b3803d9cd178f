import { createTransport } from "nodemailer";
import type { MailFailure, MailMessage, MailOutcome } from "../model/mail.ts";

export interface MailServer {
  /** smtp://host:587, which turns to TLS where the server can, or smtps://host:465. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  /** "The Strait <news@example.org>" */
  readonly from: string;
}

/** Sends mail through one server. Neither call ever rejects. */
export interface Mailer {
  send(message: MailMessage): Promise<MailOutcome>;
  /** Signs in and sends nothing. */
  check(): Promise<MailOutcome>;
  close(): void;
}

const timeoutMs = 20_000;

/** Opens nothing yet: connections are made when there is something to send, and kept for what follows. */
export function openMailer({ url, user, password, from }: MailServer): Mailer {
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === "smtps:";
  const transport = createTransport({
    host: hostname,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password is never sent in the clear over a network.
    requireTLS: !secure && password !== undefined && !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname),
    ...(user !== undefined && { auth: { user, pass: password ?? "" } }),
    pool: true,
    maxConnections: 1,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What is sent is made of strangers' words: no part of it names a file or an address to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: ({ to, subject, text, html, leaveUrl }) =>
      outcomeOf(
        transport.sendMail({
          from,
          // As an object it is one address, whatever commas stand in it.
          to: { name: "", address: to },
          subject,
          text,
          html,
          headers: {
            "Auto-Submitted": "auto-generated",
            ...(leaveUrl !== undefined && {
              "List-Unsubscribe": `<${leaveUrl}>`,
              "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }),
          },
        }),
      ),
    check: () => outcomeOf(transport.verify()),
    close: () => transport.close(),
  };
}

async function outcomeOf(sending: Promise<unknown>): Promise<MailOutcome> {
  try {
    await sending;
    return { kind: "sent" };
  } catch (error) {
    const { code, responseCode, message } = error as { code?: string; responseCode?: number; message: string };
    return { kind: "failed", reason: reasonOf(code, responseCode), detail: message.split("\n")[0] ?? "" };
  }
}

/** By nodemailer's codes and the server's reply (RFC 5321: 4yz is for now, 5yz for good). */
function reasonOf(code = "", reply = 0): MailFailure {
  if (code === "EAUTH" || code === "ENOAUTH") return "refused-sign-in";
  if (reply >= 400 && reply < 500) return "later";
  if (code === "EENVELOPE" && [550, 551, 553].includes(reply)) return "no-such-address";
  if (["ECONNECTION", "ESOCKET", "EDNS", "ETIMEDOUT", "ECONNREFUSED"].includes(code)) return "no-answer";
  return "refused";
}
