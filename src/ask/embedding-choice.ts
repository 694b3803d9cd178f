import { basename } from "node:path";
import { type EndpointChoice, parseModelChoice } from "./model-choice.ts";

/** Which embedding model is asked, and how it is reached. */
export type EmbeddingChoice = EmbeddingEndpoint | EmbeddingFolder;

/** A model behind an endpoint. */
export interface EmbeddingEndpoint extends EndpointChoice {
  readonly provider: "openai-compatible";
  readonly url: string;
}

/** A model in a folder, run in this process. */
export interface EmbeddingFolder {
  readonly provider: "transformers";
  readonly folder: string;
  readonly name: string;
}

/** "openai-compatible:http://127.0.0.1:11434/v1#bge-m3" or "transformers:FOLDER"; a string says in words what is wrong with it. */
export function parseEmbeddingChoice(setting: string): EmbeddingChoice | string {
  const folder = /^transformers:(.+)$/.exec(setting.trim())?.[1]?.trim().replace(/\/+$/, "");
  if (folder) return { provider: "transformers", folder, name: basename(folder) };
  if (!setting.trim().startsWith("openai-compatible:"))
    return "must be openai-compatible:ADDRESS#NAME or transformers:FOLDER";
  const choice = parseModelChoice(setting, "BACKSTORY_EMBEDDING_KEY");
  if (typeof choice === "string") return choice;
  const { url, name } = choice as EmbeddingEndpoint;
  return { provider: "openai-compatible", url, name };
}
