/** Every number the engine with a model is tuned by. Chosen by reading prompts and pages, none measured on a set. */
export const engineParameters = {
  /** Passages in a prompt: at some 40 tokens each, a prompt of one to two thousand. */
  evidence: { happened: 14, behind: 18, papers: 24, past: 12, questions: 24 },
  /** Fewer passages are told by the outlets' own sentences. */
  leastEvidence: 2,
  /** Cosine from which a sentence of another origin is a copy and no second witness. */
  copied: 0.9,
  /** Of the terms of the shorter of two sentences, the share from which they tell the same. */
  repeatShare: 0.75,
  /** Words of a written sentence. */
  sentence: { least: 4, most: 45 },
  /** Words of a headline, and how much it says of what all outlets put first, beside the best of the outlets' own lines. */
  headline: { least: 4, most: 20, coreShare: 0.6 },
  /** Sentences of a part; what a model writes beyond is dropped. */
  sentences: { happened: 3, bullets: 7, papers: 8, past: 4, answer: 3 },
} as const;
