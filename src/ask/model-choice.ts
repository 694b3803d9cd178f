import { basename } from "node:path";

/** Which model writes, and how it is reached. */
export type ModelChoice = EndpointChoice | GgufChoice;

/** Which model judges what is in doubt. */
export type JudgeChoice = ModelChoice | NliChoice;

/** A model behind an endpoint. */
export interface EndpointChoice {
  readonly provider: "openai-compatible" | "anthropic";
  /** Where its endpoint is, without a slash at the end; absent for the provider's own. */
  readonly url?: string;
  readonly name: string;
}

/** A model in a file, run in this process. */
export interface GgufChoice {
  readonly provider: "gguf";
  readonly file: string;
  readonly name: string;
}

/** A model of natural language inference in a folder, run in this process. */
export interface NliChoice {
  readonly provider: "nli";
  readonly folder: string;
  readonly name: string;
}

const shape = /^(openai-compatible|anthropic):([^#]*)#(.+)$/;

/** "openai-compatible:http://127.0.0.1:11434/v1#llama3.2", "anthropic:#claude-…" or "gguf:some-model.gguf"; a string says in words what is wrong with it. */
export function parseModelChoice(setting: string, keyVariable = "BACKSTORY_MODEL_KEY"): ModelChoice | string {
  const file = /^gguf:(.+)$/.exec(setting.trim())?.[1]?.trim();
  if (file !== undefined) return { provider: "gguf", file, name: basename(file).replace(/\.gguf$/i, "") };
  const [, provider, url = "", name = ""] = shape.exec(setting.trim()) ?? [];
  if (provider === undefined) return "must be openai-compatible:ADDRESS#NAME, anthropic:#NAME or gguf:FILE";
  if (url === "")
    return provider === "anthropic"
      ? { provider, name: name.trim() }
      : "must have the endpoint's address before the #, such as openai-compatible:http://127.0.0.1:11434/v1#llama3.2";
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return "must have an address that begins with https:// or http:// before the #";
  const { username, password, search } = new URL(url);
  // An address is shown in logs and messages; a key is not.
  if (username !== "" || password !== "" || search !== "")
    return `must be an address without a key in it; the key stands in ${keyVariable}`;
  return { provider: provider as EndpointChoice["provider"], url: url.replace(/\/+$/, ""), name: name.trim() };
}

/** A judge's setting: that of a model, or "nli:some-folder"; a string says in words what is wrong with it. */
export function parseJudgeChoice(setting: string): JudgeChoice | string {
  const folder = /^nli:(.+)$/.exec(setting.trim())?.[1]?.trim();
  return folder === undefined ? parseModelChoice(setting) : { provider: "nli", folder, name: basename(folder) };
}
