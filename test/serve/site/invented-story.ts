import type { Briefing, DisagreementVersion, Source } from "../../../src/model/briefing.ts";
import type { Citation, Claim, Voice } from "../../../src/model/claim.ts";
import type { Outlet, OutletKind } from "../../../src/model/outlet.ts";
import type { LoadedStory } from "../../../src/serve/site/story-view.ts";
import type { SiteEdition } from "../../../src/serve/site-edition.ts";

/** A story of an invented harbour, as it would come out of the store: eight outlets, one agency text that three print. */

const day = (time: string) => `2026-11-24T${time}:00.000Z`;

const outlet = (id: string, name: string, kind: OutletKind, country: string, language = "en"): Outlet => ({
  id,
  name,
  kind,
  country,
  language,
  family: id,
  use: "text",
});

export const outlets: readonly Outlet[] = [
  outlet("pinnace-wire", "Pinnace Wire", "agency", "IE"),
  outlet("corvale-herald", "The Corvale Herald", "newspaper", "IE"),
  outlet("brightwater-post", "Brightwater Post", "newspaper", "NZ"),
  outlet("radio-nessa", "Radio Nessa", "public-service", "IE"),
  outlet("innerthaler-bote", "Innerthaler Bote", "newspaper", "AT", "de"),
  outlet("voice-of-ostrana", "Voice of Ostrana", "state-medium", "KZ"),
  outlet("kestrel-daily", "Kestrel Daily", "digital", "NZ"),
];

const source = (articleId: string, name: string, title: string, at: string, rest: Partial<Source> = {}): Source => ({
  articleId,
  outlet: name,
  title,
  url: `https://${name.toLowerCase().replace(/\W+/g, "-")}.example/${articleId}`,
  publishedAt: day(at),
  language: "en",
  genre: "report",
  ...rest,
});

export const sources: readonly Source[] = [
  source("a1", "Pinnace Wire", "Ferry runs aground off Corvale, passengers taken ashore", "05:31"),
  source("a2", "The Corvale Herald", "Ferry runs aground off Corvale", "05:58", { copyOf: "a1" }),
  source("a3", "Brightwater Post", "Passengers rescued after ferry grounding", "06:20", { copyOf: "a1" }),
  source("a4", "Radio Nessa", "“We heard it scrape”: a night on the Merle", "07:05"),
  source("a5", "Innerthaler Bote", "Fähre läuft vor Corvale auf Grund: 212 Menschen gerettet", "08:40", {
    language: "de",
  }),
  source("a6", "Voice of Ostrana", "Corvale port authority denies pilot shortage", "09:15"),
  source("a7", "The Corvale Herald", "Two of four pilots were off sick, rota shows", "10:02"),
  source("a8", "Kestrel Daily", "Explainer: why the Merle needed a pilot at all", "10:44", {
    genre: "explainer",
    copyOf: "a1",
  }),
  source("a9", "The Upland Mail", "Opinion: the harbour we did not pay for", "11:20", { genre: "opinion" }),
];

const quotes: Readonly<Record<string, string>> = {
  a1: "The car ferry Merle ran aground on the Sow Bank at 02:14 on Tuesday with 212 people on board, the Corvale coastguard said.",
  a2: "The car ferry Merle ran aground on the Sow Bank at 02:14 on Tuesday with 212 people on board.",
  a4: "All 212 passengers and crew were taken off by lifeboat before dawn, and nine were treated for cold, the harbour master Ada Renn told Radio Nessa.",
  a5: "Nach Angaben der Küstenwache wurden 212 Menschen gerettet, elf von ihnen kamen mit Unterkühlung ins Krankenhaus von Corvale.",
  a6: "The port authority of Corvale denied on Tuesday that there was a shortage of pilots.",
  a7: "Two of the port’s four pilots were off sick on Monday night, a rota seen by the Herald shows, and the ferry was cleared to enter without one.",
  a9: "A harbour that counts its pilots on one hand has decided what it thinks a ferry is worth.",
};

