import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { beforeEach, describe, expect, it } from "vitest";
import { pageCache } from "../../src/serve/page-cache.ts";
import { localChanges } from "../../src/store/changes.ts";

let app: Hono;
let made: number;
let clock: number;
let changes: ReturnType<typeof localChanges>;
/** What a page under way waits for. */
let gate: Promise<void>;

beforeEach(() => {
  made = 0;
  clock = 0;
  changes = localChanges();
  app = new Hono();
  app.use(pageCache({ changes, now: () => new Date(clock) }), compress(), etag());
  app.get("/page/:name", (context) => context.html(`<p>${context.req.param("name")} ${++made}</p>${" ".repeat(2000)}`));
  app.get("/gated", async (context) => {
    await gate;
    return context.html(`<p>${++made}</p>`);
  });
  app.get("/live", (context) => {
    context.header("cache-control", "no-store");
    return context.text(`${++made}`);
  });
  app.get("/big", (context) => context.text(`${++made}`.padEnd(5_000_000, "x")));
  app.get("/slow", async (context) => {
    const page = `${++made}`;
    changes.announce("a", 2);
    return context.text(page);
  });
  app.post("/act", (context) => context.text("done"));
});

const text = async (path: string, headers: Record<string, string> = {}) =>
  (await (await app.request(path, { headers })).text()).trim();

describe("the cache of pages", () => {
  it("makes a page once for all who ask, each address its own", async () => {
    expect([await text("/page/a"), await text("/page/a"), await text("/page/b")]).toEqual([
      "<p>a 1</p>",
      "<p>a 1</p>",
      "<p>b 2</p>",
    ]);
  });

  it("makes it anew when a story changed, something was posted, or ten seconds have passed", async () => {
    await text("/page/a");
    changes.announce("a", 2);
    expect(await text("/page/a")).toBe("<p>a 2</p>");
    await app.request("/act", { method: "POST" });
    expect(await text("/page/a")).toBe("<p>a 3</p>");
    clock = 9_999;
    expect(await text("/page/a")).toBe("<p>a 3</p>");
    clock = 10_000;
    expect(await text("/page/a")).toBe("<p>a 4</p>");
  });

  it("lets one reader wait for the making of a page, and gives the others the one just past its time", async () => {
    let open = () => {};
    const close = () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    };
    close();
    const first = [text("/gated"), text("/gated")];
    open();
    expect(await Promise.all(first)).toEqual(["<p>1</p>", "<p>1</p>"]);
    clock = 10_000;
    close();
    const renewing = text("/gated");
    expect(await text("/gated")).toBe("<p>1</p>");
    open();
    expect([await renewing, await text("/gated")]).toEqual(["<p>2</p>", "<p>2</p>"]);
  });

  it("does not keep what was begun before a change", async () => {
    expect([await text("/slow"), await text("/slow")]).toEqual(["1", "2"]);
  });

  it("does not keep what must not be stored, nor what was not found", async () => {
    expect([await text("/live"), await text("/live")]).toEqual(["1", "2"]);
    expect((await app.request("/none")).status).toBe(404);
  });

  it("keeps compressed and plain pages apart", async () => {
    const packed = await app.request("/page/a", { headers: { "accept-encoding": "gzip, br" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(await text("/page/a")).toBe("<p>a 2</p>");
    const again = await app.request("/page/a", { headers: { "accept-encoding": "gzip" } });
    const plain = await new Response(again.body?.pipeThrough(new DecompressionStream("gzip"))).text();
    expect(plain.trim()).toBe("<p>a 1</p>");
  });

  it("answers 304 to one who has it, from the cache and at the first time alike", async () => {
    const tag = String((await app.request("/page/a")).headers.get("etag"));
    const condition = { headers: { "if-none-match": tag } };
    const kept = await app.request("/page/a", condition);
    expect([kept.status, await kept.text(), kept.headers.get("content-type")]).toEqual([304, "", null]);
    expect((await app.request("/page/a", { headers: { "if-none-match": `"x", ${tag}` } })).status).toBe(304);
    expect((await app.request("/page/a", { headers: { "if-none-match": '"x"' } })).status).toBe(200);
    changes.announce("a", 2);
    made = 0;
    expect((await app.request("/page/a", condition)).status).toBe(304);
    expect(await text("/page/a")).toBe("<p>a 1</p>");
  });

  it("forgets the oldest pages when it is full", async () => {
    for (let at = 0; at < 12; at++) await text(`/big?${at}`);
    expect((await text("/big?11")).slice(0, 2)).toBe("12");
    expect((await text("/big?0")).slice(0, 2)).toBe("13");
  });
});
