import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import { methodNotAllowed } from "hono/method-not-allowed";
import { httpStatus, UserError } from "../model/errors.ts";
import { replyError } from "./api/api-reply.ts";
import { pageCache } from "./page-cache.ts";
import { subPathOf } from "./public-address.ts";
import { routes } from "./routes.ts";
import { sameSite } from "./same-site.ts";
import { securityHeaders } from "./security-headers.ts";
import { assets } from "./site/assets.ts";
import { type ErrorStatus, sendErrorPage } from "./site/error-page.tsx";
import type { SiteEdition } from "./site-edition.ts";
import { linksUnder, pathWithout } from "./sub-path.ts";

/** A list of feeds is the largest thing anybody may send. */
const maxBodyBytes = 5_000_000;

/** Nothing that a browser could take for another host, or a header for its end: no second slash, backslash, space or escape. */
const slashAtEnd = /^(\/[^/\\\s%][^\\\s%]*?)\/+$/;

/** The site of an edition as readers get it: compressed, revalidated by ETag, below the sub-path of its public address. */
export function createServer(site: SiteEdition): Hono {
  const subPath = subPathOf(site.edition.publicUrl);
  const app = new Hono({ getPath: pathWithout(subPath) });
  app.use(pageCache(site), compress(), etag(), linksUnder(subPath));
  return mount(app, site);
}

/** The same pages with their links from the root and nothing compressed, for those who write them to files. */
export function createPages(site: SiteEdition): Hono {
  return mount(new Hono(), site);
}

function mount(app: Hono, site: SiteEdition): Hono {
  const fail = (context: Context, status: ErrorStatus, code: string, message: string) =>
    isForPrograms(context)
      ? replyError(context, site, status, code, message)
      : sendErrorPage(context, site, status, message);
  app.use(securityHeaders({ noindex: site.sample }));
  app.use("/api/*", cors({ origin: "*", allowMethods: ["GET", "HEAD"] }));
  app.use(
    methodNotAllowed({
      app,
      async onMethodNotAllowed(context, methods) {
        const response = await fail(context, 405, "method-not-allowed", `Only ${methods.join(" and ")} can be asked.`);
        response.headers.set("allow", methods.join(", "));
        return response;
      },
    }),
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (context) => fail(context, 413, "too-large", `A request may have ${maxBodyBytes / 1e6} MB.`),
    }),
    sameSite(site.edition.publicUrl),
  );
  for (const { path, type, body } of assets)
    app.get(path, (context) =>
      context.body(body, 200, { "content-type": type, "cache-control": "public, max-age=31536000, immutable" }),
    );
  for (const [method, path, handler] of routes) app.on(method, path, (context) => handler(context, site));
  app.notFound(async (context) => {
    const [, trimmed] = slashAtEnd.exec(context.req.path) ?? [];
    if (trimmed !== undefined) return context.redirect(encodeURI(trimmed) + new URL(context.req.url).search, 301);
    return fail(context, 404, "not-found", "There is nothing at this address.");
  });
  app.onError((error, context) => {
    if (error instanceof UserError) return fail(context, httpStatus[error.code], error.code, error.message);
    console.error(error);
    return fail(context, 500, "internal", "Something went wrong here; it is in the log.");
  });
  return app;
}

function isForPrograms(context: Context): boolean {
  return /^\/api\/|\.(?:xml|json)$/.test(context.req.path);
}
