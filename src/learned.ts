import { readdirSync, readFileSync } from "node:fs";
import type { ClusterWeights } from "./cluster/cluster-weights.ts";
import { loadClusterWeights } from "./cluster/load-cluster-weights.ts";
import { loadSubjectWeights, type SubjectClassifier, subjectClassifier } from "./cluster/subject-classifier.ts";
import { loadFacts } from "./knowledge/load-facts.ts";
import type { Learned } from "./pipeline/annotate.ts";
import { type Lemmatizer, loadLemmatizer } from "./text/lemma.ts";
import { loadNameTagger } from "./text/name-tagger.ts";
import { type NounPhraseReader, nounPhraseReader } from "./text/noun-phrase.ts";
import { loadPartOfSpeech, type PartOfSpeechTagger } from "./text/part-of-speech.ts";

let loaded: Learned | undefined;
let partOfSpeechTagger: PartOfSpeechTagger | undefined;
let readNounPhrase: NounPhraseReader | undefined;
let lemmatizer: Lemmatizer | undefined;
let storyWeights: ClusterWeights | undefined;
let classifySubject: SubjectClassifier | undefined;

/** Reads the weights and the facts that ship with the package, once a process (or thread). */
export function loadLearned(): Learned {
  loaded ??= {
    nameTagger: loadNameTagger(readFileSync(new URL("../weights/names.bin.gz", import.meta.url))),
    facts: loadFacts(readFolder(new URL("../facts/", import.meta.url))),
    isNounPhrase: (phrase, sentence) => {
      readNounPhrase ??= nounPhraseReader(loadPartOfSpeechTagger());
      return readNounPhrase(phrase, sentence);
    },
  };
  return loaded;
}

/** Reads the weights of the parts of speech, once a process: 50 ms that only who asks for them spends, and reading an article does not. */
export function loadPartOfSpeechTagger(): PartOfSpeechTagger {
  partOfSpeechTagger ??= loadPartOfSpeech(
    readFileSync(new URL("../weights/part-of-speech.bin.gz", import.meta.url)),
    loadLearned().nameTagger.classes,
  );
  return partOfSpeechTagger;
}

/** Reads the table of English lemmas, once a process. */
export function loadLemmas(): Lemmatizer {
  lemmatizer ??= loadLemmatizer(readFileSync(new URL("../weights/lemmas.json.gz", import.meta.url)));
  return lemmatizer;
}

/** Reads what was learned about same stories, once a process: half a second and 60 MB that only the one who forms stories spends. */
export function loadStoryWeights(): ClusterWeights {
  const read = (name: string) => readFileSync(new URL(`../weights/${name}`, import.meta.url));
  storyWeights ??= loadClusterWeights({
    background: read("background.json.gz"),
    translations: read("translations.json.gz"),
  });
  return storyWeights;
}

/** Reads what was learned about subject areas, once a process. */
export function loadSubjectClassifier(): SubjectClassifier {
  classifySubject ??= subjectClassifier(
    loadSubjectWeights(readFileSync(new URL("../weights/subjects.json.gz", import.meta.url))),
  );
  return classifySubject;
}

function readFolder(folder: URL): Map<string, Uint8Array> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, readFileSync(new URL(name, folder))]));
}
