import { inflected } from "./inflected.ts";
import { type Language, words } from "./language.ts";
import { stemmerOf } from "./stemmer.ts";

export const en: Language = {
  tag: "en",
  stopWords: words(`a about above after again against all also am among an and any are aren't as at be because been
    before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down
    during each even few for from further get got had hadn't has hasn't have haven't having he her here hers herself him
    himself his how however i if in into is isn't it it's its itself just like made make many may me might more most much
    must my myself new no nor not now of off on once one only or other our ours ourselves out over own per said same say
    says she should shouldn't since so some still such than that that's the their theirs them themselves then there these
    they this those though through to told too two under until up upon us very via was wasn't we well were weren't what
    when where whether which while who whom whose why will with within without won't would wouldn't yet you your yours
    yourself yourselves mr mrs ms according added last first year years time day week`),
  stem: stemmerOf("english"),
  abbreviations:
    words(`mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm maj st mt ft p pp pop rev hon pres sec vs v no nos
    dept ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun fig approx est
    e.g i.e cf al messrs supt insp asst assoc det const atty amb min msgr`),
  endingAbbreviations: words(
    "inc corp co ltd plc etc jr sr u.s u.k u.n e.u a.m p.m d.c ph.d m.d b.a m.a ibid esq bros l.a n.y",
  ),
  speechVerbs: words(`said says say told tells added adds asked asks wrote writes warned warns argued argues insisted
    insists claimed claims declared declares stated states announced announces replied replies responded responds
    explained explains noted notes acknowledged acknowledges admitted admits confirmed confirms denied denies stressed
    stresses urged urges suggested suggests recalled recalls continued continues concluded concludes tweeted posted
    shouted cried quipped joked remarked commented complained testified estimated predicted promised vowed pledged
    believes believed thinks thought describes described called calls reported reports emphasised emphasized observed
    cautioned countered conceded reiterated maintained maintains alleged alleges accused contended lamented pointed`),
  quoteVerbs: inflected(
    `accuse admit advise affirm agree allege announce answer appeal argue assail assert assure attack
    beg blame blast boast brand call caution challenge characterize charge chide claim clarify comment complain concede
    condemn consider counter credit criticize cry declare decry defend demand denounce describe dismiss dispute dub echo
    emphasize endorse exclaim explain express fear feel find gush hail hint hope howl implore imply inform insist instruct
    intone invoke joke label lament lash laugh laud like listen manage mean mention mock muse mutter note offer opine
    paint ponder portray pose praise preach predict proclaim profess promise propose pronounce protest question quip quote
    rail rant read reassure recount refer reflect reject remark remember remind repeat report respond retort reveal ridicule
    rip scold scream shout sigh signal slam snap spark speculate stress suggest summarize sum tag tease term thank thunder
    title tout trumpet urge view vow wail want warn whisper wish wonder worry yell retaliate elaborate inquire fume chime confide deadpan`,
    `wrote writes written read reads went
    saw sees seen spoke speaks told tells made makes put puts said says saying adding began begins came shot sang sings
    thought thinks thinking knew knows heard hears held holds gave gives has had stated stating chanted chant reading`,
  ),
  accordingTo: ["according to"],
  pronouns: words("he she they"),
  quotationMarks: [
    ["“", "”"],
    ['"', '"'],
    ["‘", "’"],
    ["«", "»"],
  ],
  capitalNouns: false,
};
