import { type Answers, type Ask, noUsage, sumOfUsage, type Usage } from "../../model/ask.ts";

/** What the answers to some asks took, all together. */
export function usageOf(asks: readonly Ask[], answers: Answers): Usage {
  const used = [...new Set(asks.map(({ id }) => id))].flatMap((id) => {
    const answer = answers.get(id);
    return answer && "text" in answer ? [answer.usage] : [];
  });
  return used.reduce(sumOfUsage, noUsage);
}
