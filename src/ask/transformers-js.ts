/** What is used of @huggingface/transformers, which is not installed with Backstory, so that its own types are not there to check against. */
export interface TransformersJs {
  readonly env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  readonly AutoTokenizer: {
    from_pretrained(name: string, options: { local_files_only: true }): Promise<PairTokenizer>;
  };
  readonly AutoModelForSequenceClassification: {
    from_pretrained(name: string, options: { local_files_only: true; dtype: "fp32" | "q8" }): Promise<PairClassifier>;
  };
  pipeline(task: "feature-extraction", model: string, options: { dtype: "fp32" | "q8" }): Promise<FeatureExtractor>;
}

/** Gives a vector for each text. */
export interface FeatureExtractor {
  (texts: readonly string[], options: { pooling: "mean" | "cls"; normalize: true }): Promise<{ tolist(): number[][] }>;
  dispose(): Promise<unknown>;
}

/** Reads a pair of texts; what is too long for the model is cut at the end of the longer one. */
export type PairTokenizer = (text: string, options: { text_pair: string; truncation: true }) => PairTokens;

export interface PairTokens {
  readonly input_ids: { readonly size: number };
}

/** Gives a logit for each of its labels. */
export interface PairClassifier {
  (tokens: PairTokens): Promise<{ readonly logits: { readonly data: ArrayLike<number> } }>;
  readonly config: { readonly id2label?: Readonly<Record<string, string>> };
  dispose(): Promise<unknown>;
}
