import type { VoicesHeard } from "./phrases.ts";

/** How a language says who speaks of what. */
interface SpeakingWords {
  readonly only: string;
  /** One speaks, several speak: with the word that leads to what they speak of. */
  readonly one: string;
  readonly several: string;
  readonly ahead: string;
  readonly limits: string;
  readonly causes: string;
}

/** "Ilse Varn and Jan Osk speak of limits and risks", by what they speak of; one alone beside several is named as such. */
export function speakingParts(
  { ahead, limits, causes }: VoicesHeard,
  words: SpeakingWords,
  list: (names: readonly string[]) => string,
): string[] {
  const beside = [ahead, limits, causes].some(({ length }) => length > 1);
  const part = (names: readonly string[], subject: string) => {
    const [only, speak] = names.length === 1 ? [beside ? words.only : "", words.one] : ["", words.several];
    return names.length === 0 ? [] : [`${only}${list(names)} ${speak} ${subject}`];
  };
  return [...part(ahead, words.ahead), ...part(limits, words.limits), ...part(causes, words.causes)];
}

/** How many are heard in all. */
export function voicesIn({ ahead, limits, causes }: VoicesHeard): number {
  return ahead.length + limits.length + causes.length;
}
