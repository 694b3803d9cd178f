import type { Changes } from "../store/changes.ts";

/** Milliseconds without a change until pages are made ahead: stories change in bursts while an edition is written. */
const defaultQuietMs = 2_000;

/**
 * Makes the front page and its first story ahead, at the start and whenever changes have settled. The first making of a page takes 60 ms, since
 * the engine compiles as it goes, later ones 10, and no reader should wait for that.
 *
 * @returns what ends it
 */
export function warmPages(
  answer: (request: Request) => Response | Promise<Response>,
  { subscribe }: Pick<Changes, "subscribe">,
  quietMs = defaultQuietMs,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const get = async (path: string) => {
    const headers = { "accept-encoding": "identity" };
    return (await answer(new Request(new URL(path, "http://127.0.0.1"), { headers }))).text();
  };
  const warm = async () => {
    const story = /href="([^"]*\/story\/[^"]+)"/.exec(await get("/"))?.[1];
    if (story !== undefined) await get(story);
  };
  const later = () => {
    clearTimeout(timer);
    // A page that cannot be made is the next reader's error page, which says why.
    timer = setTimeout(() => void warm().catch(() => {}), quietMs).unref();
  };
  later();
  const unsubscribe = subscribe(later);
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
