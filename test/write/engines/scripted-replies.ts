import type { Answer, Answers, Ask } from "../../../src/model/ask.ts";
import type { Composed } from "../../../src/pipeline/compose-briefing.ts";

/** What a scripted model says to an ask: the text of its reply, or an answer of its own. */
export type Script = (ask: Ask) => string | Answer;

/** A reply as it comes from an endpoint that counts. */
export function replyOf(text: string, cutOff = false): Answer {
  return { text, cutOff, usage: { inputTokens: 700, outputTokens: 90 } };
}

/** Composes a page with a scripted model, round by round, until nothing is open. */
export function composeScripted(
  compose: (answers: Answers) => Composed,
  script: Script,
): Composed & { readonly asked: readonly Ask[] } {
  const answers = new Map<string, Answer>();
  const asked: Ask[] = [];
  for (;;) {
    const composed = compose(answers);
    if (composed.open.length === 0) return { ...composed, asked };
    for (const ask of composed.open) {
      const said = script(ask);
      answers.set(ask.id, typeof said === "string" ? replyOf(said) : said);
      asked.push(ask);
    }
  }
}

/** The numbers under which a prompt has the passages that hold some words. */
export function numbersOf({ prompt }: Ask, ...words: readonly string[]): number[] {
  return words.map((one) => {
    const line = prompt.split("\n").find((text) => /^\[\d+\]/.test(text) && text.includes(one));
    if (!line) throw new Error(`no passage holds "${one}" in:\n${prompt}`);
    return Number(/^\[(\d+)\]/.exec(line)?.[1]);
  });
}

/** Good replies to all that is asked on the trawler. */
export function goodReply(ask: Ask): string {
  const sentence = (text: string, ...words: readonly string[]) => ({ text, passages: numbersOf(ask, ...words) });
  switch (ask.template.split("@")[0]) {
    case "what-happened":
      return JSON.stringify({
        headline: sentence(
          "Kestria frees Velmaran trawler crew after the Sorrel Islands mediated",
          "freed with their vessel",
        ),
        sentences: [
          sentence(
            "Nine crew members of a Velmaran trawler seized by Kestria were freed with their vessel on Friday after the Sorrel Islands mediated, officials in both capitals said.",
            "freed with their vessel",
          ),
          sentence(
            "A Kestrian patrol boat had seized the trawler with nine crew in the Savra Strait, Velmara's coastguard said.",
            "A Kestrian patrol boat seized",
          ),
        ],
      });
    case "behind-the-headline":
      return JSON.stringify({
        thesis: sentence(
          "The release removes one obstacle to contacts between the two governments but settles nothing, diplomats said, and underwriters have doubled war-risk premiums for fishing vessels in the Savra Strait.",
          "removes one obstacle",
          "Underwriters have doubled",
        ),
        bullets: [
          sentence(
            "Kestria is expected to insist that Velmaran boats keep 20 miles from its coast, Tern Wire writes.",
            "is expected to insist",
          ),
          sentence(
            "Underwriters have doubled war-risk premiums for fishing vessels in the Savra Strait, to 0.9 percent of a hull's value.",
            "Underwriters have doubled",
          ),
        ],
        inSum: sentence(
          "Diplomats said the release settles nothing, and premiums for fishing vessels have doubled.",
          "removes one obstacle",
          "Underwriters have doubled",
        ),
      });
    case "how-we-got-here":
      return JSON.stringify({
        sentences: [
          sentence(
            "The islands act for both countries under an arrangement made after talks at Cape Orin broke down in 2023.",
            "The islands act for both",
          ),
          sentence(
            "In the past year the competent organs recorded 16 cases in which foreign vessels approached without permission.",
            "recorded 16 cases",
          ),
        ],
      });
    case "what-the-papers-say":
      return JSON.stringify({
        sentences: [
          sentence(
            "Tern Wire reports that a Kestrian patrol boat seized a Velmaran trawler with nine crew, while Dunvar Voice writes of a foreign vessel that had intruded two nautical miles into the territorial waters of the country.",
            "A Kestrian patrol boat seized",
            "A patrol boat of the Kestrian navy",
          ),
          sentence(
            "Port Ansel Mercury reports that the skipper told the consul that his boat had been outside the line.",
            "The skipper told the consul",
          ),
        ],
      });
    case "questions":
      return JSON.stringify({ answers: [] });
    default:
      return JSON.stringify({ sentences: [] });
  }
}
