import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readReply } from "../../../src/write/engines/read-reply.ts";

const schema = z.object({ sentences: z.array(z.string()) });
const read = (text: string, cutOff = false) =>
  readReply({ text, cutOff, usage: { inputTokens: 1, outputTokens: 1 } }, schema);
const good = { value: { sentences: ["It is closed {for now}."] } };

describe("a reply", () => {
  it.each([
    ["alone", '{"sentences": ["It is closed {for now}."]}'],
    ["in a fence", '```json\n{"sentences": ["It is closed {for now}."]}\n```'],
    ["among words", 'Here you are: {"sentences": ["It is closed {for now}."]} I hope this helps!'],
    [
      "behind thoughts that began before it",
      'I could say {"sentences": []}.</think>{"sentences": ["It is closed {for now}."]}',
    ],
    ["behind thoughts", '<think>The user wants {"sentences": []}.</think>\n{"sentences": ["It is closed {for now}."]}'],
  ])("is read where its JSON stands %s", (_, text) => {
    expect(read(text)).toEqual(good);
  });

  it.each([
    ["model-refused", "I'm sorry, but I can't help with that.", false],
    ["model-refused", "", false],
    ["model-refused", '<think>{"sentences": ["a thought"]}', false],
    ["model-cut-off", '<think>{"sentences": ["a thought"]}', true],
    ["model-cut-off", '{"sentences": ["It is clo', true],
    ["model-cut-off", '{"sentences": ["It is clo', false],
    ["model-wrong-shape", '{"sentences": "It is closed."}', false],
    ["model-wrong-shape", "{'sentences': []}", false],
  ])("is %s: %s", (fault, text, cutOff) => {
    expect(read(text, cutOff)).toEqual({ fault });
  });
});
