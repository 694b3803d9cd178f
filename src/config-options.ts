import { z } from "zod";
import { parseEmbeddingChoice } from "./ask/embedding-choice.ts";
import { parseJudgeChoice, parseModelChoice } from "./ask/model-choice.ts";
import { parsePrice } from "./ask/prices.ts";
import { subjects } from "./model/edition.ts";

/** One setting: where it stands in backstory.toml, its environment variable, its default, and what it is for. */
export interface ConfigOption {
  readonly key: string;
  readonly env: string;
  readonly schema: z.ZodType;
  readonly fallback: unknown;
  readonly help: string;
  /** A secret is read from the environment or the file, and never shown. */
  readonly secret?: true;
  /** It is taken from the environment alone, so that it stands in no file that is copied, kept or shown. */
  readonly environmentOnly?: true;
  /** What to write in the file for an example where the default is no value at all. */
  readonly example?: string;
}

const text = z.string().min(1);
const whole = (low: number, high: number) => {
  const error = `must be a whole number from ${low} to ${high}`;
  return z.coerce.number({ error }).int({ error }).min(low, { error }).max(high, { error });
};
const flag = z.preprocess(
  (value) => (value === "true" || value === "1" ? true : value === "false" || value === "0" ? false : value),
  z.boolean(),
);
const list = (one: z.ZodType) =>
  z.preprocess((value) => (typeof value === "string" ? value.split(/[\s,]+/).filter(Boolean) : value), z.array(one));
const languageTag = z.string().regex(/^[a-z]{2,3}$/, "must be a two-letter language, such as en");
const timeZone = z.string().refine((zone) => isTimeZone(zone), "must be an IANA time zone, such as Europe/Berlin");
const webAddress = z
  .string()
  .refine(
    (url) => URL.canParse(url) && /^https?:/.test(url),
    "must be an address that begins with https:// or http://",
  );

const mailServer = z
  .string()
  .refine(
    (url) => URL.canParse(url) && /^smtps?:\/\/[^@]+$/.test(url),
    "must be smtp://HOST:PORT or smtps://HOST:PORT; user and password are settings of their own",
  );

const modelChoice = z.string().superRefine((setting, context) => {
  const choice = parseModelChoice(setting);
  if (typeof choice === "string") context.addIssue({ code: "custom", message: choice });
});
const judgeChoice = z.string().superRefine((setting, context) => {
  const choice = setting === "same" ? undefined : parseJudgeChoice(setting);
  if (typeof choice === "string") context.addIssue({ code: "custom", message: choice });
});
const embeddingChoice = z.string().superRefine((setting, context) => {
  const choice = parseEmbeddingChoice(setting);
  if (typeof choice === "string") context.addIssue({ code: "custom", message: choice });
});
const price = z
  .string()
  .refine((entry) => parsePrice(entry) !== undefined, "must be NAME=READ/WRITTEN, such as some-model=0.15/0.60");

