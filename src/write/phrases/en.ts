import { differenceLabel } from "./difference-label.ts";
import { speakingParts, voicesIn } from "./in-sum.ts";
import { capital, listWith, numberFrom, timeWith } from "./listing.ts";
import type { FrameKind, Phrases, QuestionFilling } from "./phrases.ts";

const number = numberFrom([
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
]);
const list = listWith("and");
const months = "January February March April May June July August September October November December".split(" ");
const quote = (words: string) => `“${words}”`;
const quoted = (words: readonly string[]) => list(words.map(quote));
const many = (n: number, one: string, more = `${one}s`) => `${number(n)} ${n === 1 ? one : more}`;

const frames: Record<FrameKind, string> = {
  dead: "the number of dead",
  injured: "the number of injured",
  missing: "the number of missing",
  arrested: "the number of arrests",
  displaced: "the number of people displaced",
  percent: "the percentage",
  sum: "the sum of money",
  count: "the figure",
};
const difference = differenceLabel(
  {
    names: {
      certainty: "the certainty of",
      attribution: "the source for",
      dispute: "the denied claim about",
      wording: "the choice of words",
      number: "the number",
      person: "the person named",
      body: "the body named",
      place: "the place named",
      date: "the date",
      negation: "the claim",
    },
    sides: { before: "after", behind: "before", beside: "with" },
  },
  quote,
);
const states: Partial<Record<FrameKind, string>> = {
  dead: "dead",
  injured: "injured",
  missing: "missing",
  arrested: "arrested",
  displaced: "displaced",
};

/** "in Brackwater", and what is no place before the question. */
const where = (f: QuestionFilling) => (f.about && f.aboutIsPlace ? ` in ${f.about}` : "");
const before = (f: QuestionFilling, question: string) =>
  f.about && !f.aboutIsPlace
    ? `${capital(f.about)}: ${question.charAt(0).toLowerCase()}${question.slice(1)}`
    : question;

const speaking = {
  only: "only ",
  one: "speaks of",
  several: "speak of",
  ahead: "what may come",
  limits: "limits and risks",
  causes: "causes and interests",
};

