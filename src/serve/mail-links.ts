import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link in a mail is for. */
export type MailLink = "confirm" | "leave";

/** The path of a link in a mail to a subscriber. It is signed (HMAC, RFC 2104), so that nobody can act for another, and never runs out. */
export function mailLinkPath(link: MailLink, id: string, secret: string): string {
  return `/mail/${link}?${new URLSearchParams({ id, key: signature(link, id, secret) })}`;
}

export function isMailLink(link: MailLink, { id, key }: { id: string; key: string }, secret: string): boolean {
  const [given, right] = [Buffer.from(key), Buffer.from(signature(link, id, secret))];
  return given.length === right.length && timingSafeEqual(given, right);
}

function signature(link: MailLink, id: string, secret: string): string {
  return createHmac("sha256", secret).update(`${link} ${id}`).digest("base64url");
}
