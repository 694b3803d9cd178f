import type { Usage } from "../model/ask.ts";
import type { Queryable } from "./database.ts";

/** One time a model was asked. */
export interface ModelCall {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly model: string;
  readonly storyId: string;
  readonly part: string;
  /** "answered", or why there was no answer. */
  readonly outcome: string;
  readonly usage: Usage;
}

/** What a model took over a time. */
export interface Spending {
  readonly calls: number;
  readonly failed: number;
  readonly stories: number;
  readonly tokens: number;
  readonly cost: number;
}

export async function recordCall(db: Queryable, call: ModelCall): Promise<void> {
  const { id, at, model, storyId, part, outcome, usage } = call;
  await db.query(
    `insert into model_calls (id, at, model, story_id, part, outcome, input_tokens, output_tokens, cost)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [id, at, model, storyId, part, outcome, usage.inputTokens, usage.outputTokens, usage.cost ?? null],
  );
}

/** What a model is called for: parts of pages, or the vectors of articles. */
export type CallKind = "pages" | "embeddings";

/** What was spent on all models since a moment, for all or for one kind of call. */
export async function spentSince(db: Queryable, since: string, kind?: CallKind): Promise<Spending> {
  const [row] = await db.query<Spending>(
    `select count(*)::int as calls, count(*) filter (where outcome <> 'answered')::int as failed,
       count(distinct story_id)::int as stories,
       coalesce(sum(input_tokens + output_tokens), 0)::float8 as tokens, coalesce(sum(cost), 0)::float8 as cost
     from model_calls where at >= $1 and ($2::text is null or (part = 'embedding') = ($2 = 'embeddings'))`,
    [since, kind ?? null],
  );
  return row ?? { calls: 0, failed: 0, stories: 0, tokens: 0, cost: 0 };
}

/** The moment of the first call for a page since then; undefined where there was none. */
export async function firstCallSince(db: Queryable, since: string): Promise<string | undefined> {
  const [row] = await db.query<{ at: string | null }>(
    "select min(at) as at from model_calls where at >= $1 and part <> 'embedding'",
    [since],
  );
  return row?.at ?? undefined;
}
