import type { AskFailed } from "../model/ask.ts";

/** A model that turns texts into vectors. */
export interface EmbeddingModel {
  /** As the settings name it: vectors are kept, and compared, under it. */
  readonly name: string;
  /**
   * A vector for each text, in their order, all of one dimension. Never rejects: what goes wrong is a named failure. A stop through `signal` is one,
   * too.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Embedded | AskFailed>;
  /** Lets go of what it holds in this process. */
  close?(): Promise<void>;
}

export interface Embedded {
  readonly vectors: readonly Float32Array[];
  /** As the endpoint counts them; estimated by length where it does not say. */
  readonly inputTokens: number;
}
