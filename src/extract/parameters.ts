/** Every tunable number of the extraction stage. */
export const extractParameters = {
  /** Larger pages are refused before parsing: of the 91 pages of the public article benchmark the largest is 2.3 MB. */
  maxHtmlLength: 6_000_000,
  /** Elements nested deeper than this are no article, and recursion over them could exhaust the stack. */
  maxDepth: 400,
  /** Of the 221 pages of the public sets the largest has 9,888 elements; the tree of 30,000 is read in three seconds. */
  maxElements: 30_000,
  /** Of the same 221 pages the largest has 14,644 runs of text between tags and entities. */
  maxTextPieces: 50_000,
  /** Characters of text that are kept of one article; the longest live pages have about half of it. */
  maxTextLength: 200_000,
  /** Fewer characters than this say too little to quote from; AskNews drops what is under 150. */
  minTextLength: 150,
  /** A list or div that is mostly links is navigation; a paragraph may be, so it has a higher bar. Measured: F1 .957 -> .961. */
  maxLinkShareOfBlock: 0.6,
  maxLinkShareOfParagraph: 0.9,
  /** Lines shorter than this that begin like page furniture ("Read more") are dropped. Measured: F1 .961 -> .964. */
  maxFurnitureLength: 140,
} as const;
