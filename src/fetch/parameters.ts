/** Every limit of the HTTP client that is no setting of its own, with where it came from. */
export const fetchParameters = {
  /** Five is what RFC 9309 asks of a reader of robots.txt; browsers go to 20, but no honest feed needs more than three. */
  maxRedirects: 5,
  /** Longer addresses are made by mistake or malice; RFC 9110 asks for 8,000 at least. */
  maxUrlLength: 8_000,
  /** An ETag or date longer than this is not sent back: the usual ones have 20 to 80 characters. */
  maxValidatorLength: 1_000,
  /** News sites send security policies of 10 to 20 kB as headers; Node's own limit of 16 kB refuses some of them. */
  maxHeaderBytes: 65_536,
  /** Share of the time limit a peer may take to connect, or stay silent between two pieces. Who needs more will not finish either. */
  connectShare: 0.5,
  silenceShare: 0.5,
  /** Layers of compression that are undone: one is usual, two are a proxy's slip, more are an attack. */
  maxCodings: 2,
  /** The rest of a redirect's or an error's body is read up to here so that its connection can be used again. */
  maxDiscardedBytes: 16_384,
  /**
   * Requests at once to a host the user has allowed. They are the user's own servers, so there is no pause; but one small server
   * must not meet the whole of `concurrency`.
   */
  allowedHostAtOnce: 4,
  /** A rest that a host asks for (Retry-After) is waited out up to here; a longer one fails at once and says when to come back. */
  maxWaitedRestMs: 10_000,
  /** The pause after a 429 that names none. */
  restAfterTooManyMs: 5_000,
  /** A Retry-After beyond a day is a mistake or a block; a feed is asked once a day even then. */
  maxRetryAfterMs: 86_400_000,
  /** Crawl-delay is no part of RFC 9309, but outlets mean it. 30 s is the largest in common use; beyond it an edition would stand still. */
  maxCrawlDelayMs: 30_000,
  /** RFC 9309, 2.5: a reader must read at least 500 KiB of a robots.txt, and may drop the rest. */
  maxRobotsBytes: 512_000,
  /** RFC 9309, 2.4: a copy should not be used for more than 24 hours. The TDM protocol names no time; its files are kept as long. */
  robotsLifeMs: 86_400_000,
  /** A robots.txt that answered 5xx is asked again after this; until then nothing else of its host is. */
  robotsRetryMs: 300_000,
  /** Sites whose robots.txt is remembered: the one read longest ago goes first. */
  maxRobotsKept: 2_000,
  /** Characters of robots.txt times characters of the address: patterns full of `*` cost their product. Above this the answer is no. */
  maxRobotsSteps: 100_000_000,
  /** Without news a feed is asked half as often again each time; with news twice as often. Feeds settle where about every third poll brings some. */
  pollGrowth: 1.5,
  pollShrink: 0.5,
  /** So many new items at one poll mean that the interval is far too long: it is quartered. */
  burstItems: 8,
  burstShrink: 0.25,
  /** Each failure in a row doubles the interval: binary exponential back-off. */
  failureGrowth: 2,
} as const;
