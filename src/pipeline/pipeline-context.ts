import type { Config } from "../config.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import type { Store } from "../store/open-store.ts";
import type { EmbeddingAccount } from "./embedding-account.ts";
import type { ModelAccount } from "./model-account.ts";
import type { WorkPool } from "./work-pool.ts";

/** What the steps of the pipeline work with. The only place where a step meets the world. */
export interface PipelineContext {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly workers: WorkPool;
  /** Where a language model writes the pages of the front page. */
  readonly modelAccount?: ModelAccount;
  /** Where an embedding model helps to tell which articles tell the same story. */
  readonly embeddings?: EmbeddingAccount;
  readonly config: Config;
  readonly now: () => Date;
}
