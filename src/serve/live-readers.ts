import type { ServerResponse } from "node:http";
import type { StoryId } from "../model/story.ts";
import type { Changes, StoryChange } from "../store/changes.ts";

/** Those whose page of a story is open and who want to hear of its newer versions. */
export interface LiveReaders {
  /** How many there are. */
  readonly count: number;
  /** Tells a reader of every newer version until the answer is closed, by either side. False where there is room for no more. */
  add(storyId: StoryId, answer: ServerResponse): boolean;
}

/** Sockets are the scarce good: of a process with the usual 8,192 files at least a third stay for those who ask for pages. */
const maxReaders = 5_000;
/** Proxies close what has been silent for a minute, and a reader who is gone is found out by writing. */
const pingMs = 25_000;
/** A reader who takes nothing is let go: what waits for one stands in memory. */
const maxUnsent = 16_384;

const known = new WeakMap<Pick<Changes, "subscribe">, LiveReaders>();

/** The readers of an edition: one subscription to its changes, whatever their number. */
export function liveReaders(changes: Pick<Changes, "subscribe">): LiveReaders {
  const readers = known.get(changes) ?? openLiveReaders(changes);
  known.set(changes, readers);
  return readers;
}

/**
 * Server-sent events (WHATWG HTML, §9.2) written to Node's own answers: a reader then costs a socket and an entry in a set, where a stream of the
 * web platform for each would cost several times that.
 */
function openLiveReaders({ subscribe }: Pick<Changes, "subscribe">): LiveReaders {
  const byStory = new Map<StoryId, Set<ServerResponse>>();
  let count = 0;
  const tell = (answers: Iterable<ServerResponse>, text: string) => {
    for (const answer of answers) {
      if (answer.writableLength > maxUnsent) answer.destroy();
      else answer.write(text);
    }
  };
  subscribe((change) => tell(byStory.get(change.storyId) ?? [], newVersion(change)));
  let pings: NodeJS.Timeout | undefined;
  const ping = () => {
    for (const answers of byStory.values()) tell(answers, ":\n\n");
  };
  return {
    get count() {
      return count;
    },
    add(storyId, answer) {
      if (count >= maxReaders) return false;
      const answers = byStory.get(storyId) ?? new Set();
      byStory.set(storyId, answers.add(answer));
      count++;
      pings ??= setInterval(ping, pingMs).unref();
      answer.once("close", () => {
        answers.delete(answer);
        count--;
        if (answers.size === 0 && byStory.get(storyId) === answers) byStory.delete(storyId);
        if (count === 0) {
          clearInterval(pings);
          pings = undefined;
        }
      });
      return true;
    },
  };
}

/** An event of the stream: a story has a newer version. */
export function newVersion({ revision }: Pick<StoryChange, "revision">): string {
  return `event: version\nid: ${revision}\ndata: ${revision}\n\n`;
}
