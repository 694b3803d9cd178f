import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configTemplate, loadConfig } from "../src/config.ts";

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "backstory-config-")), "backstory.toml");
  writeFileSync(file, text);
  return file;
}

const settingOf = (loaded: ReturnType<typeof loadConfig>, key: string) =>
  loaded.values.find((value) => value.key === key);

describe("the settings", () => {
  it("come from the file, the environment over it, and the command line over both, each with its origin", () => {
    const file = fileWith('title = "The Alder Edition"\nlanguage = "de"\n[server]\nport = 8000\nhost = "0.0.0.0"\n');
    const loaded = loadConfig(
      file,
      { BACKSTORY_SERVER_PORT: "8001", BACKSTORY_LANGUAGE: "fr" },
      { "server.port": 8002 },
    );
    expect([loaded.config.title, loaded.config.language, loaded.config.server]).toEqual([
      "The Alder Edition",
      "fr",
      { host: "0.0.0.0", port: 8002 },
    ]);
    expect(["title", "language", "server.port", "timeZone"].map((key) => settingOf(loaded, key)?.origin)).toEqual([
      file,
      "environment (BACKSTORY_LANGUAGE)",
      "command line",
      "default",
    ]);
  });

  it("have each table, also where nothing in it is set", () => {
    expect(loadConfig(undefined, {}).config.mail).toEqual({});
  });

  it("name the nearest setting when one is unknown", () => {
    const file = fileWith("[fetch]\nmaxMegabyte = 3\n");
    expect(() => loadConfig(file, {})).toThrow(
      `${file} has an unknown setting "fetch.maxMegabyte"; the nearest is "fetch.maxMegabytes".`,
    );
  });

  it("say in one line what is wrong with a value and where it stands", () => {
    expect(() => loadConfig(undefined, { BACKSTORY_TIME_ZONE: "Mars/Olympus" })).toThrow(
      'timeZone (environment (BACKSTORY_TIME_ZONE)): "Mars/Olympus" will not do, it must be an IANA time zone, such as Europe/Berlin.',
    );
    expect(() => loadConfig(fileWith("title = \n"), {})).toThrow(/cannot be read, line 1/);
    expect(() => loadConfig("no-such.toml", {})).toThrow(
      "no-such.toml does not exist; `backstory config init` writes one.",
    );
  });

  it("never show a secret", () => {
    const loaded = loadConfig(undefined, { DATABASE_URL: "postgres://desk:hunter2@db/backstory" });
    expect(loaded.config.store.databaseUrl).toBe("postgres://desk:hunter2@db/backstory");
    expect(JSON.stringify(loaded.values)).not.toContain("hunter2");
  });

  it("take the model's key from the environment alone, and never show it", () => {
    const loaded = loadConfig(undefined, { BACKSTORY_MODEL_KEY: "k-123" });
    expect([loaded.config.model.key, settingOf(loaded, "model.key")?.value]).toEqual(["k-123", "(set, not shown)"]);
    const file = fileWith('[model]\nkey = "k-123"\n');
    expect(() => loadConfig(file, {})).toThrow(
      `${file} holds model.key; take it out and put it into the environment as BACKSTORY_MODEL_KEY.`,
    );
  });

  it("name what is wrong with a model", () => {
    expect(() => loadConfig(undefined, { BACKSTORY_MODEL: "llama3.2" })).toThrow(
      'model.use (environment (BACKSTORY_MODEL)): "llama3.2" will not do, it must be openai-compatible:ADDRESS#NAME, anthropic:#NAME or gguf:FILE.',
    );
    expect(() => loadConfig(undefined, { BACKSTORY_MODEL_PRICES: "some-model:1" })).toThrow(
      "must be NAME=READ/WRITTEN, such as some-model=0.15/0.60",
    );
  });

  it("are all in the file that init writes, which reads back as the defaults", () => {
    const file = fileWith(configTemplate());
    expect(loadConfig(file, {}).config).toEqual(loadConfig(undefined, {}).config);
    const uncommented = fileWith(configTemplate().replace(/^# (\w+ = )/gm, "$1"));
    const elsewhere = loadConfig(uncommented, {}).values.filter(({ origin }) => origin !== uncommented);
    expect(elsewhere.map(({ key }) => key)).toEqual(["mail.password", "model.key", "model.judgeKey", "embedding.key"]);
  });

  it("warns of a variable that looks like a setting and is none", () => {
    const { warnings } = loadConfig(undefined, { BACKSTORY_SERVER_PROT: "3", BACKSTORY_LANGUAGE: "en", PATH: "/bin" });
    expect(warnings).toEqual(["BACKSTORY_SERVER_PROT sets nothing; the nearest is BACKSTORY_SERVER_PORT."]);
  });
});
