/** What is used of node-llama-cpp, which is not installed with Backstory, so that its own types are not there to check against. */
export interface LlamaCpp {
  getLlama(options: { build: "never"; maxThreads: number; logLevel: string }): Promise<Llama>;
  readonly LlamaChatSession: new (options: { contextSequence: LlamaSequence; systemPrompt: string }) => LlamaSession;
}

export interface Llama {
  loadModel(options: { modelPath: string }): Promise<LlamaModel>;
  createGrammarForJsonSchema(schema: object): Promise<LlamaGrammar>;
  dispose(): Promise<void>;
}

export interface LlamaModel {
  createContext(options: { contextSize: { min: number; max: number } }): Promise<{ getSequence(): LlamaSequence }>;
}

export interface LlamaSequence {
  readonly tokenMeter: { readonly usedInputTokens: number; readonly usedOutputTokens: number };
}

export interface LlamaSession {
  promptWithMeta(
    prompt: string,
    options: { grammar: LlamaGrammar; maxTokens: number; temperature: number; signal: AbortSignal },
  ): Promise<{ responseText: string; stopReason: string }>;
  dispose(options: { disposeSequence: boolean }): void;
}

declare const grammar: unique symbol;
export interface LlamaGrammar {
  readonly [grammar]: true;
}
