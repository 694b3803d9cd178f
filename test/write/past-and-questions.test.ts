import { describe, expect, it } from "vitest";
import { outletRegister, unknownOutlet } from "../../src/model/outlet.ts";
import { pageOf, report, sectionOf } from "./compose-page.ts";

const ferry = [
  report(
    "a1",
    "Harbour Gazette",
    "2026-03-02T18:00:00.000Z",
    "Ferry Sea Marigold runs aground off Quillan Point, nine injured",
    "The ferry Sea Marigold ran aground off Quillan Point on Monday with 214 people aboard, and nine passengers were injured, the coastguard said.",
    "Tugs from Brackwater reached the Sea Marigold within an hour and took the passengers off before dark.",
    "The Sea Marigold was built in 1987 and was bought by the Sound Line company in 2019 after its first owner failed.",
    "In June 2024 the Sea Marigold lost power twice on the same route, and the Sound Line company was fined 40,000 crowns.",
    "It is not yet known why the Sea Marigold left the marked channel.",
  ),
  report(
    "a2",
    "Inland Courier",
    "2026-03-04T09:00:00.000Z",
    "Inquiry into the grounding of the Sea Marigold begins",
    "The accident board opened its inquiry into the grounding of the ferry Sea Marigold on Wednesday and took the ship's log ashore.",
    "Twelve passengers were injured when the Sea Marigold ran aground, the hospital in Brackwater said.",
    'Laura Hill, the chief inspector of the accident board, said: "We shall read the log before we read the newspapers."',
    "The board expects to publish a first report on the Sea Marigold by the end of April.",
    "The grounding was caused by a change of course that the bridge did not confirm, according to two people who have heard the recording.",
  ),
  report(
    "a3",
    "Skerry Times",
    "2026-03-05T09:00:00.000Z",
    "Sea Marigold floated free at high tide",
    "The ferry Sea Marigold floated free at high tide on Thursday and was towed to Brackwater, where divers will look at her hull.",
    "Laura Hill, the chief inspector of the accident board, asked passengers to hand in their photographs of the grounding.",
    "The Sound Line company has cancelled all crossings to the islands until the middle of March.",
  ),
];

describe("how we got here", () => {
  const section = sectionOf(pageOf(ferry), "how-we-got-here");

  it("recounts the past in sentences that date it", () => {
    expect(section?.claims.map(({ text }) => text).join(" ")).toMatch(/1987|June 2024/);
  });

  it("sets the steps of the story under their days, in order", () => {
    const dates = section?.timeline.map(({ date }) => date) ?? [];
    expect(dates).toEqual([...dates].sort());
    expect(dates).toEqual(expect.arrayContaining(["2026-03-02", "2026-03-04"]));
    const opened = section?.timeline.find(({ date }) => date === "2026-03-04");
    expect(opened?.claims[0]?.text).toContain("opened its inquiry");
  });

  describe("of a state medium", () => {
    const register = outletRegister([{ ...unknownOutlet("Brackwater Voice"), kind: "state-medium" }]);
    const praise =
      "The respected harbour master inspected the hull of the ferry Sea Marigold on 3 March and gave guidance to the divers.";
    const told = (...more: readonly string[]) => {
      const title = "Sea Marigold inspected";
      const voice = report("a4", "Brackwater Voice", "2026-03-05T10:00:00.000Z", title, praise);
      const others = more.map((text) => report("a5", "Sound Post", "2026-03-05T11:00:00.000Z", title, text));
      const page = pageOf([...ferry, voice, ...others], register);
      return sectionOf(page, "how-we-got-here")?.timeline.map(({ date }) => date);
    };

    it("takes no step that it alone reports", () => {
      expect(told()).not.toContain("2026-03-03");
    });

    it("but one that another outlet reports as well", () => {
      expect(
        told("The harbour master inspected the hull of the ferry Sea Marigold on 3 March with the divers."),
      ).toContain("2026-03-03");
    });
  });

  it("is named as skipped where nothing of what came before is told", () => {
    const page = pageOf([
      report(
        "b1",
        "Harbour Gazette",
        "2026-03-02T18:00:00.000Z",
        "A seal visits the harbour",
        "A seal swam into the harbour of Brackwater and slept on the slipway for the whole afternoon.",
      ),
    ]);
    expect(sectionOf(page, "how-we-got-here")).toBeUndefined();
    expect(page.skipped).toContainEqual({ part: "how-we-got-here", reason: "no-past-told", count: 1 });
  });
});

