import snowball from "snowball-stemmers";

/** Words seen often are stemmed once; the cache is emptied when it is full, so that it cannot grow with the stream. */
const maxCached = 100_000;

/** A Snowball stemmer (Porter 2001) with a cache, by the name of its algorithm ("english"). */
export function stemmerOf(algorithm: string): (word: string) => string {
  const stemmer = snowball.newStemmer(algorithm);
  let cache = new Map<string, string>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const stem = stemmer.stem(word);
    if (cache.size >= maxCached) cache = new Map();
    cache.set(word, stem);
    return stem;
  };
}
