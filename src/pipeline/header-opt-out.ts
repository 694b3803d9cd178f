/** An answer whose headers ask that its text not be mined or used by machines. */
export type HeaderOptOut = "tdm-reservation" | "noai";

/**
 * Reads the opt-outs that stand in headers: the TDM Reservation Protocol's, and `noai` among the directives of X-Robots-Tag. A directive
 * that begins with another program's name ("otherbot: noai") is meant for that program; one that follows it without a name is taken as
 * meant for all, since repeated headers cannot be told apart any more, and the mistake is on the careful side.
 *
 * @param headers lower-case names, as the fetcher gives them
 */
export function headerOptOut(headers: Readonly<Record<string, string>>): HeaderOptOut | undefined {
  if (headers["tdm-reservation"]?.trim() === "1") return "tdm-reservation";
  const forAll = (headers["x-robots-tag"] ?? "").split(",").filter((directive) => isForUs(directive));
  return forAll.some((directive) => /\bno(?:ai|imageai|ml)\b/i.test(directive)) ? "noai" : undefined;
}

function isForUs(directive: string): boolean {
  const name = /^\s*([\w-]+)\s*:/.exec(directive)?.[1]?.toLowerCase();
  return name === undefined || name === "backstory" || name === "unavailable_after";
}
