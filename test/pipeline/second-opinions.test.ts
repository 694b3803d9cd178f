import { describe, expect, it } from "vitest";
import { loadLearned } from "../../src/learned.ts";
import type { Ask } from "../../src/model/ask.ts";
import { composeWith } from "../../src/pipeline/compose-briefing.ts";
import { secondOpinions } from "../../src/pipeline/second-opinions.ts";
import { modelEngine } from "../../src/write/engines/model-engine.ts";
import { composeScripted, numbersOf, type Script } from "../write/engines/scripted-replies.ts";
import { trawlerStory } from "../write/engines/trawler.ts";

const story = trawlerStory();
const learned = loadLearned();
const passage =
  "The release removes one obstacle to contacts between the two governments but settles nothing, diplomats said.";
const inDoubt = "Diplomats said that the release settles nothing.";
const yes = '{"missing": "", "borneOut": true}';

/** A page whose points are one sentence from one passage, put to a judge where there is one. */
function write(text: string, judge: ((ask: Ask) => string) | undefined) {
  const script: Script = (ask) => {
    if (ask.part === "second-opinion") return judge?.(ask) ?? "";
    const nothing = { text: "", passages: [] };
    if (!ask.template.startsWith("behind")) return JSON.stringify({ headline: nothing, sentences: [] });
    const point = { text, passages: numbersOf(ask, "removes one obstacle") };
    return JSON.stringify({ thesis: nothing, bullets: [point], inSum: nothing });
  };
  const { briefing, asked } = composeScripted(
    (answers) => composeWith(modelEngine("scripted"), story, learned, answers, judge ? { judge: secondOpinions } : {}),
    script,
  );
  const section = briefing.sections.find(({ kind }) => kind === "behind-the-headline");
  return {
    stands: section?.claims.some((claim) => claim.text === text && claim.written) ?? false,
    judged: briefing.writing?.judged,
    reasons: briefing.skipped.filter(({ part }) => part === "behind-the-headline").map(({ reason }) => reason),
    put: asked.filter(({ part }) => part === "second-opinion"),
    usage: briefing.writing?.usage,
    asked,
  };
}

describe("a second opinion", () => {
  it("lets a sentence in doubt stand, and the page says so", () => {
    const { stands, judged, reasons, usage, asked } = write(inDoubt, () => yes);
    expect({ stands, judged, reasons }).toEqual({ stands: true, judged: 1, reasons: [] });
    expect(usage?.inputTokens).toBe(700 * asked.length);
  });

  it("is asked of the sentence and its passages, and shown nothing else", () => {
    const [ask] = write(inDoubt, () => yes).put;
    expect(ask?.entailment).toEqual({ premise: passage, hypothesis: inDoubt });
    expect(ask?.prompt.replace(/ id="\w+"/g, "")).toBe(
      `<passages language="en">\n[1] ${passage}\n</passages>\n\n<sentence language="en">\n${inDoubt}\n</sentence>`,
    );
  });

  it.each([
    ["it says no", '{"missing": "that diplomats said so", "borneOut": false}'],
    ["it says yes and names what is missing", '{"missing": "who said it", "borneOut": true}'],
    ["it says neither", "It depends."],
  ])("leaves it out where %s", (_, reply) => {
    const { stands, judged, reasons } = write(inDoubt, () => reply);
    expect({ stands, judged, reasons }).toEqual({ stands: false, judged: undefined, reasons: ["in-doubt"] });
  });

  it("is not asked where there is no judge", () => {
    const { stands, reasons, put } = write(inDoubt, undefined);
    expect({ stands, reasons, put }).toEqual({ stands: false, reasons: ["in-doubt"], put: [] });
  });

  it.each([
    ["unseen-number", "Diplomats said that the release removes three obstacles but settles nothing."],
    ["unseen-quotation", 'The release "changes everything we knew", diplomats said.'],
  ])("is not asked where something speaks against a sentence: %s", (reason, text) => {
    const { stands, reasons, put } = write(text, () => yes);
    expect({ stands, reasons, put }).toEqual({ stands: false, reasons: [reason], put: [] });
  });
});
