import { languageFor } from "../languages/registry.ts";
import type { Article } from "../model/article.ts";
import { type Subject, subjects } from "../model/edition.ts";
import { terms } from "../text/terms.ts";
import type { SubjectClassifier } from "./subject-classifier.ts";
import { sectionSubjects, subjectWords } from "./subject-words.ts";

/** A section its outlet filed it under says more than words do, but outlets file by country too: so much of one whole vote. */
const sectionVote = 1;
const feedVote = 1;
/** Title and lead tell the subject; further down are names and asides. In UTF-16 units. */
const readLength = 1500;
/** A subject needs this share of all votes; a story whose votes are spread wider is of no special area. Chosen on the sample edition and 50 real stories. */
const leastShare = 0.32;
/** Below so many votes an article too little was said to tell. */
const leastVotes = 0.2;

/**
 * The subject area of a story: its articles vote by the feed they came from, by the section in their address, and by their words: those of
 * our lists, and in a language that has weights all of them, by the classifier.
 *
 * @param feedSubjects the subject of the feed an article came from, where it has one
 */
export function subjectOf(
  articles: readonly Article[],
  feedSubjects: ReadonlyMap<string, string> = new Map(),
  classify: SubjectClassifier = () => [],
): Subject {
  const votes = new Map<Subject, number>();
  const vote = (subject: Subject, weight: number) => votes.set(subject, (votes.get(subject) ?? 0) + weight);
  for (const article of articles) {
    const filed = sectionSubject(feedSubjects.get(article.id) ?? "");
    if (filed) vote(filed, feedVote);
    const section = article.url === undefined ? undefined : urlSubject(article.url);
    if (section) vote(section, sectionVote);
    for (const [subject, share] of wordShares(article)) vote(subject, share);
    for (const [subject, share] of classify(article)) vote(subject, share);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || subjects.indexOf(a[0]) - subjects.indexOf(b[0]));
  const all = [...votes.values()].reduce((sum, weight) => sum + weight, 0);
  return best && best[1] >= leastShare * all && all >= leastVotes * articles.length ? best[0] : "other";
}

/** The subject of the section that an address names. */
export function urlSubject(url: string): Subject | undefined {
  if (!URL.canParse(url)) return undefined;
  for (const part of new URL(url).pathname.toLowerCase().split("/").slice(1, 4)) {
    const subject = sectionSubject(part);
    if (subject) return subject;
  }
  return undefined;
}

function sectionSubject(section: string): Subject | undefined {
  if (section === "") return undefined;
  if ((subjects as readonly string[]).includes(section)) return section as Subject;
  return sectionSubjects.find(([pattern]) => pattern.test(section.toLowerCase()))?.[1];
}

/** How an article's telling words share out over the subjects; nothing where fewer than three tell anything. */
export function wordShares(article: Article): [Subject, number][] {
  const known = stemsFor(article.language);
  const counts = new Map<Subject, number>();
  let all = 0;
  // The title counts twice.
  for (const term of terms(
    `${article.title}\n${article.title}\n${article.text.slice(0, readLength)}`,
    article.language,
  ))
    for (const subject of known.get(term) ?? []) {
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
      all++;
    }
  return all < 3 ? [] : [...counts].map(([subject, count]) => [subject, count / all]);
}

const stems = new Map<string, ReadonlyMap<string, readonly Subject[]>>();

function stemsFor(language: string): ReadonlyMap<string, readonly Subject[]> {
  const { tag, stem } = languageFor(language);
  const made = stems.get(tag);
  if (made) return made;
  const byStem = new Map<string, Subject[]>();
  for (const [subject, list] of Object.entries(subjectWords[tag] ?? {}))
    for (const word of new Set(list.split(/\s+/).filter(Boolean).map(stem)))
      byStem.set(word, [...(byStem.get(word) ?? []), subject as Subject]);
  stems.set(tag, byStem);
  return byStem;
}
