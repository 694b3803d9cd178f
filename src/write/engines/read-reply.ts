import type { z } from "zod";
import type { Answer } from "../../model/ask.ts";

/** Why a reply cannot be used. */
export type ReplyFault = "model-refused" | "model-cut-off" | "model-wrong-shape";

/**
 * What a reply holds, or what is wrong with it. A model that thinks aloud, or wraps its JSON in words or a fence, is understood; nothing beside
 * the JSON is.
 */
export function readReply<T>(
  { text, cutOff }: Extract<Answer, { text: string }>,
  schema: z.ZodType<T>,
): { readonly value: T } | { readonly fault: ReplyFault } {
  const spoken = withoutThoughts(text);
  const start = spoken.indexOf("{");
  if (start < 0) return { fault: cutOff ? "model-cut-off" : "model-refused" };
  const json = objectAt(spoken, start);
  if (json === undefined) return { fault: "model-cut-off" };
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { fault: "model-wrong-shape" };
  }
  const checked = schema.safeParse(parsed);
  return checked.success ? { value: checked.data } : { fault: "model-wrong-shape" };
}

/** What a model says after it has thought aloud. Thoughts may hold JSON of their own; some templates open them before the reply begins. */
function withoutThoughts(text: string): string {
  if (/^\s*\{/u.test(text)) return text;
  const ends = [...text.matchAll(/<\/(?:think|thinking|reasoning)>/giu)].map(
    ({ index, 0: mark }) => index + mark.length,
  );
  const end = ends.at(-1);
  if (end !== undefined) return text.slice(end);
  return /^\s*<(?:think|thinking|reasoning)>/iu.test(text) ? "" : text;
}

/** The text of the object that begins at a place; undefined where it never ends. */
function objectAt(text: string, start: number): string | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}
