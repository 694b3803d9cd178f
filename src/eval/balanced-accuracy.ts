/** How a check does at one threshold: the shares of true claims accepted and of false ones refused, and their mean. */
export interface BalancedAccuracy {
  readonly balanced: number;
  readonly accepted: number;
  readonly refused: number;
}

/** Scores from the threshold on accept. A class without examples counts as rightly judged. */
export function balancedAccuracy(
  judged: readonly { readonly supported: boolean; readonly score: number }[],
  threshold: number,
): BalancedAccuracy {
  const share = (supported: boolean) => {
    const of = judged.filter((one) => one.supported === supported);
    return of.length === 0 ? 1 : of.filter(({ score }) => score >= threshold === supported).length / of.length;
  };
  const [accepted, refused] = [share(true), share(false)];
  return { balanced: (accepted + refused) / 2, accepted, refused };
}
