/** What a query of the store is asked of: the database itself, or a transaction on it. */
export interface Queryable {
  /** The rows of one statement. `$1` … stand for the parameters. Times come as ISO 8601 strings, counts as numbers. */
  query<Row extends object = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** One PostgreSQL, embedded or a server. Inside a transaction only its own Queryable may be used: the embedded one has one connection. */
export interface Database extends Queryable {
  readonly kind: "pglite" | "postgres";
  /** Commits what `work` did, or takes all of it back when it throws. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
