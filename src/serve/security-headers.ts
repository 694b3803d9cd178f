import type { MiddlewareHandler } from "hono";

/**
 * Nothing runs, loads or is sent anywhere but our own: what a feed or page smuggled into a text could do nothing. No inline script or style,
 * no foreign host, no frame around us.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  // Other sites learn nothing of where a reader came from; "no-referrer" would also take the origin from our own forms.
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
} as const;

/** Sets the headers that keep strangers' texts harmless, on every answer; `noindex` keeps search engines from the sample edition. */
export function securityHeaders({ noindex }: { readonly noindex: boolean }): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const set = context.res.headers;
    for (const [name, value] of Object.entries(headers)) set.set(name, value);
    if (noindex) set.set("x-robots-tag", "noindex");
    // A page is asked for again each time, and answered with "not modified" while it is the same.
    if (!set.has("cache-control")) set.set("cache-control", context.res.ok ? "no-cache" : "no-store");
  };
}
