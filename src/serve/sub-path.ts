import type { MiddlewareHandler } from "hono";
import { getPath } from "hono/utils/url";

/** The path a route sees: proxies that pass the sub-path on and those that take it off are served alike. */
export function pathWithout(subPath: string): (request: Request) => string {
  return (request) => {
    const path = getPath(request);
    if (subPath === "" || (path !== subPath && !path.startsWith(`${subPath}/`))) return path;
    return path.slice(subPath.length) || "/";
  };
}

/** An attribute that leads to a page of ours. Text cannot look like one: its quotation marks are escaped. */
const ownLink = /(\s(?:href|src|action)=")\/(?!\/)/g;

/** Pages link from the root, as if the site had a host of its own; this puts the sub-path before each link and redirect on the way out. */
export function linksUnder(subPath: string): MiddlewareHandler {
  return async (context, next) => {
    await next();
    if (subPath === "") return;
    const response = context.res;
    const location = response.headers.get("location");
    if (location?.startsWith("/") && !location.startsWith("//")) response.headers.set("location", subPath + location);
    if (!response.headers.get("content-type")?.startsWith("text/html")) return;
    const html = (await response.text()).replace(ownLink, `$1${subPath.replaceAll("$", "$$$$")}/`);
    context.res = new Response(html, response);
  };
}
