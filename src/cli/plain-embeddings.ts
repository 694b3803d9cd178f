import { openEmbeddingModel } from "../ask/open-embedding-model.ts";
import { loadConfig } from "../config.ts";
import type { Article } from "../model/article.ts";
import type { Embedding } from "../model/embedding.ts";
import { embeddedText } from "../pipeline/embedded-text.ts";

/** What reads articles for a plain command: the embedding model of the environment, where it names one. */
export interface PlainEmbeddings {
  /** Undefined where the model does not know the language or does not answer, which is said once. */
  embed(article: Article): Promise<Embedding | undefined>;
  close(): Promise<void>;
}

/** Opens the embedding model that BACKSTORY_EMBEDDING_MODEL names; undefined where it names none. Nothing is kept. */
export function openPlainEmbeddings(): PlainEmbeddings | undefined {
  // A plain command reads no file of settings.
  const { use, key, timeoutSeconds, share, ...given } = loadConfig(undefined, process.env, {}, { file: false }).config
    .embedding;
  if (use === undefined) return undefined;
  const model = openEmbeddingModel(use, { timeoutMs: timeoutSeconds * 1000, ...(key !== undefined && { key }) });
  let isSaid = false;
  return {
    async embed(article) {
      const text = embeddedText(article, given);
      if (text === undefined) return undefined;
      const reply = await model.embed([text]);
      const [vector] = "failed" in reply ? [] : reply.vectors;
      if (vector) return { model: model.name, vector, share };
      if (!isSaid && "failed" in reply) console.error(`warning: articles go on by their words alone. ${reply.detail}`);
      isSaid = true;
      return undefined;
    },
    close: async () => model.close?.(),
  };
}
