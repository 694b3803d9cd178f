import type { Answer, Ask } from "../model/ask.ts";

/** A language model behind an endpoint. */
export interface LanguageModel {
  /** As readers see it: "llama3.2:8b". */
  readonly name: string;
  /** Never rejects: what goes wrong is a named failure. A stop through `signal` is one, too. */
  answer(ask: Ask, signal?: AbortSignal): Promise<Answer>;
  /** Lets go of what it holds in this process. */
  close?(): Promise<void>;
}
