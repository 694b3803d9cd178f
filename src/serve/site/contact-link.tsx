import { externalUrl } from "./addresses.ts";

/** Whom to write to: a link where it is an address of the web or of e-mail, else as it was set. */
export function ContactLink({ contact }: { contact: string }) {
  const url = externalUrl(contact) ?? (/^[^\s@/:]+@[^\s@/:]+$/.test(contact) ? `mailto:${contact}` : undefined);
  return url === undefined ? <bdi>{contact}</bdi> : <a href={url}>{contact}</a>;
}
