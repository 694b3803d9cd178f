import type { Ask } from "../../../src/model/ask.ts";

interface Numbered {
  readonly number: number;
  readonly outlet: string;
  readonly text: string;
}

/** A model that writes any story: it keeps close to the passages, and joins and attributes as it was told. Reads nothing but its prompt. */
export function plainWriter({ prompt }: Pick<Ask, "prompt">): string {
  const passages = [...prompt.matchAll(/^\[(\d+)\] ([^\n]*?), [^,\n]+ \d{1,2}, \d{4}, [^:\n]+: (.+)$/gm)].map(
    ([, number, outlet = "", text = ""]): Numbered => ({ number: Number(number), outlet, text }),
  );
  const plain = passages.filter(({ text }) => /^\p{Lu}/u.test(text) && !/["“”„«»]/u.test(text) && text.length < 220);
  const tell = ({ number, text }: Numbered) => ({ text, passages: [number] });
  const join = (some: readonly Numbered[]) => ({
    text: some
      .map(({ text }) => text.replace(/\.$/, ""))
      .join("; ")
      .concat("."),
    passages: some.map(({ number }) => number),
  });
  const [first] = plain;
  const other = plain.find(({ outlet }) => outlet !== first?.outlet);
  const pair = first && other ? [first, other] : plain.slice(0, 1);
  const says = ({ number, outlet, text }: Numbered) => ({
    text: `${text.replace(/\.$/, "")}, ${outlet} reports.`,
    passages: [number],
  });
  if (prompt.includes("These sentences were refused.")) return JSON.stringify({ sentences: [] });
  if (prompt.includes('"headline":')) {
    const short = plain.find(({ text }) => text.split(" ").length <= 14);
    return JSON.stringify({
      headline: short ? { ...tell(short), text: short.text.replace(/\.$/, "") } : { text: "", passages: [] },
      sentences: plain.slice(0, 3).map(tell),
    });
  }
  if (prompt.includes('"thesis":'))
    return JSON.stringify({ thesis: join(pair), bullets: plain.slice(0, 6).map(tell), inSum: join(pair.toReversed()) });
  if (prompt.includes('"question" is'))
    return JSON.stringify({ answers: [{ question: 1, sentences: plain.slice(0, 2).map(tell) }] });
  if (prompt.includes("tell readers of one paper")) {
    const outlets = [...new Map(plain.map((one) => [one.outlet, one])).values()];
    return JSON.stringify({ sentences: outlets.slice(0, 6).map(says) });
  }
  return JSON.stringify({ sentences: plain.slice(0, 3).map(tell) });
}
