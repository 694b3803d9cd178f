import { InvalidArgumentError } from "commander";

/** An option that is the address of a feed or a page. @throws InvalidArgumentError for what is none */
export function webAddress(value: string): string {
  if (URL.canParse(value) && /^https?:\/\//i.test(value)) return value;
  throw new InvalidArgumentError("It must be an address that begins with https:// or http://.");
}
