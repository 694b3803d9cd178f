import { describe, expect, it } from "vitest";
import { outletRegister, unknownOutlet } from "../../src/model/outlet.ts";
import { pageOf, report, sectionOf } from "./compose-page.ts";

const title = "Bridge at Tolle to be closed";
const at = (hour: number) => `2026-03-02T0${hour}:00:00.000Z`;
const outlets = ["Harbour Gazette", "Inland Courier", "Skerry Times"];

function papersOf(tellings: readonly string[], register = outletRegister([])) {
  const articles = tellings.map((telling, index) =>
    report(`a${index}`, outlets[index] ?? "", at(index + 1), title, `${outlets[index]} went to Tolle.`, telling),
  );
  return sectionOf(pageOf(articles, register), "what-the-papers-say");
}

const ofMinistry = [
  "The Ministry of Harbours said the old bridge at Tolle would be closed to lorries for six weeks in spring.",
  "The old bridge at Tolle will be closed to lorries for six weeks in spring, the ministry said in a statement.",
  "According to the Ministry of Harbours, the old bridge at Tolle will be closed to lorries for six weeks in spring.",
];

describe("what all outlets have from one source", () => {
  it("is told as that source's word and is no consensus", () => {
    const papers = papersOf(ofMinistry);
    const claims = papers?.claims.map(({ text }) => text) ?? [];
    expect(claims.filter((text) => / all cite /.test(text))).toEqual([
      expect.stringMatching(
        /^(?:(?:Harbour Gazette|Inland Courier|Skerry Times)(?:, | and )?){3} all cite the Ministry of Harbours for this: .*bridge at Tolle/,
      ),
    ]);
    expect(papers?.claims.at(-1)?.text).toBe(
      "Overall, all three outlets report the same main event, and have it from the Ministry of Harbours.",
    );
    expect(papers?.consensus.filter(({ text }) => /Tolle/.test(text))).toEqual([]);
  });

  it("is no such thing where one outlet knows it otherwise", () => {
    const [first = "", second = ""] = ofMinistry;
    const papers = papersOf([
      first,
      second,
      "The old bridge at Tolle will be closed to lorries for six weeks in spring, haulier Anselm Ruyk said.",
    ]);
    expect(papers?.claims.filter(({ text }) => / cite /.test(text))).toEqual([]);
  });

  it("and the word of one state's media count as one voice", () => {
    const register = outletRegister(
      outlets.map((name) => ({ ...unknownOutlet(name), kind: "state-medium" as const, place: "Kestria" })),
    );
    const told = "The old bridge at Tolle was closed to lorries on Sunday for six weeks.";
    const papers = papersOf([told, told, told], register);
    expect(papers?.claims.map(({ text }) => text)).toContain(
      "Harbour Gazette (state media), Inland Courier (state media) and Skerry Times (state media) belong to one state, so that they count as one voice.",
    );
    expect(papers?.consensus).toEqual([]);
  });
});
