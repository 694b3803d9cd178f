/** Every tunable number of story assignment, the same for every data set. */
export const clusterParameters = {
  /** A word of the title counts as so many of the rest. Tried 2 to 6 on public sets: no difference above 3. */
  titleWeight: 3,
  /** A word of the beginning counts as so many of the rest. Tried 1 to 4 on public sets. */
  leadWeight: 3,
  /** Of a long text the first part tells what it is about; the rest is background. In UTF-16 units. */
  readLength: 4000,
  /** The beginning of a text: what happened, who, where. In UTF-16 units. */
  leadLength: 700,
  /** So much of the likeness of two articles is that of their titles, and so much that of their beginnings; the rest is that of the whole. */
  titleShare: 0.2,
  beginningShare: 0.2,
  /** A name tells one event from another when its idf is at least this share of that of a word never seen. */
  tellingName: 0.35,
  /** With fewer telling names an article's names are not asked. */
  leastNames: 3,
  /** Articles whose names are so much alike, or more, name the same people and places: one telling name in common is enough. */
  namesEnough: 0.03,
  /** Articles that share no telling name are so much as like as their words are. */
  namesLeast: 0.3,
  /** An article is compared with so many of a story's latest articles. */
  recentArticles: 32,
  /** So many of them, the most alike, are asked whether they share enough with it, and whether it copies them. */
  nearestArticles: 3,
  /** Two texts of different languages count as so much more alike than their words are. Tried 1.2 to 1.7. */
  otherLanguage: 1.6,
  /** The cosine of two articles' meanings, less what all texts have in common, counts as so much of one of words. */
  meaningScale: 0.25,
  /** Articles of other languages bring up their stories when their meanings are about so much alike: less would not join at `joinAt`. */
  leastMeaning: 0.4,
  /** Likeness falls by this power of the days between (plus one): to .8 after two days, to .5 after a month. */
  fading: 0.2,
  /** So many other stories say how crowded the subject of an article is; this share of their mean likeness does not count. */
  crowd: 5,
  crowdWeight: 0.4,
  /** So many stories are weighed for an article. */
  candidates: 10,
  /** Articles less alike in their heaviest terms do not bring up a story. */
  leastLikeness: 0.02,
  /** About so many articles, the likest, bring up their stories. Tried 40 to 128: no difference from 64 on. */
  articlesMet: 64,
  /** An article shares at least so many terms with an article of a story it may join. */
  leastShared: 2,
  /** So many of an article's heaviest terms are in the index of candidates, and are looked up there. Tried 30 to 60: no difference. */
  indexedTerms: 40,
  /**
   * So many entries of the index are read for one article, those of rare terms first, which bounds its cost in a large window. Tried 2,000 to 20,000
   * on public sets, 2,000 and 3,000 among 50,000 grown articles: no difference.
   */
  postingsRead: 2_000,
  /** An article joins the story with the best score (`Candidate.score`) from here on. */
  joinAt: 0.12,
  /** Another story that an article might as well have joined, from this likeness on, is asked whether it is the same. */
  lookAt: 0.13,
  /** Two stories become one when the latest articles of the smaller are in the mean so much like the larger ... */
  mergeAt: 0.2,
  /** ... and at least this share of what the articles of each are like among themselves. */
  mergeRatio: 0.45,
  /** So many of a story's latest articles are asked. */
  mergeSample: 4,
  /** So many of a story's latest articles tell how alike its articles are. */
  cohesionSample: 8,
  /** How alike the articles of a story are in the mean, before any is seen. */
  usualCohesion: 0.25,
  /** Stories that were found to be two, or one, are asked again when they have grown so much. */
  askAgainAt: 1.5,
  /** A story that has grown so large is looked at for parts, and again when it has grown by `askAgainAt`. */
  partFrom: 4,
  /** So many of its latest articles are looked at. */
  partSample: 64,
  /** Groups of articles are two stories when they are less alike than this share of what each is like in itself; below `mergeRatio`. */
  partBelow: 0.4,
  /** An article moves to a story it is so many times as much like as its own. */
  moveFactor: 1.1,
  /** So often all open stories are looked at again at most. */
  lookRounds: 4,
  /** A story that nothing was added to for so many days is closed, and its articles leave the window. */
  openDays: 400,
  /** So many articles are live at most; the stories that moved least lately are closed first. */
  liveArticles: 100_000,
  /**
   * A text is a copy when this share of the smaller one's three-word runs stand in the other. Tried .6 to .76 on planted copies: below .65 press
   * releases told again in part pass for copies, above .66 real ones are missed.
   */
  copyAt: 0.66,
  /** Of a long text so much is compared for copies. In UTF-16 units. */
  copyLength: 8_000,
  /** So many texts that share a band are looked at: what hundreds share is boilerplate. */
  bandRead: 64,
  /** Articles with bodies this much alike are compared for copies too, whether or not they meet in a band. */
  copyLikeness: 0.5,
  /** Shorter texts repeat each other by chance. In three-word runs. */
  minCopyShingles: 25,
  /** So much newer lifts a story as much on the front page as twice the coverage. A day's news turns over in about 12 hours. */
  rankHalfLifeHours: 12,
  /** Newsrooms that reported within so long before the newest report say how fast a story grows. */
  rankGrowthHours: 6,
  /** Stories are kin from this similarity of their names, weighted by how rare each is among the edition's stories. */
  kinAt: 0.12,
  /** A related story shares at least so many names with this one. */
  minSharedNames: 2,
  /** So many earlier, and so many related, stories are named on a page. */
  maxKin: 4,
} as const;
