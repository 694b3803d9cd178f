import type { Passage } from "./passage.ts";

/**
 * A few words of a passage as they stand there, around a place in its text: at most so many whole words before and after it, more where a name would be cut. They never
 * run over a comma, a stop or a quotation mark.
 */
export function verbatimWords({ text }: Pick<Passage, "text">, at: number, before: number, after: number): string {
  const stop =
    /(?<!\b(?:Jr|Sr|Mr|Mrs|Ms|Dr|St|No|Sen|Rep|Gov|Gen|\p{Lu}))[,;:.!?"“”„«»()–—]\s|[,;:.!?"“”„«»()–—]$|\s[–—-]\s/u;
  const left = text.slice(0, at).split(stop).at(-1) ?? "";
  const right = text.slice(at).split(stop)[0] ?? "";
  const words = (part: string) => part.match(/\S+\s*/g) ?? [];
  const own = words(left);
  let from = Math.max(0, own.length - before);
  // A name is not cut in two.
  while (from > 0 && /^\p{Lu}/u.test(own[from] ?? "") && /^\p{Lu}/u.test(own[from - 1] ?? "")) from--;
  return `${own.slice(from).join("")}${words(right).slice(0, after).join("")}`.trim();
}
