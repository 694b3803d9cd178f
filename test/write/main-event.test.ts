import { describe, expect, it } from "vitest";
import { unknownOutlet } from "../../src/model/outlet.ts";
import { pageOf, report, sectionOf } from "./compose-page.ts";

const day = "2026-03-02T08:00:00.000Z";
const later = "2026-03-02T09:00:00.000Z";

const market = [
  "The council of Tolle voted on Monday to close the fish market on Salt Quay after 140 years.",
  "Dealers of the fish market have to leave Salt Quay by June, the council said.",
  "The stalls on Salt Quay opened in the year 1886.",
];
const marketToo = [
  "Councillors in Tolle decided on Monday to close the fish market on Salt Quay, which is 140 years old.",
  "The dealers on Salt Quay get no other hall from the council of Tolle.",
  "Their stalls have been there since 1886.",
];
const ferry = [
  "A car ferry with 214 people aboard ran aground off Merrin in thick fog on Sunday night.",
  "Tugs freed the ship at high water and nobody aboard was hurt, the harbour master said.",
  "Divers will look at the hull on Tuesday.",
];

describe("the outlets that report the main event", () => {
  it("are those that open with it, and no others", () => {
    const page = pageOf([
      report("a1", "Harbour Gazette", day, "Tolle to close fish market on Salt Quay", ...market),
      report("a2", "Inland Courier", later, "Fish market on Salt Quay in Tolle closes", ...marketToo),
      report("a3", "Senn Post", later, "Ferry aground off Merrin in fog", ...ferry),
    ]);
    expect(sectionOf(page, "what-the-papers-say")?.claims.at(-1)?.text).toBe(
      "Overall, two of the three outlets report the same main event.",
    );
  });

  it("are named as none where each opens with something else", () => {
    const page = pageOf([
      report("a1", "Harbour Gazette", day, "Tolle to close fish market on Salt Quay", ...market),
      report("a3", "Senn Post", later, "Ferry aground off Merrin in fog", ...ferry),
    ]);
    expect(sectionOf(page, "what-the-papers-say")?.claims.at(-1)?.text).toBe(
      "Overall, the two outlets put different things first, and most of them do not open with one event.",
    );
  });
});

it("what a state medium alone reports does not stand first, nor as the past of the story", () => {
  const page = pageOf(
    [
      report(
        "a1",
        "Kestria Voice",
        day,
        "Market on Salt Quay",
        "The wise council of Tolle gave the people of Salt Quay a new future with a vote on the fish market on Monday.",
        "In the year 2019 the people of Salt Quay in Tolle thanked the council for the fish market.",
      ),
      report("a2", "Harbour Gazette", later, "Tolle to close fish market on Salt Quay", ...market),
      report("a3", "Inland Courier", later, "Fish market on Salt Quay in Tolle closes", ...marketToo),
    ],
    (name) => ({ ...unknownOutlet(name), ...(name === "Kestria Voice" && { kind: "state-medium" }) }),
  );
  expect(sectionOf(page, "what-happened")?.claims[0]?.text).not.toMatch(/Kestria Voice/);
  expect(JSON.stringify(sectionOf(page, "how-we-got-here") ?? "")).not.toMatch(/thanked the council/);
});

it("a story is headed by an outlet's title where the first lines of all are of something else", () => {
  const page = pageOf([
    report(
      "a1",
      "Harbour Gazette",
      day,
      "Tolle Council Closes Fish Market on Orm Lane",
      "Rules on fresh food have become stricter in all towns of Kestria since May.",
      "Nobody has seen the end of it, and the rain has not stopped for a week.",
      "Scales were tested in May.",
      "The council closes the fish market on Orm Lane in Tolle in June.",
    ),
    report(
      "a2",
      "Inland Courier",
      later,
      "Tolle Council Closes Fish Market on Orm Lane",
      "Spring storms kept most boats of the coast in port for eleven days.",
      "Ice was dear in April.",
      "Crews went inland to look for work.",
      "The council closes the fish market on Orm Lane in Tolle in June.",
    ),
    report(
      "a3",
      "Senn Post",
      later,
      "Tolle Council Closes Fish Market on Orm Lane",
      "Prices of salt rose by a tenth in the winter.",
      "Cod came from the north by rail.",
      "Some cooks gave up.",
      "The council closes the fish market on Orm Lane in Tolle in June.",
    ),
  ]);
  expect(page.headline.text).toBe("Tolle council closes fish market on Orm Lane");
});
