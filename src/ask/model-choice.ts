/** Which model writes, and how it is reached. */
export interface ModelChoice {
  readonly provider: "openai-compatible" | "anthropic";
  /** Where its endpoint is, without a slash at the end; absent for the provider's own. */
  readonly url?: string;
  readonly name: string;
}

const shape = /^(openai-compatible|anthropic):([^#]*)#(.+)$/;

/** "openai-compatible:http://127.0.0.1:11434/v1#llama3.2" or "anthropic:#claude-…"; a string says in words what is wrong with it. */
export function parseModelChoice(setting: string): ModelChoice | string {
  const [, provider, url = "", name = ""] = shape.exec(setting.trim()) ?? [];
  if (provider === undefined) return "must be openai-compatible:ADDRESS#NAME or anthropic:#NAME";
  if (url === "")
    return provider === "anthropic"
      ? { provider, name: name.trim() }
      : "must have the endpoint's address before the #, such as openai-compatible:http://127.0.0.1:11434/v1#llama3.2";
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return "must have an address that begins with https:// or http:// before the #";
  const { username, password, search } = new URL(url);
  // An address is shown in logs and messages; a key is not.
  if (username !== "" || password !== "" || search !== "")
    return "must be an address without a key in it; the key stands in BACKSTORY_MODEL_KEY";
  return { provider: provider as ModelChoice["provider"], url: url.replace(/\/+$/, ""), name: name.trim() };
}
