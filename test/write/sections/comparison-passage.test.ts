import { expect, it } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { sectionContext } from "../../../src/write/draft-briefing.ts";
import { emphasisOf } from "../../../src/write/emphasis.ts";
import { emphasisClaims } from "../../../src/write/sections/comparison-passage.ts";
import { materialOf } from "../compose-page.ts";

const articleOf = (id: string, outlet: string, publishedAt: string, paragraphs: readonly string[]): Article => ({
  id,
  outlet,
  title: "",
  text: paragraphs.join("\n"),
  publishedAt,
  language: "en",
});

/** Invented. Each outlet tells the same closure of a tram line, and something of its own besides. */
const articles = [
  articleOf("a1", "Tolle Gazette", "2026-03-10T05:00:00.000Z", [
    "The city of Tolle will close its harbour tram line for two years from May while the sea wall beneath it is rebuilt. The council voted for the closure by 21 to 9 on Monday night.",
    "Shopkeepers on Quay Street fear the closure will empty the harbour. Quay Street lost a third of its customers when the bridge was shut in 2019. The Quay Street shopkeepers asked the council for a free bus along the quay. The council has not answered the shopkeepers of Quay Street yet.",
    "Trams to the harbour carry 18,000 passengers on a working day. Buses will replace them, the council said. The bakery at the corner of Quay Street plans to close on weekdays. Mayor Hedda Lorn said that the wall could not wait another winter.",
    "The wall was built 90 years ago from local stone. Nobody has repaired it since the flood of 1987. Work is to begin at the old fish market and to move south by 20 metres a week. Night shifts are not planned, because people live above the arcades. Three firms have offered to do the work, and one of them will be chosen in April. The rails will be kept in a shed at Lorn Field and laid again at the end. Passengers with a season ticket get a quarter of its price back. The replacement buses will leave from the theatre every six minutes.",
  ]),
  articleOf("b1", "Inland Courier", "2026-03-10T06:30:00.000Z", [
    "Tolle is to close its harbour tram line for two years from May so that the sea wall under the rails can be rebuilt. The council approved the closure by 21 votes to 9 on Monday.",
    "The Treasury pays two thirds of the cost of the sea wall. The Treasury has asked for a report on the cost every three months. A Treasury letter of January put the cost at 310 million crowns. The loan of the city for the rest of the cost runs for thirty years.",
    "The tram carries 18,000 passengers on a working day, and buses will replace it. Mayor Hedda Lorn said that the wall could not wait another winter. The finance office of the city expects no rise in fares.",
    "Three firms have offered to build the new wall; one of them will be chosen in April. Work begins at the old fish market. Season tickets will be a quarter cheaper while the buses run. The old wall has stood for 90 years and was last repaired after the flood of 1987. Its stones are to be sold. The rails will be stored at Lorn Field until the line opens again. A clause in the contract lets the city leave it if the price of steel rises by more than a tenth. Two members of the council asked for a cheaper plan with concrete and were voted down.",
  ]),
  articleOf("c1", "Senn Post", "2026-03-10T08:00:00.000Z", [
    "The harbour tram in Tolle will stop in May for two years, because the sea wall on which it runs has to be rebuilt. The council decided on the closure on Monday, by 21 votes to 9.",
    "Engineers found cracks in the sea wall after the January storm. The cracks run for 400 metres below the rails. The engineers of the Port Institute measured the cracks with divers. Divers of the Port Institute will come back in April.",
    "Some 18,000 passengers take the tram on a working day. Buses will replace it, according to the council. The Port Institute recommends a new wall of steel piles. Mayor Hedda Lorn said that the wall could not wait another winter.",
    "The wall is 90 years old and was last repaired after the flood of 1987. Work begins at the old fish market, and one of three firms will be chosen for it in April. Holders of season tickets get a quarter of the price back. The rails are to lie at Lorn Field until the line opens again. The storm of January pushed waves over the wall for eleven hours. Until the rails are gone, trams must pass the fish market at walking pace. A gauge on the wall sends its readings to the harbour office every ten minutes.",
  ]),
];

const passage = (some: readonly Article[]) => {
  const context = sectionContext(materialOf(some));
  return emphasisClaims(emphasisOf(context.reading), context).map(({ text, citations }) => [
    text,
    ...citations.map(({ quote }) => quote),
  ]);
};

it("sets two outlets against each other in a clause each that has what they stress, and tells the third by its names", () => {
  expect(passage(articles)).toEqual([
    [
      "While Tolle Gazette stresses “Shopkeepers on Quay Street fear the closure will empty the harbour”, Inland Courier stresses “The Treasury pays two thirds of the cost of the sea wall”.",
      "Shopkeepers on Quay Street fear the closure will empty the harbour.",
      "The Treasury pays two thirds of the cost of the sea wall.",
    ],
    [
      "Senn Post gives more room than the others to “Port Institute”.",
      "The engineers of the Port Institute measured the cracks with divers.",
    ],
  ]);
});
