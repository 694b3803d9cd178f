/**
 * What a language model is asked: all it is told, and the shape its answer must have. Plain data, so that one can be handed to another
 * thread and equal asks have equal ids.
 */
export interface Ask {
  /** A hash of everything below: an ask that was answered once is never paid for again. */
  readonly id: string;
  /** The part of the page it is for, as in `SkippedPart.part`. */
  readonly part: string;
  /** The prompt it was made by, with its version: "what-happened@1". */
  readonly template: string;
  /** What we say. */
  readonly instructions: string;
  /** What is worked on: passages of strangers, marked off as data. */
  readonly prompt: string;
  /** The same for a model that knows nothing but whether one text follows from another; only what can be put so has it. */
  readonly entailment?: { readonly premise: string; readonly hypothesis: string };
  /** JSON Schema of the reply. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** What an answer took. */
export interface Usage {
  /** Tokens read and written, as the endpoint counts them; estimated by length where it does not say. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of the price table; absent where the model has no price. */
  readonly cost?: number;
}

export const noUsage: Usage = { inputTokens: 0, outputTokens: 0 };

/** Two usages as one; it has a cost where one of them has. */
export function sumOfUsage(a: Usage, b: Usage): Usage {
  const cost = a.cost === undefined && b.cost === undefined ? undefined : (a.cost ?? 0) + (b.cost ?? 0);
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    ...(cost !== undefined && { cost }),
  };
}

/** Why a model gave no answer. */
export type AskFailure =
  | "model-timeout"
  | "model-unreachable"
  | "model-busy"
  | "model-misconfigured"
  | "model-budget"
  | "model-stopped";

/** What came back: the reply as it was written, which is not trusted to be anything, or why there is none. */
export type Answer = { readonly text: string; readonly cutOff: boolean; readonly usage: Usage } | AskFailed;

/** That there is no answer, and why, in one line for whoever runs the edition. */
export interface AskFailed {
  readonly failed: AskFailure;
  readonly detail: string;
}

/** Answers by the id of what was asked. */
export type Answers = ReadonlyMap<string, Answer>;
