/** Precision, recall and F1 of the pairs that a grouping puts together, against those of the gold one; both give an item's group by its id. */
export function pairwise(
  found: ReadonlyMap<string, string>,
  gold: ReadonlyMap<string, string>,
): { precision: number; recall: number; f1: number } {
  const pairsOf = (keys: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    let pairs = 0;
    for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
    return pairs;
  };
  const ids = [...gold.keys()];
  const groupOf = (id: string) => found.get(id) ?? id;
  const both = pairsOf(ids.map((id) => `${groupOf(id)}\n${gold.get(id)}`));
  const inFound = pairsOf(ids.map(groupOf));
  const inGold = pairsOf(ids.map((id) => gold.get(id) ?? id));
  const precision = inFound === 0 ? 1 : both / inFound;
  const recall = inGold === 0 ? 1 : both / inGold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
