/** Every tunable number of story assignment, the same for every data set. */
export const clusterParameters = {
  /** A word of the title counts as so many in the body. Tried 1 to 4 on public sets: 3. */
  titleWeight: 3,
  /** Of a long text the first part tells what it is about; the rest is background. In UTF-16 units. */
  readLength: 4000,
  /** An article joins the story it is most like from this similarity on. */
  joinAt: 0.21,
  /** Share of the names in the similarity; the terms have the rest. */
  nameShare: 0.15,
  /** Similarity lost for each doubling of the days since the story's last article. */
  lossPerDoubledDays: 0.012,
  /** A story that nothing was added to for so many days is closed, and its vector dropped. */
  openDays: 60,
  /** Two stories whose centres are this much alike are one, once an article stood between them. */
  mergeAt: 0.42,
  /** A text is a copy when this share of the smaller one's three-word runs stand in the other. */
  copyAt: 0.7,
  /** Shorter texts repeat each other by chance. In three-word runs. */
  minCopyShingles: 25,
  /** Centroids keep so many of their heaviest terms. */
  maxCentroidTerms: 400,
  /** Terms of an article that are looked up for candidates, the rarest first. */
  lookedUpTerms: 40,
  /** So much newer lifts a story as much on the front page as twice the coverage. A day's news turns over in about 12 hours. */
  rankHalfLifeHours: 12,
  /** Stories are kin from this similarity of their names, weighted by how rare each is among the edition's stories. */
  kinAt: 0.12,
  /** A related story shares at least so many names with this one. */
  minSharedNames: 2,
  /** So many earlier, and so many related, stories are named on a page. */
  maxKin: 4,
} as const;
