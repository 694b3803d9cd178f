import { EventEmitter } from "node:events";
import type pg from "pg";

/** A story has a new revision. */
export interface StoryChange {
  readonly storyId: string;
  readonly revision: number;
}

/** Announces new revisions to whoever shows them: in this process, and on a server to every other process too. */
export interface Changes {
  announce(storyId: string, revision: number): void;
  /** Returns what ends the subscription. */
  subscribe(listener: (change: StoryChange) => void): () => void;
  close(): Promise<void>;
}

const channel = "backstory_changes";
/** A listening connection that broke is made again after this. */
const reconnectMs = 2_000;

/** Announcements within this process: the embedded store has no other. */
export function localChanges(): Changes {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    announce: (storyId, revision) => void emitter.emit("change", { storyId, revision }),
    subscribe(listener) {
      emitter.on("change", listener);
      return () => emitter.off("change", listener);
    },
    close: async () => {},
  };
}

/** Announcements through LISTEN and NOTIFY of a server, so that every process that serves pages hears of those that write them. */
export function serverChanges(pool: pg.Pool): Changes {
  const local = localChanges();
  let client: pg.PoolClient | undefined;
  let closed = false;
  const listen = async (): Promise<void> => {
    if (closed || client) return;
    try {
      const made = await pool.connect();
      if (closed) return made.release();
      client = made;
      made.on("notification", ({ payload }) => {
        const [storyId, revision] = (payload ?? "").split(" ");
        if (storyId) local.announce(storyId, Number(revision));
      });
      made.on("error", () => {
        if (client !== made) return;
        client = undefined;
        made.release(true);
        setTimeout(() => void listen(), reconnectMs).unref();
      });
      await made.query(`listen ${channel}`);
    } catch {
      client = undefined;
      setTimeout(() => void listen(), reconnectMs).unref();
    }
  };
  return {
    announce(storyId, revision) {
      // Nobody waits for an announcement, and one that is lost costs a reader one reload.
      pool.query("select pg_notify($1, $2)", [channel, `${storyId} ${revision}`]).catch(() => {});
    },
    subscribe(listener) {
      void listen();
      return local.subscribe(listener);
    },
    async close() {
      closed = true;
      client?.release(true);
      client = undefined;
    },
  };
}