const cite = (articleId: string): Citation => {
  const quote = quotes[articleId] ?? "";
  return { articleId, start: 0, end: quote.length, quote };
};

const cites = (...ids: readonly [string, ...string[]]): readonly [Citation, ...Citation[]] => {
  const [first, ...rest] = ids;
  return [cite(first), ...rest.map(cite)];
};

/** A claim as verification would have made it. */
export function claim(text: string, voice: Voice, ...ids: readonly [string, ...string[]]): Claim {
  return { text, voice, citations: cites(...ids) } as Claim;
}

const version = (
  value: string,
  names: readonly string[],
  at: string,
  ...ids: [string, ...string[]]
): DisagreementVersion => ({
  value,
  outlets: names,
  at: day(at),
  citations: cites(...ids),
});

export const briefing: Briefing = {
  storyId: "merle1",
  revision: 3,
  language: "en",
  engine: "extractive",
  writtenAt: day("11:30"),
  headline: claim("Car ferry Merle runs aground off Corvale with 212 people on board", "fact", "a1", "a2"),
  standfirst: claim(
    "Eight outlets report this in nine articles from six independent origins; they differ on the number of injured.",
    "fact",
    "a1",
    "a4",
    "a5",
  ),
  sections: [
    {
      kind: "what-happened",
      claims: [
        claim(
          "The car ferry Merle ran aground on the Sow Bank at 02:14 on Tuesday with 212 people on board, the Corvale coastguard said (Pinnace Wire).",
          "fact",
          "a1",
          "a2",
          "a5",
        ),
        claim(
          "All 212 passengers and crew were taken off by lifeboat before dawn, and nine were treated for cold (Radio Nessa).",
          "attributed",
          "a4",
        ),
      ],
    },
    {
      kind: "behind-the-headline",
      thesis: claim(
        "Two of the port’s four pilots were off sick on Monday night, a rota shows (The Corvale Herald).",
        "analysis",
        "a7",
      ),
      claims: [
        claim(
          "The port authority of Corvale denied that there was a shortage of pilots (Voice of Ostrana).",
          "analysis",
          "a6",
        ),
        claim(
          "According to The Upland Mail, a harbour that counts its pilots on one hand has decided what it thinks a ferry is worth.",
          "analysis",
          "a9",
        ),
      ],
      inSum: claim("In sum, two voices are heard here, and neither says what comes next.", "analysis", "a6", "a9"),
    },
    {
      kind: "what-the-papers-say",
      claims: [
        claim("The Corvale Herald gives more room than the others to “pilots” and “rota”.", "fact", "a7"),
        claim(
          "Overall, all eight tell the grounding alike, but they differ on the number of injured.",
          "fact",
          "a1",
          "a4",
          "a5",
        ),
      ],
      outlets: [
        {
          outlet: "The Corvale Herald",
          emphasis: [claim("The ferry was cleared to enter without a pilot (The Corvale Herald).", "attributed", "a7")],
          onlyHere: [
            claim(
              "A rota seen by the Herald shows two of four pilots off sick (The Corvale Herald).",
              "attributed",
              "a7",
            ),
          ],
          omits: [],
        },
        {
          outlet: "Voice of Ostrana",
          emphasis: [
            claim(
              "The port authority denied that there was a shortage of pilots on Tuesday (Voice of Ostrana).",
              "attributed",
              "a6",
            ),
          ],
          onlyHere: [],
          omits: [
            claim(
              "Not in the one article of Voice of Ostrana we read until 09:15 UTC on 24 November 2026: all 212 passengers and crew were taken off by lifeboat (Radio Nessa).",
              "attributed",
              "a4",
              "a5",
            ),
          ],
        },
      ],
      disagreements: [
        {
          subject: "the number of injured",
          versions: [
            version("nine injured", ["Radio Nessa"], "07:05", "a4"),
            version("elf verletzt", ["Innerthaler Bote", "Voice of Ostrana"], "08:40", "a5"),
          ],
        },
      ],
      consensus: [
        claim("On the number of people on board, Pinnace Wire and Radio Nessa agree: 212.", "fact", "a1", "a4"),
      ],
      unknowns: [
        claim("It was not known why the ferry entered without a pilot (The Corvale Herald).", "attributed", "a7"),
      ],
    },
    {
      kind: "how-we-got-here",
      claims: [
        claim(
          "The Sow Bank has been marked as a danger since the harbour was dredged (Radio Nessa).",
          "attributed",
          "a4",
        ),
      ],
      timeline: [
        {
          date: "2021-03",
          claims: [claim("The port cut its pilots from six to four (The Corvale Herald).", "attributed", "a7")],
        },
        { date: "2026-11-24", claims: [claim("The Merle ran aground at 02:14 (Pinnace Wire).", "fact", "a1")] },
      ],
      earlierStories: [
        { storyId: "pilots9", headline: "Corvale pilots vote to strike over rotas", at: "2026-10-02T08:00:00.000Z" },
      ],
    },
    {
      kind: "questions",
      claims: [],
      questions: [
        {
          slug: "who-is-responsible-for-pilots-at-corvale",
          question: "Who is responsible for pilots at Corvale?",
          teaser: "The port authority, which says it has enough of them.",
          answer: [
            claim(
              "The port authority denied on Tuesday that there was a shortage of pilots (Voice of Ostrana).",
              "attributed",
              "a6",
            ),
          ],
        },
        {
          slug: "how-many-people-were-hurt-on-the-merle",
          question: "How many people were hurt on the Merle?",
          teaser: "Nine or eleven, depending on whom one reads.",
          answer: [
            claim(
              "Nine were treated for cold, the harbour master Ada Renn told Radio Nessa (Radio Nessa).",
              "attributed",
              "a4",
            ),
          ],
        },
      ],
      relatedStories: [
        { storyId: "gone1", headline: "Storm season opens early in the strait", reason: "Both name the Sow Bank." },
      ],
    },
    {
      kind: "topics",
      claims: [],
      entities: [
        {
          entityId: "local:ada-renn",
          name: "Ada Renn",
          type: "PER",
          description: "Harbour master of Corvale.",
          source: { kind: "articles", citations: cites("a4") },
        },
        {
          entityId: "Sow_Bank",
          name: "Sow Bank",
          type: "LOC",
          description: "A sandbank off the invented harbour of Corvale.",
          asOf: "2026-08",
          source: { kind: "facts", label: "Wikidata" },
        },
      ],
    },
  ],
  sources,
  skipped: [
    { part: "behind-the-headline", reason: "quote-not-verbatim", count: 2 },
    { part: "how-we-got-here.timeline", reason: "one-outlet", count: 1 },
  ],
};

