/** Words that stand before a person's name and are no part of it, lower case: addresses, ranks and offices. */
export const titleWords: ReadonlySet<string> = new Set(
  `mr mr. mrs mrs. ms ms. miss mx dr dr. president minister chairman chairwoman chairperson chair director secretary
  sen. sen senator rep. rep gov. gov governor judge justice king queen prince princess sheikh general gen. gen colonel col.
  col lt. lt sgt. sgt captain capt. capt officer coach professor prof. prof pope bishop archbishop cardinal chief leader
  spokesman spokeswoman spokesperson analyst ceo mayor ambassador premier chancellor commissioner lawmaker congressman
  congresswoman representative manager founder actor actress singer author lawyer attorney economist father sister brother
  sir lord lady dame pm mp mps dp sheriff detective inspector superintendent sergeant major maj. admiral adm. brigadier
  lieutenant corporal private marshal deputy counselor counsellor councilman councilwoman councillor councilor adviser
  advisor envoy emir sultan emperor empress duke duchess baron rabbi imam ayatollah pastor reverend rev. rev reporter
  correspondent editor journalist striker midfielder defender goalkeeper forward captain skipper administrator executive
  prosecutor magistrate speaker treasurer biologist scientist researcher historian novelist filmmaker herr frau monsieur
  madame mme. señor señora don doña chief-of-staff vice-president sp cm tycoon billionaire comrade aunt uncle mother`.split(
    /\s+/,
  ),
);
