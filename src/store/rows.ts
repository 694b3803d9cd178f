/** A row as the model has it: columns that are null are absent. */
export function present<T extends object>(row: { readonly [K in keyof T]: T[K] | null }): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}
