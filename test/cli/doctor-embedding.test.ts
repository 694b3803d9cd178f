import { describe, expect, it } from "vitest";
import { embeddingFindings } from "../../src/cli/doctor-embedding.ts";
import { loadConfig } from "../../src/config.ts";
import { type ScriptedEmbeddings, scriptedEmbeddings } from "../ask/scripted-embeddings.ts";

const own = "Until then articles are compared by their words alone.";
const configOf = (url: string, more: Record<string, string> = {}) =>
  loadConfig(undefined, {
    BACKSTORY_EMBEDDING_MODEL: `openai-compatible:${url}#m`,
    BACKSTORY_LANGUAGES: "en,de",
    ...more,
  }).config;

/** What a model makes of the trial's texts that knows English, and German where it is told. */
const knowing = (german: boolean) => (texts: readonly string[]) =>
  texts.map((text) => {
    const english = [/sink|ferry went/i, /rates? /i, /vaccine/i, /penalt/i];
    const inGerman = [/Fähre/, /Leitzins/, /Malaria/, /Elfmeter/];
    return [1, ...english.map((pattern, at) => (pattern.test(text) || (german && inGerman[at]?.test(text)) ? 3 : 0))];
  });
const serve = (vectors: (texts: readonly string[]) => number[][]) =>
  scriptedEmbeddings(({ input }): ScriptedEmbeddings => ({ vectors: vectors(input) }));

describe("doctor on the embedding model", () => {
  it("says nothing where none is configured", async () =>
    expect(await embeddingFindings(loadConfig(undefined, {}).config)).toEqual([]));

  it("says how many dimensions, how fast, and which languages it knows", async () => {
    const { url } = await serve(knowing(true));
    expect(await embeddingFindings(configOf(url))).toEqual([
      {
        name: "embedding",
        words: expect.stringMatching(/^m answers: 5 dimensions, an article in \d+\.\d seconds\. It knows en, de\.$/),
      },
    ]);
  });

  it("says what to do where it does not know one", async () => {
    const { url } = await serve(knowing(false));
    const words = expect.stringContaining("It knows en and not de.");
    expect(await embeddingFindings(configOf(url))).toEqual([
      { name: "embedding", words, todo: "Set embedding.languages to en." },
    ]);
    expect(await embeddingFindings(configOf(url, { BACKSTORY_EMBEDDING_LANGUAGES: "en" }))).toEqual([
      { name: "embedding", words },
    ]);
  });

  it("says that articles are too long for it", async () => {
    const { url } = await scriptedEmbeddings(({ input }) =>
      input.length > 1 ? { vectors: knowing(true)(input) } : { status: 400, body: "input is too long" },
    );
    expect(await embeddingFindings(configOf(url))).toEqual([
      {
        name: "embedding",
        words:
          "It takes no 1500 characters. The model's endpoint refuses: it does not take the request (HTTP 400: input is too long).",
        todo: `Lower embedding.maxCharacters. ${own}`,
      },
    ]);
  });

  it("names the cause where it does not answer, and never the key", async () => {
    const { url } = await scriptedEmbeddings(() => ({ status: 401, body: "bad key k-123" }));
    expect(await embeddingFindings(configOf(url, { BACKSTORY_EMBEDDING_KEY: "k-123" }))).toEqual([
      {
        name: "embedding",
        words:
          "The model's endpoint refuses: the key in BACKSTORY_EMBEDDING_KEY was not accepted (HTTP 401: bad key (key)).",
        todo: own,
      },
    ]);
  });
});
