import type { Config } from "../config.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import type { Store } from "../store/open-store.ts";
import type { Learned } from "./annotate.ts";
import type { ReadingPool } from "./reading-pool.ts";

/** What the steps of the pipeline work with. The only place where a step meets the world. */
export interface PipelineContext {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly reader: ReadingPool;
  /** Read at first use: it takes half a second, which a site that only serves pages need not spend. */
  readonly learned: () => Learned;
  readonly config: Config;
  readonly now: () => Date;
}
