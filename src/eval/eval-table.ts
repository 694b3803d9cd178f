/** One figure of an evaluation. */
export interface EvalRow {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
  /** Says how the figure came about where the name of the measure does not. */
  readonly note?: string;
}

/** The figures of one scorer, or why it could not run. */
export interface EvalTable {
  readonly name: string;
  readonly rows: readonly EvalRow[];
  readonly skipped?: string;
}