describe("the questions", () => {
  const page = pageOf(ferry);
  const questions = sectionOf(page, "questions")?.questions ?? [];

  it("ask what the articles answer, each once and at an address of its own", () => {
    expect(questions.length).toBeGreaterThanOrEqual(2);
    expect(new Set(questions.map(({ slug }) => slug)).size).toBe(questions.length);
    expect(questions.map(({ question }) => question)).toEqual(
      expect.arrayContaining(["What happens next with the Sea Marigold?"]),
    );
  });

  it("are answered in one to four sentences that are not what happened told again", () => {
    const told = sectionOf(page, "what-happened")?.claims.map(({ text }) => text) ?? [];
    for (const { answer } of questions) {
      expect(answer.length).toBeGreaterThanOrEqual(1);
      expect(answer.length).toBeLessThanOrEqual(4);
      for (const claim of answer) expect(told).not.toContain(claim.text);
    }
  });

  it("have teasers of 25 to 60 words that give no answer away", () => {
    for (const { teaser, answer } of questions) {
      const words = teaser.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(25);
      expect(words).toBeLessThanOrEqual(60);
      for (const claim of answer) expect(teaser).not.toContain(claim.text);
    }
  });
});

describe("a question of somebody's words", () => {
  const asked = (...more: readonly string[]) => {
    const harbour = report(
      "a4",
      "Sound Post",
      "2026-03-05T11:00:00.000Z",
      "Sea Marigold: the board asks for help",
      ...more,
    );
    const section = sectionOf(pageOf([...ferry, harbour]), "questions");
    return section?.questions.map(({ question, answer }) => [question, answer[0]?.text]) ?? [];
  };

  it("is asked of nobody whom one outlet quotes in passing, nor of half a name", () => {
    const questions = asked(
      "The accident board has asked everybody who saw the Sea Marigold leave the channel to bring photographs, films and notes to its office in Brackwater, where the log of the ferry lies as well.",
      "The Sound Line company, which owns the Sea Marigold, keeps its crews ashore until the board has heard them all, and pays them in the meantime as if they were at sea.",
      "Passenger Solund said the Sea Marigold ran aground while the ferry's passengers were at supper.",
      "Baker Mira Tolle said the ferry Sea Marigold ran aground in sight of her shop on Quillan Point.",
    ).map(([question]) => question);
    expect(questions.filter((question) => /Solund|Tolle/.test(question ?? ""))).toEqual([]);
  });
});

describe("a question of what comes next", () => {
  it("is not answered by what a person says will come to others", () => {
    const of = (id: string, outlet: string, hour: string) =>
      report(
        id,
        outlet,
        `2026-03-05T${hour}:00:00.000Z`,
        "Irja Solund warns the harbour council",
        `Irja Solund warned the harbour council of Brackwater in ${outlet} that the quay is old.`,
        "The harbour council will probably have to close the quay next year, Irja Solund warned.",
      );
    const page = pageOf([
      of("c1", "Harbour Gazette", "08"),
      of("c2", "Inland Courier", "09"),
      of("c3", "Skerry Times", "10"),
    ]);
    const questions = sectionOf(page, "questions")?.questions.map(({ question }) => question) ?? [];
    expect(questions).not.toContain("What happens next with Irja Solund?");
  });
});

describe("a page", () => {
  it("is the same whenever it is written from the same articles", () => {
    const again = pageOf([...ferry].reverse());
    expect(again).toEqual(pageOf(ferry));
  });
});
