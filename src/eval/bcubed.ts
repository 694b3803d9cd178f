/** B-cubed precision, recall and F1 (Bagga & Baldwin 1998) of a grouping against the gold one; both give an item's group by its id. */
export function bCubed(
  found: ReadonlyMap<string, string>,
  gold: ReadonlyMap<string, string>,
): { precision: number; recall: number; f1: number } {
  const sizes = (groups: ReadonlyMap<string, string>) => {
    const counts = new Map<string, number>();
    for (const id of gold.keys()) {
      const group = groups.get(id) ?? id;
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return counts;
  };
  const foundSizes = sizes(found);
  const goldSizes = sizes(gold);
  const both = new Map<string, number>();
  const pairOf = (id: string) => `${found.get(id) ?? id}\n${gold.get(id)}`;
  for (const id of gold.keys()) both.set(pairOf(id), (both.get(pairOf(id)) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  for (const [id, group] of gold) {
    const shared = both.get(pairOf(id)) ?? 0;
    precision += shared / (foundSizes.get(found.get(id) ?? id) ?? 1);
    recall += shared / (goldSizes.get(group) ?? 1);
  }
  const count = Math.max(1, gold.size);
  precision /= count;
  recall /= count;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
