/** A part of a passage: marked where the sentence above it has the same words. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** So many words in a row are the outlet's own words; fewer are the language's. */
const sharedRun = 3;

/**
 * Shows which words of a passage a sentence rests on: runs of three and more that both have, and the names and figures in both. Where
 * they share none, as across languages, the whole passage bears it out and is marked.
 */
export function markedWords(passage: string, sentence: string): Run[] {
  const there = wordsOf(passage);
  const marked = markedIn(there, wordsOf(sentence), passage);
  if (!marked.includes(true)) return [{ text: passage, marked: true }];
  const runs: Run[] = [];
  const push = (text: string, isMarked: boolean) => {
    const last = runs.at(-1);
    if (text === "") return;
    if (last?.marked === isMarked) runs[runs.length - 1] = { text: last.text + text, marked: isMarked };
    else runs.push({ text, marked: isMarked });
  };
  let at = 0;
  for (const [index, { start, end }] of there.entries()) {
    // What stands between two marked words is marked with them.
    push(passage.slice(at, start), marked[index] === true && marked[index - 1] === true);
    push(passage.slice(start, end), marked[index] === true);
    at = end;
  }
  push(passage.slice(at), false);
  return runs;
}

function markedIn(there: readonly Word[], here: readonly Word[], passage: string): boolean[] {
  const marked = there.map(() => false);
  const starts = new Map<string, number[]>();
  for (const [index, { key }] of here.entries()) starts.set(key, [...(starts.get(key) ?? []), index]);
  for (let at = 0; at < there.length; at++) {
    for (const start of starts.get(there[at]?.key ?? "") ?? []) {
      let length = 0;
      while (there[at + length] && there[at + length]?.key === here[start + length]?.key) length++;
      const isName = /^\p{Lu}|\p{N}/u.test(passage.slice(there[at]?.start, there[at]?.end)) && at > 0;
      if (length >= sharedRun || isName)
        marked.fill(true, at, at + Math.max(1, isName && length < sharedRun ? 1 : length));
    }
  }
  return marked;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.,’'-][\p{L}\p{M}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    key: word.toLowerCase().replaceAll("’", "'"),
  }));
}
