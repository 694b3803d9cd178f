/**
 * Every number the extractive engine is tuned by. "Measured" means on the editors' round-ups of the AllSides stories or
 * on Multi-News (see docs/writing.md); "chosen" means by reading pages.
 */
export const parameters = {
  /** Reading. */
  passage: {
    /** Sentences of one article looked at; what a report has to say stands before this. Chosen. */
    perArticle: 60,
    /** Sentences read of a whole story, shared among its articles, and the least an article gets. Measured: 60 articles in 0.3 s. */
    perStory: 1200,
    perArticleLeast: 12,
    /** Shorter is a caption or a menu, longer is a list or a failed split. Chosen. */
    minWords: 6,
    maxWords: 55,
  },
  /**
   * What is about the story. Measured on newscope: articles of another story are less than .35 as near to the centre as its own nearer
   * ones (99 in 100), its own are not (95 in 100, and most of the rest do tell of something else); 95 in 100
   * sentences of another story stay below .11, 95 in 100 of its own are above .06.
   */
  centre: { leastArticles: 3, asideBelow: 0.33, readCharacters: 2500, ofRoundup: 0.11, ofReport: 0.04 },
  /** Which sentences of different articles state one fact. Cosine of tf-idf vectors without numbers. Chosen. */
  alignment: {
    same: 0.5,
    /** Enough where a name and a number are shared too. */
    sameWithNameAndNumber: 0.35,
    /** Told twice to a reader, though the words are those of all the story: this share of the shorter one's terms. Chosen by reading 30 pages. */
    sameTerms: 0.5,
    /** Below this to every sentence of an outlet, the outlet does not have it. */
    absent: 0.22,
    /** ... and where at most this share of its words stands in the outlet's whole text, of which at least so many words were read. Chosen. */
    absentCoverage: 0.6,
    absentLeastWords: 120,
  },
  /** Rank ensemble: weights on rank positions in [0, 1]. Measured on Multi-News: ROUGE-2 14.6 against 13.2 of the lead. */
  rank: {
    lexRank: 0.3,
    centroid: 0.4,
    position: 0.5,
    documentFrequency: 0.4,
    /** LexRank: damping of Erkan and Radev 2004; edges are the pairs of PassageSpace. */
    damping: 0.85,
    iterations: 25,
    /** Maximal marginal relevance (Carbonell and Goldstein 1998): weight of relevance against novelty. */
    mmr: 0.65,
  },
  happened: {
    sentences: 3,
    words: 90,
    minWords: 9,
    // Leads of wire reports have 30 to 50 words: leaving those above 42 out cost a tenth of ROUGE-2 (npm run eval -- what-happened).
    maxSentenceWords: 50,
    repeat: 0.45,
    mostOverlap: 0.5,
    coreShare: 0.25,
  },
  /** `ofTitle`: a lead's line that says less than this share of what a plain title says of the core gives way to it. Chosen by reading 30 pages. */
  headline: { maxWords: 24, minWords: 5, ofTitle: 0.5 },
  behind: { minBullets: 1, maxBullets: 6, repeat: 0.4, minScore: 1.4, leastJudging: 1.2, voices: 6 },
  papers: {
    /** Outlets named in the passage: more is a list nobody reads. */
    stressed: 6,
    /** ... and at least, where they have anything to show. */
    leastStressed: 3,
    /** A name is what the outlets write about from this salience. Chosen by reading 30 pages. */
    salience: 0.4,
    /** Outlets listed by name in one sentence. */
    named: 5,
    /** Sentences at least that set outlets against each other. */
    leastContrasts: 2,
    /** Share of common terms above which two openings tell the same. Chosen. */
    openingsAlike: 0.4,
    emphasisTerms: 3,
    /** z-score of the log-odds ratio (Monroe et al. 2008) from which a word is an emphasis; 1.96 is the usual 95 %. */
    emphasisZ: 1.5,
    /** Sentences the prior weighs: the less, the more a few uses count. Chosen by reading. */
    emphasisPrior: 8,
    /** A word in more of all sentences than this is the story's subject. */
    commonShare: 0.2,
    views: 12,
    emphasis: 1,
    onlyHere: 2,
    /** Omissions of one outlet, and on a page: a few that matter. */
    omits: 1,
    omitsOnPage: 4,
    /** Share of the core below which a sentence is of another story. Chosen by reading 30 pages. */
    leastCore: 0.08,
    /** A fact is one that "most have" from this share of the outlets, and at least three of them. */
    mostShare: 0.6,
    /** The main event is told alike where so many outlets have its sentence. Chosen. */
    mainShare: 0.5,
    /** ... and an outlet tells it where its opening has this share of what the best opening has of the story's core. Chosen. */
    coreShare: 0.45,
    /** ... and two tell one event where the shorter of their titles with so many sentences shares so many of its terms. Chosen by reading 30 pages. */
    mainSentences: 3,
    mainAlike: 0.3,
    /** Where a sentence counts outlets, a passage of each is cited, up to here. */
    countedCitations: 12,
    consensus: 3,
    unknowns: 3,
    disagreements: 4,
  },
  /** Counts that only rise: versions this far apart in time and ordered by it are an update, not a contradiction. */
  updateAfterMs: 3 * 3_600_000,
  /** Numbers of one thing: words around them of this length or more, this share of which is the same in both. Chosen on 300 stories. */
  frames: {
    reach: 4,
    leastAround: 2,
    shareAround: 0.5,
    otherScope: 4,
    sameOrder: 1.5,
    leadSentences: 8,
    /** A count of people is of this story though its sentence gives a day so long before the story's first report. */
    pastDays: 30,
    likeSentence: 0.15,
  },
  /** Cosine from which a denial is of what another outlet tells. Chosen. */
  differences: {
    dispute: 0.25,
    /** Sentences are compared place by place from this cosine and this share of common terms. Measured on planted disagreements. */
    slotCosine: 0.3,
    slotOverlap: 0.4,
    /** Two sentences are of one thing, however told, from this share. Chosen. */
    tellOverlap: 0.5,
    /** Two sentences of one happening from the one share, and nearly the same sentence from the other. Chosen. */
    sameSpeech: 0.7,
    /** Quoted words from which two quotations are one speech. Chosen. */
    speechWords: 4,
    sameHappening: 0.6,
    /** Of two large numbers the less is the other rounded from this share of it. */
    rounding: 0.95,
  },
  /**
   * What came before. Weights of a sentence: how early its day is and how late, its place in its article, how long its words have been in the
   * news, and how many stand in the newest articles too. Chosen on the stepwise backgrounds of six long events (`npm run eval -- background`): there
   * a fifth of the words of the last day and a tenth of those of the first go into a background, of any other day a twentieth.
   */
  background: {
    early: 1,
    late: 1,
    position: 0.4,
    persistence: 0.2,
    today: 0.2,
    /** Cosine from which two sentences tell the same. */
    repeat: 0.3,
    /** Sentences of one article and of one day at most, and sentences looked at in one article. */
    perArticle: 3,
    perDay: 4,
    read: 12,
    /** On the page. */
    sentences: 3,
    words: 90,
    minAgeDays: 2,
    minScore: 1,
    /** Share of the greatest share of the core below which the past of something else is told. Chosen by reading 30 pages. */
    coreShare: 0.08,
  },
  timeline: {
    /** Sentences looked at in one article, and of all that is said of one day. Chosen for speed. */
    perArticle: 60,
    perDay: 150,
    /** A name is the subject where this share of articles has it, with all that stand in nearly as many; written with a capital so many times as often as without. */
    nameShare: 0.6,
    nameSlack: 0.03,
    capitalRatio: 8,
    /** Weights beside centrality in its day: naming the subject, and standing alone. */
    naming: 0.5,
    standing: 1,
    /** Taken off for each word above this many: journalists' timelines have a line a day (ROUGE-1 .393 -> .397 on Entities). */
    brevity: 0.01,
    briefWords: 20,
    repeat: 0.5,
    /** Sentences a day unless more are asked for (ROUGE-1 of two a day: .310). */
    perEntry: 1,
    /** On the page. */
    entries: 8,
    leastEntries: 2,
    coreShare: 0.25,
    words: 40,
  },
  questions: {
    max: 6,
    answerSentences: 3,
    repeat: 0.45,
    coreShare: 0.3,
    /** A name is a story's subject where this share of the reports has it in the title or so many first characters. Chosen by reading 60 pages. */
    subjectShare: 0.5,
    opening: 300,
    /** ... and a person is asked about from this share. Chosen by reading. */
    personShare: 0.25,
    /** ... people, and voices, on one page. Chosen. */
    people: 3,
    /** A thing without a name ("screen use") is a story's subject from this share. Chosen by reading. */
    thingShare: 0.5,
    /** Where something happened says less of what it is than who or what it happened to. */
    ofPlace: 0.3,
    /** ... of the greatest share of the core. */
    ofSubject: 0.6,
  },
  topics: { max: 6 },
  /** What a page may quote of one article: words in a part, words on the page, or this share of the article if less. */
  allowance: { partSentences: 2, partWords: 60, pageWords: 200, pageShare: 0.3, pageLeast: 60 },
  /** Passages cited for one claim; more would fold out to a wall of text. */
  citations: 6,
} as const;
