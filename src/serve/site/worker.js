// Keeps what was read, and the newest edition of a day whole, for when there is no network. While there is one, pages come from it.
// @ts-check
/// <reference lib="webworker" />

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const store = "pages";
/** Pages, styles and scripts: some ten megabytes at most. */
const mostKept = 200;
/** These are of the moment, or of one person. */
const notKept = /\/(?:desk|welcome|search|health|api|edition)(?:\/|$)|\/events$/;

worker.addEventListener("install", (event) => {
  event.waitUntil(keepNewestEdition().then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || notKept.test(pathname)) return;
  if (request.mode === "navigate") {
    event.respondWith(pageOrKept(request));
    event.waitUntil(keepNewestEdition());
  } else if (/-[0-9a-f]{10}\.(?:css|js)$/.test(pathname)) event.respondWith(keptOrFile(request));
});

/** @param {Request} request */
async function pageOrKept(request) {
  try {
    const answer = await fetch(request);
    await keep(request.url, answer.clone());
    return answer;
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? (await caches.match(daily())) ?? Response.error();
  }
}

/** A file's address changes with its content, so that what is kept is never old. @param {Request} request */
async function keptOrFile(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  await keep(request.url, answer.clone());
  return answer;
}

/** @param {string} url @param {Response} answer */
async function keep(url, answer) {
  // What followed a redirect may not answer for an address that had none.
  if (!answer.ok || answer.redirected || /no-store|private/.test(answer.headers.get("cache-control") ?? "")) return;
  const cache = await caches.open(store);
  await cache.delete(url);
  await cache.put(url, answer);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - mostKept))) await cache.delete(old);
}

const daily = () => new URL("daily", worker.registration.scope).href;

/** The newest edition with its stories, unless it is kept already. */
async function keepNewestEdition() {
  try {
    const answer = await fetch(daily());
    const html = await answer.clone().text();
    const known = await caches.match(daily());
    const etag = answer.headers.get("etag");
    if (!answer.ok || (known && etag !== null && known.headers.get("etag") === etag)) return;
    const wanted = [...html.matchAll(/(?:href|src)="([^"]*(?:\/story\/[^"/]+|-[0-9a-f]{10}\.(?:css|js)))"/g)];
    for (const url of new Set(wanted.map(([, path = ""]) => new URL(path, location.origin).href)))
      await keep(url, await fetch(url));
    await keep(worker.registration.scope, await fetch(worker.registration.scope));
    // Last, so that an edition that was cut off on the way is fetched again.
    await keep(daily(), answer);
  } catch {
    // Without a network there is nothing new to keep.
  }
}