export const en: Phrases = {
  tag: "en",
  number,
  list,
  quote,
  time: timeWith(
    (day, month, year) => `${day} ${months[month - 1]} ${year}`,
    (time, day) => `${time} UTC on ${day}`,
  ),

  accordingTo: (outlet) => `According to ${outlet}, `,
  colon: (who) => `${who}: `,
  quotedBy: (speaker, outlet) => `${speaker}, quoted by ${outlet}: `,
  reportedBy: (outlets) => `${capital(list(outlets))} ${outlets.length === 1 ? "reports" : "all report"} this: `,
  replies: (outlet) => `Against this, ${outlet} has the reply: `,

  standfirst: ({ outlets, origins, articles, differ }) =>
    `${capital(many(outlets, "outlet"))} ${outlets === 1 ? "reports" : "report"} this in ${many(articles, "article")}` +
    `${origins < outlets ? ` from ${many(origins, "independent origin")}` : ""}` +
    `${differ ? `; they differ on ${differ}` : ""}.`,
  standfirstOne: ({ outlet, articles }) =>
    `One outlet, ${outlet}, reports this${articles > 1 ? ` in ${many(articles, "article")}` : ""}; ` +
    "no other outlet we read has it so far.",
  excerptsOnly: "only the excerpts in the outlets' feeds could be read",

  frame: (kind, counted) => (kind === "count" && counted ? `the number of ${counted}` : frames[kind]),
  frameWith: (frame, words) => `${frame} named with ${quoted(words)}`,
  frameValue: (kind, amount, counted) => {
    const state = states[kind] ?? (kind === "count" ? counted : undefined);
    return state && !amount.toLowerCase().includes(state) ? `${amount} ${state}` : amount;
  },

  allNameThese: (outlets, names) =>
    `${capital(list(outlets))} ${outlets.length === 2 ? "both" : "all"} write about ${list(names)}.`,
  stresses: (outlet, terms, others) =>
    `${outlet} gives more room than ${others === 1 ? "the other" : "the others"} to ${quoted(terms)}.`,
  contrast: (a, termsA, b, termsB, others) =>
    `While ${a} writes more${others === 1 ? "" : " than the others"} of ${quoted(termsA)}, ${b} gives more room to ${quoted(termsB)}.`,
  stressedClauses: (a, clauseA, b, clauseB) =>
    `While ${a} stresses ${quote(clauseA)}, ${b} stresses ${quote(clauseB)}.`,
  openings: (a, wordsA, b, wordsB) => `${a} opens with ${quote(wordsA)}, ${b} with ${quote(wordsB)}.`,
  versions: (subject, versions) =>
    `On ${subject} they differ: ${versions.map((v) => `${list(v.outlets)} ${v.outlets.length === 1 ? "has" : "have"} ${v.value}`).join("; ")}.`,
  labels: (a, wordA, b, wordB) => `${a} writes of ${quote(wordA)} where ${b} writes of ${quote(wordB)}.`,
  allCite: (outlets, source) =>
    `${capital(list(outlets))} ${outlets.length === 2 ? "both" : "all"} cite ${source} for this: `,
  oneState: (outlets) => `${capital(list(outlets))} belong to one state, so that they count as one voice.`,
  agreeOn: (outlets, subject, value) => `On ${subject}, ${list(outlets)} agree: ${value}.`,
  difference,
  hedged: (words) => `${quote(words)}, with a reservation`,
  flat: (words) => `${quote(words)}, as a fact`,
  onlyOutlet: (outlet) => `Of the outlets we read, only ${outlet} has this: `,
  notIn: (outlet, articles, until) =>
    `Not in the ${articles === 1 ? "one article" : `${number(articles)} articles`} of ${outlet} we read by ${until}: `,
  overallAgree: (agreeing, all) =>
    agreeing === all
      ? `Overall, ${all === 2 ? "both" : `all ${number(all)}`} outlets have this in common: `
      : `Overall, ${number(agreeing)} of the ${number(all)} outlets have this in common: `,
  overallMain: (agreeing, all) =>
    agreeing === all
      ? `Overall, ${all === 2 ? "both" : `all ${number(all)}`} outlets report the same main event.`
      : `Overall, ${number(agreeing)} of the ${number(all)} outlets report the same main event.`,
  overallOneSource: (agreeing, all, source) =>
    `Overall, ${agreeing === all ? (all === 2 ? "both" : `all ${number(all)}`) : `${number(agreeing)} of the ${number(all)}`} outlets report the same main event, and have it from ${source}.`,
  overallDiffer: (outlets, subjects) =>
    `Overall, the ${number(outlets)} outlets tell one main story and differ on ${list(subjects)}.`,
  overallNone: (outlets) =>
    `Overall, the ${number(outlets)} outlets put different things first, and most of them do not open with one event.`,
  overallOne: (outlet) => `Overall, this rests on ${outlet} alone, and there is no other report to compare it with.`,
  inSum: (groups) => {
    const voices = voicesIn(groups);
    const parts = speakingParts(groups, speaking, list);
    return `In sum, ${many(voices, "voice")} ${voices === 1 ? "is" : "are"} heard on what this means: ${parts.join("; ")}.`;
  },

  question: (kind, f) => {
    switch (kind) {
      case "how-many":
        if (f.frame === "dead") return before(f, `How many people were killed${where(f)}?`);
        if (f.frame === "injured") return before(f, `How many people were injured${where(f)}?`);
        if (f.frame === "missing") return before(f, `How many people are missing${where(f)}?`);
        if (f.frame === "arrested") return before(f, `How many people were arrested${where(f)}?`);
        if (f.frame === "displaced") return before(f, `How many people had to leave their homes${where(f)}?`);
        return before(f, `How many ${f.counted ?? "are there"}${where(f)}?`);
      case "who":
        return `Who is ${f.about}?`;
      case "wants":
        return `What does ${f.about} want?`;
      case "why":
        return f.aboutIsPlace ? `What is behind the events in ${f.about}?` : `Why is ${f.about} in the news?`;
      case "next":
        return f.aboutIsPlace ? `What happens next in ${f.about}?` : `What happens next with ${f.about}?`;
      case "differ":
        return `What do the papers disagree on about ${f.about}?`;
      case "said":
        return `What did ${f.about} say?`;
      case "denied":
        return `What does ${f.about} deny?`;
      case "unknown":
        return `What is still not known about ${f.aboutIsPlace ? `the events in ${f.about}` : f.about}?`;
    }
  },
  teaser: (kind, f) => {
    const read = `Drawn from ${many(f.articles, "article")} of ${many(f.outlets, "outlet")}, the newest of ${f.newest}.`;
    switch (kind) {
      case "how-many":
        return `Early counts change, and outlets do not always print the same one; each figure here keeps the outlet that gave it. ${read}`;
      case "who":
        return `Several reports name ${f.about}, and not all of them say who that is; here is how those introduce the name that do. ${read}`;
      case "wants":
        return `What ${f.about} does is reported more fully than what it is for; here are the aims and demands that reports give, each with the outlet that has it. ${read}`;
      case "why":
        return `Reports on ${f.about} tell quickly what happened; what lies behind it is often a matter of view, and here keeps the name of whoever holds it. ${read}`;
      case "next":
        return `On ${f.about}, some steps are announced and others only expected, and expectations can fail; each stands here with whoever announces or expects it. ${read}`;
      case "differ":
        return `Reports on ${f.about} do not always agree, which matters to anyone who has read only one; here the versions stand side by side. ${read}`;
      case "said":
        return `Words of ${f.about} are shortened on their way into a headline; here they stand as they were printed, with the outlet that printed them. ${read}`;
      case "denied":
        return `A claim and its denial seldom get the same room; here stands what ${f.about} denies, and in whose words it is. ${read}`;
      case "unknown":
        return `Much of a fresh story is what nobody can yet say; here are the points about ${f.about} that the reports themselves call open. ${read}`;
    }
  },
};
