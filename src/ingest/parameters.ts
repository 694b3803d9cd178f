/** Every tunable number of the ingest stage. */
export const ingestParameters = {
  /** Larger documents are refused before they are read: the fetcher stops earlier, and the largest feed of the shipped edition is 3 MB. */
  maxBytes: 50_000_000,
  /** Elements nested deeper than this end the reading: the deepest of 4,200 feeds written to try parsers has 14 levels, XHTML content 30. */
  maxDepth: 200,
  /** The same for the HTML within an item, where authors leave elements open. */
  maxMarkupDepth: 1000,
  /** Elements and pieces of text; 50,000 items have about 1.2 million. Memory is about 150 bytes each. */
  maxNodes: 2_000_000,
  /** Characters of one piece of text, before its entities are decoded. */
  maxTextLength: 4_000_000,
  /** Attributes of one element. */
  maxAttributes: 64,
  /** Entities a document may declare, the characters of each, and how many characters all their uses may bring: a bomb stays a pop. */
  maxDoctypeLength: 200_000,
  maxEntities: 200,
  maxEntityLength: 500,
  maxEntityCharacters: 100_000,
  /** The newest of more items are kept: an archive is not news, and the largest real feeds list some 500. */
  maxItems: 2000,
  /** Characters. Headlines have about 60; beyond this a title is a mistake of the feed. */
  maxTitleLength: 500,
  /** Characters of HTML: the longest live pages have half of it. */
  maxContentLength: 1_000_000,
  /** A description longer than this (characters of text) is the article, not its summary; excerpts have 150 to 300. */
  maxSummaryLength: 1500,
  /** Characters of an id, an address, a name, a tag; and how many authors and tags an item may have. */
  maxIdLength: 2000,
  maxUrlLength: 4000,
  maxNameLength: 200,
  maxNames: 50,
  /** Brackets within brackets; JSON Feed itself has 5. */
  maxJsonDepth: 100,
  /** How often a JSON document that breaks off is cut back to an earlier "}" until it can be read. */
  maxJsonCuts: 30,
  /** A page may offer this many feeds; the first ones are meant for readers. */
  maxOfferedFeeds: 50,
  /** Characters of a page in which feeds are looked for. */
  maxPageLength: 3_000_000,
  /** Feeds of one OPML list; the longest public lists have about 5,000. */
  maxOpmlFeeds: 20_000,
  /** A feed whose newest item is older is called stale: weeklies are silent for a week, and a month of holidays happens. */
  staleDays: 45,
  /** A feed's answer that takes longer is called slow: a busy day more, and it meets the time limit (20 s by default). */
  slowMs: 3_000,
} as const;
