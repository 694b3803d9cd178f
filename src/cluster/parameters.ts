/** Every tunable number of story assignment, the same for every data set. */
export const clusterParameters = {
  /** A word of the title counts as so many in the body. Tried 1 to 4 on public sets: 3. */
  titleWeight: 3,
  /** Of a long text the first part tells what it is about; the rest is background. In UTF-16 units. */
  readLength: 4000,
  /** The beginning of a text: what happened, who, where. In UTF-16 units. */
  leadLength: 700,
  /** Numbers further down are background. In UTF-16 units. */
  numbersLength: 1500,
  /** An article is compared with so many of a story's latest articles. */
  recentArticles: 32,
  /** So many of them, the most alike, are compared field by field. */
  nearestArticles: 3,
  /** What the mean likeness of two articles in a story is taken for while there is only one. Near the mean of the public sets. */
  loneCohesion: 0.3,
  /** So many stories are weighed for an article. */
  candidates: 10,
  /** Stories less alike have no telling word in common with an article, and are not weighed. */
  leastLikeness: 0.04,
  /** An article's beginning shares at least so many terms with an article of a story it may join. */
  leastShared: 2,
  /** So many of an article's heaviest terms are in the index of candidates, and are looked up there. */
  indexedTerms: 60,
  /** So many entries of the index are read for one article, those of rare terms first, which bounds its cost in a large window. */
  postingsRead: 20_000,
  /** An article joins the story it most likely belongs to from these log-odds on. */
  // The learned bar was -0.3, on the sets it was learned from; on the sample edition, unseen, that melts 133 articles into 12 stories
  // (B-cubed F1 .32), and 0.8 gives .85.
  joinAt: 0.8,
  /** Another story that an article might as well have joined, from these log-odds on, is asked whether it is the same. */
  lookAt: -0.5,
  /** Two stories become one when the articles of the smaller fit the larger with these log-odds in the mean. */
  mergeAt: 1,
  /** So many of a story's latest articles are asked. */
  mergeSample: 4,
  /** Stories that were found to be two are asked again when they have grown so much. */
  askAgainAt: 1.5,
  /** An article moves to a story that it fits better by so much, in log-odds. */
  moveMargin: 1,
  /** An article that fits its story with less than these log-odds leaves it. */
  leaveAt: -3,
  /** So often all open stories are looked at again at most. */
  lookRounds: 3,
  /** A story that nothing was added to for so many days is closed, and its articles leave the window. */
  openDays: 400,
  /** So many articles are live at most; the stories that moved least lately are closed first. */
  liveArticles: 100_000,
  /** A text is a copy when this share of the smaller one's three-word runs stand in the other. */
  copyAt: 0.6,
  /** Of a long text so much is compared for copies. In UTF-16 units. */
  copyLength: 8_000,
  /** So many texts that share a band are looked at: what hundreds share is boilerplate. */
  bandRead: 64,
  /** Articles with bodies this much alike are compared for copies too, whether or not they meet in a band. */
  copyLikeness: 0.6,
  /** Shorter texts repeat each other by chance. In three-word runs. */
  minCopyShingles: 25,
  /** So much newer lifts a story as much on the front page as twice the coverage. A day's news turns over in about 12 hours. */
  rankHalfLifeHours: 12,
  /** Stories are kin from this similarity of their names, weighted by how rare each is among the edition's stories. */
  kinAt: 0.12,
  /** A related story shares at least so many names with this one. */
  minSharedNames: 2,
  /** So many earlier, and so many related, stories are named on a page. */
  maxKin: 4,
} as const;
