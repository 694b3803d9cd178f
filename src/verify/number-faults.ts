import type { Quantity } from "../model/annotation.ts";

/** "about", "more than": so much of the value may lie between what is stated and what is given. */
const roundedShare = 0.1;

/** The stated numbers that none of the given ones bears out: neither the same at either end nor, where one of them is no exact number, close by. */
export function numbersNotIn(stated: readonly Quantity[], given: readonly Quantity[]): Quantity[] {
  return stated.filter((one) => !given.some((other) => bearsOut(one, other)));
}

function bearsOut(stated: Quantity, given: Quantity): boolean {
  if (given.low === stated.low || given.high === stated.high || given.low === stated.high) return true;
  const exact = stated.low === stated.high && given.low === given.high;
  return !exact && stated.low > 0 && Math.abs(given.low - stated.low) <= roundedShare * stated.low;
}
