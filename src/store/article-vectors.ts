import type { ArticleId } from "../model/article.ts";
import type { Queryable } from "./database.ts";

/** A vector of an article's text. */
export interface ArticleVectorRow {
  readonly articleId: ArticleId;
  /** Of all the model was given. */
  readonly textHash: string;
  readonly vector: Float32Array;
}

/** What a model made of these texts before, by their hash. */
export async function findVectors(
  db: Queryable,
  model: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const rows = await db.query<{ hash: string; vector: string }>(
    `select distinct on (text_hash) text_hash as hash, vector from article_vectors
     where model = $1 and text_hash = any($2::text[]) order by text_hash, article_id`,
    [model, hashes],
  );
  return new Map(rows.map(({ hash, vector }) => [hash, fromBase64(vector)]));
}

/** Keeps vectors with their articles, in place of older ones of the same model. */
export async function saveVectors(
  db: Queryable,
  model: string,
  rows: readonly ArticleVectorRow[],
  at: string,
): Promise<void> {
  await db.query(
    `insert into article_vectors (article_id, model, text_hash, at, vector)
     select article_id, $1, text_hash, $2, vector from unnest($3::text[], $4::text[], $5::text[]) as new (article_id, text_hash, vector)
     on conflict (article_id, model) do update set text_hash = excluded.text_hash, at = excluded.at, vector = excluded.vector`,
    [
      model,
      at,
      rows.map(({ articleId }) => articleId),
      rows.map(({ textHash }) => textHash),
      rows.map(({ vector }) => toBase64(vector)),
    ],
  );
}

function toBase64(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64");
}

function fromBase64(text: string): Float32Array {
  // A copy: a buffer of Node's may begin anywhere, and numbers of 32 bits may not.
  return new Float32Array(Uint8Array.from(Buffer.from(text, "base64")).buffer);
}
