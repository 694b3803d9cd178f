import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { UserError } from "../model/errors.ts";

/**
 * Refuses what another site's page sends in a reader's name: a POST must come from a page of ours. Browsers say where it comes from in
 * Sec-Fetch-Site and Origin; programs send neither and hold no reader's rights. A site without a public address also refuses host names
 * that anybody could point at this machine (DNS rebinding).
 *
 * @throws UserError("refused")
 */
export function sameSite(publicUrl: string | undefined): MiddlewareHandler {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return async (context, next) => {
    if (context.req.method === "POST") {
      const host = context.req.header("host") ?? "";
      const from = context.req.header("sec-fetch-site");
      const origin = context.req.header("origin");
      const ours = [host, publicHost].filter((one) => one !== undefined);
      // No page can set Sec-Fetch-Site; browsers leave it out on plain http, where the origin must do.
      const isForeign =
        from !== undefined
          ? from !== "same-origin" && from !== "none"
          : origin !== undefined && !(URL.canParse(origin) && ours.includes(new URL(origin).host));
      if (isForeign || !(host === publicHost || isOwnName(host)))
        throw new UserError(
          "refused",
          "The request came from another site, or under a name this one does not have; behind a proxy, set publicUrl.",
        );
    }
    await next();
  };
}

/** An address, or a name that only this machine or its local network gives out. */
function isOwnName(host: string): boolean {
  const name = host
    .replace(/:\d+$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase();
  return isIP(name) > 0 || !name.includes(".") || /\.(?:local|localhost|lan|internal|home\.arpa)$/.test(name);
}
