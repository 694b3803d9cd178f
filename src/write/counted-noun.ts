/** Words that end what is counted: after them another part of the sentence begins. */
const functionWord =
  /^(?:of|in|at|on|to|for|from|and|or|but|as|by|with|worth|per|the|an?|than|that|which|who|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|into|over|under|after|before|since|until|during|when|while|if|it|its|he|she|they|this|these|those|there|here|not|no|each|every|out|up|down|off|away|ago|so|far|de|du|des|le|la|les|à|au|aux|en|dans|sur|pour|par|et|ou|que|qui|est|sont|del|el|los|las|y|o|con|por|para|es|son|a)$/iu;
const englishPlural = /(?:[^su]s|[^o]us(?:es)|men|women|people|children|police|feet|cattle|aircraft|staff|troops)$/i;
const noEnglishPlural =
  /(?:ss|ous|less|ways|wards|news|'s|’s)$|^(?:is|was|has|does|says|its|this|his|always|perhaps|plus|series|years?|months|weeks|days|hours|minutes|seconds|times|others)$/i;

/**
 * The thing counted, as it stands after a number: "skilled jobs" of "20,000 skilled jobs in the zone". Undefined where no noun follows
 * within three words, so that "169,000 worth" or "7 entry" is never shown as a count of something.
 *
 * @param after the text right behind the number
 * @param language BCP 47
 */
export function countedNoun(after: string, language: string): string | undefined {
  const rest = /^\s+((?:[\p{L}'’-]+\s?){1,3})/u.exec(after)?.[1];
  const words = rest?.trim().split(/\s+/) ?? [];
  const isNoun = nounTest(language.split("-")[0] ?? "");
  const phrase: string[] = [];
  for (const word of words) {
    if (functionWord.test(word) || /ly$/i.test(word)) return undefined;
    phrase.push(word);
    if (isNoun(word)) return phrase.join(" ");
  }
  return undefined;
}

function nounTest(language: string): (word: string) => boolean {
  if (language === "de") return (word) => /^\p{Lu}\p{Ll}{2,}/u.test(word);
  if (language === "fr") return (word) => /^\p{Ll}{3,}[sx]$/u.test(word);
  if (language === "es") return (word) => /^\p{Ll}{3,}s$/u.test(word);
  return (word) => /^\p{Ll}/u.test(word) && englishPlural.test(word) && !noEnglishPlural.test(word);
}
