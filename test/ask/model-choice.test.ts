import { describe, expect, it } from "vitest";
import { parseJudgeChoice, parseModelChoice } from "../../src/ask/model-choice.ts";

describe("the choice of a model", () => {
  it.each([
    [
      "openai-compatible:http://127.0.0.1:11434/v1/#llama3.2:8b",
      { provider: "openai-compatible", url: "http://127.0.0.1:11434/v1", name: "llama3.2:8b" },
    ],
    ["anthropic:#claude-x", { provider: "anthropic", name: "claude-x" }],
    [
      "anthropic:https://proxy.example/v1#claude-x",
      { provider: "anthropic", url: "https://proxy.example/v1", name: "claude-x" },
    ],
    ["gguf:/models/pebble-8b.Q4.gguf", { provider: "gguf", file: "/models/pebble-8b.Q4.gguf", name: "pebble-8b.Q4" }],
    ["llama3.2", "must be openai-compatible:ADDRESS#NAME, anthropic:#NAME or gguf:FILE"],
    [
      "openai-compatible:#llama3.2",
      "must have the endpoint's address before the #, such as openai-compatible:http://127.0.0.1:11434/v1#llama3.2",
    ],
    ["openai-compatible:127.0.0.1#x", "must have an address that begins with https:// or http:// before the #"],
    [
      "openai-compatible:https://desk:secret@host/v1#x",
      "must be an address without a key in it; the key stands in BACKSTORY_MODEL_KEY",
    ],
    [
      "openai-compatible:https://host/v1?key=secret#x",
      "must be an address without a key in it; the key stands in BACKSTORY_MODEL_KEY",
    ],
    ["nli:/models/inference", "must be openai-compatible:ADDRESS#NAME, anthropic:#NAME or gguf:FILE"],
  ])("%s", (setting, choice) => expect(parseModelChoice(setting)).toEqual(choice));
});

describe("the choice of a judge", () => {
  it.each([
    ["nli:/models/inference-small", { provider: "nli", folder: "/models/inference-small", name: "inference-small" }],
    ["anthropic:#claude-x", { provider: "anthropic", name: "claude-x" }],
    ["llama3.2", "must be openai-compatible:ADDRESS#NAME, anthropic:#NAME or gguf:FILE"],
  ])("%s", (setting, choice) => expect(parseJudgeChoice(setting)).toEqual(choice));
});
