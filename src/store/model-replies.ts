import type { Answer } from "../model/ask.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

export type Reply = Extract<Answer, { text: string }>;

/** What a model replied to these asks before, by the ask's id. */
export async function findReplies(
  db: Queryable,
  model: string,
  asks: readonly string[],
): Promise<ReadonlyMap<string, Reply>> {
  const rows = await db.query<{ ask: string; doc: Reply }>(
    "select ask, doc from model_replies where model = $1 and ask = any($2)",
    [model, asks],
  );
  return new Map(rows.map(({ ask, doc }) => [ask, doc]));
}

/** Keeps a reply; the first one to an ask stays. */
export async function saveReply(db: Queryable, model: string, ask: string, reply: Reply, at: string): Promise<void> {
  await db.query("insert into model_replies (model, ask, at, doc) values ($1, $2, $3, $4) on conflict do nothing", [
    model,
    ask,
    at,
    toJson(reply),
  ]);
}