export const loaded: LoadedStory = {
  story: {
    id: "merle1",
    slug: "car-ferry-merle-runs-aground-off-corvale",
    headline: briefing.headline.text,
    standfirst: briefing.standfirst.text,
    language: "en",
    subject: "world",
    firstSeenAt: day("05:31"),
    newestAt: day("11:20"),
    articles: 9,
    outlets: 8,
    origins: 6,
    change: 9,
  },
  briefing,
  newest: 3,
  corrections: [],
  outlets,
  linked: new Map([
    [
      "pilots9",
      {
        id: "pilots9",
        slug: "corvale-pilots-vote-to-strike",
        firstSeenAt: day("01:00"),
        articles: 3,
        outlets: 2,
        origins: 2,
        change: 1,
      },
    ],
  ]),
};

/** A site whose clock stands at noon. What its pages do not touch throws when they do. */
export const site: SiteEdition = {
  get db(): never {
    throw new Error("a view asks no store");
  },
  get changes(): never {
    throw new Error("a view hears no changes");
  },
  edition: {
    title: "The Strait",
    language: "en",
    languages: ["en", "de"],
    subjects: ["world", "business", "sport"],
    timeZone: "UTC",
    minArticles: 3,
    minOrigins: 2,
  },
  sample: false,
  version: "0.0.0",
  now: () => new Date(day("12:00")),
  checkClaim: () => ({}),
  stage: () => "up to date",
};