/** Every setting of an edition, in the order of the file. docs/configuration.md and `backstory config init` are made from this table. */
export const configOptions = [
  option("title", text, "Backstory", "The name of your edition."),
  option("language", languageTag, "en", "The language of the site and of its own sentences."),
  option("languages", list(languageTag), ["en"], "Languages to read. Articles in others are skipped by name."),
  option("subjects", list(z.enum(subjects)), [...subjects], "Subject areas on the front page, in this order."),
  option("timeZone", timeZone, "UTC", "The time zone of dates on the site."),
  {
    ...option(
      "publicUrl",
      webAddress,
      undefined,
      "The address readers use, with its sub-path if it has one. Feeds and previews need it.",
    ),
    example: "https://news.example.org/backstory",
  },
  {
    ...option(
      "contact",
      text,
      undefined,
      "An e-mail or web address that outlets can reach you at. It is sent with every request.",
    ),
    example: "desk@example.org",
  },
  option("server.host", text, "127.0.0.1", "The address to listen on. 0.0.0.0 lets other machines in."),
  option("server.port", whole(0, 65535), 4321, "The port to listen on; 0 takes any free one."),
  option("store.dataDir", text, "data", "The folder of the embedded store, its dumps and its lock."),
  {
    ...option(
      "store.databaseUrl",
      text,
      undefined,
      "A PostgreSQL server in place of the embedded store.",
      "DATABASE_URL",
    ),
    secret: true as const,
    example: "postgres://backstory@localhost/backstory",
  },
  option(
    "store.dumpShare",
    z.coerce.number().min(0.01).max(0.9),
    0.2,
    "Dumps may take this share of the disk's free space.",
  ),
  option("fetch.timeoutSeconds", whole(1, 120), 20, "A request that takes longer is given up."),
  option("fetch.maxMegabytes", whole(1, 100), 10, "A larger body is refused."),
  option("fetch.delaySeconds", z.coerce.number().min(0).max(60), 1, "Pause between two requests to one host."),
  option("fetch.concurrency", whole(1, 512), 32, "Requests under way at once, over all hosts."),
  option(
    "fetch.allowedHosts",
    list(text),
    [],
    "Hosts, host:port pairs or address ranges that may be private and are asked without delay.",
  ),
  option("fetch.robots", flag, true, "Obey robots.txt."),
  option("feeds.shipped", flag, true, "Begin with the outlets and feeds that are shipped; false reads only your own."),
  option("feeds.minMinutes", whole(1, 1440), 10, "A feed is never polled more often."),
  option("feeds.maxMinutes", whole(1, 10080), 720, "A quiet feed is polled at least this often."),
  option("articles.maxAgeDays", whole(0, 36500), 0, "Skip articles older than this when they are found; 0 keeps all."),
  option(
    "stories.minArticles",
    whole(0, 100),
    0,
    "A story stands on the front page with at least so many articles; 0 takes 3, and 2 where fewer than 20 outlets are read …",
  ),
  option("stories.minOrigins", whole(1, 100), 2, "… of so many independent origins."),
  option(
    "knowledge.online",
    flag,
    true,
    "Ask Wikidata and Wikipedia who or what a name is that neither our facts nor the articles explain; false asks nobody.",
  ),
  option("daily.hour", whole(0, 23), 6, "The day's edition closes at this hour, in the time zone of the edition."),
  option("daily.stories", whole(12, 30), 20, "The day's edition has at most so many stories, of the subjects above."),
  {
    ...option(
      "mail.server",
      mailServer,
      undefined,
      "A mail server through which readers get the edition by e-mail when they ask for it: smtp://HOST:587 or smtps://HOST:465. Needs mail.from and publicUrl.",
    ),
    example: "smtps://mail.example.org:465",
  },
  { ...option("mail.from", text, undefined, "The sender of that mail."), example: "The Strait <news@example.org>" },
  { ...option("mail.user", text, undefined, "The user it signs in as."), example: "news@example.org" },
  {
    ...option("mail.password", text, undefined, "Its password, from the environment alone."),
    secret: true as const,
    environmentOnly: true as const,
  },
  {
    ...option(
      "model.use",
      modelChoice,
      undefined,
      "A language model that writes the pages of the front page: openai-compatible:ADDRESS#NAME, anthropic:#NAME or gguf:FILE.",
      "BACKSTORY_MODEL",
    ),
    example: "openai-compatible:http://127.0.0.1:11434/v1#llama3.2",
  },
  {
    ...option("model.key", text, undefined, "The key its endpoint asks for. It is taken from the environment alone."),
    secret: true as const,
    environmentOnly: true as const,
  },
  {
    ...option(
      "model.judge",
      judgeChoice,
      undefined,
      "A model that is asked of sentences in doubt whether their passages bear them out: same, one named as above, or nli:FOLDER.",
    ),
    example: "same",
  },
  {
    ...option("model.judgeKey", text, undefined, "The key of another judge's endpoint, from the environment alone."),
    secret: true as const,
    environmentOnly: true as const,
  },
  option("model.concurrency", whole(1, 64), 2, "Requests to the model under way at once."),
  option("model.timeoutSeconds", whole(1, 3600), 120, "A reply that takes longer is given up."),
  option(
    "model.dailyTokens",
    whole(0, 1_000_000_000),
    1_000_000,
    "Tokens a day (UTC), read and written; beyond them pages are extractive until the next. 0 sets no limit.",
  ),
  option("model.dailyMoney", z.coerce.number().min(0), 0, "The same in money, by the prices below. 0 sets no limit."),
  option(
    "model.prices",
    list(price),
    [],
    "What a million tokens cost, read and written, by model: NAME=READ/WRITTEN, in any one currency.",
  ),
  {
    ...option(
      "embedding.use",
      embeddingChoice,
      undefined,
      "An embedding model that helps to tell which articles tell the same story: openai-compatible:ADDRESS#NAME or transformers:FOLDER.",
      "BACKSTORY_EMBEDDING_MODEL",
    ),
    example: "openai-compatible:http://127.0.0.1:11434/v1#bge-m3",
  },
  {
    ...option(
      "embedding.key",
      text,
      undefined,
      "The key its endpoint asks for. It is taken from the environment alone.",
    ),
    secret: true as const,
    environmentOnly: true as const,
  },
  option(
    "embedding.languages",
    list(languageTag),
    [],
    "The languages it knows; articles in others are compared by their words. None named: all.",
  ),
  option(
    "embedding.share",
    z.coerce.number().min(0).max(1),
    0,
    "So much of the likeness of two articles of one language is the model's, 0 to 1. Measure before you raise it (docs/same-story.md).",
  ),
  option(
    "embedding.maxCharacters",
    whole(100, 100_000),
    1_500,
    "It is given so much of an article, from the title on. Many read 256 or 512 tokens and no more.",
  ),
  option("embedding.prefix", z.string(), "", 'Stands before each text, where the model was trained so: "query: ".'),
  option("embedding.batch", whole(1, 2048), 32, "Texts a request."),
  option("embedding.timeoutSeconds", whole(1, 3600), 60, "A request that takes longer is given up."),
  option(
    "embedding.dailyTokens",
    whole(0, 1_000_000_000),
    10_000_000,
    "Tokens a day (UTC) it may be given; beyond them articles are compared by their words. 0 sets no limit. In money it shares model.dailyMoney.",
  ),
  option(
    "limits.workers",
    whole(0, 64),
    0,
    "Threads that read articles and write pages; 0 takes one a core but one, up to four.",
  ),
] as const satisfies readonly ConfigOption[];

function option(key: string, schema: z.ZodType, fallback: unknown, help: string, env = envName(key)): ConfigOption {
  return { key, env, schema, fallback, help };
}

/** "fetch.maxMegabytes" -> "BACKSTORY_FETCH_MAX_MEGABYTES" */
function envName(key: string): string {
  return `BACKSTORY_${key
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replaceAll(".", "_")
    .toUpperCase()}`;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
