import type { Word } from "./read-words.ts";

const negators = new Set(
  `not no never none nor neither without nobody nothing cannot deny denied denies fail failed fails refuse refused refuses reject rejected
   unlikely hardly barely rarely unable lack lacks lacked`.split(/\s+/),
);
const hedges = new Set(
  `may might could would should can possibly perhaps probably likely allegedly reportedly alleged expected plan plans planned hope hopes
   hoped want wants wanted consider considers considering if unless whether suggest suggests suggested believe believes believed aim aims
   try tried attempt propose proposed`.split(/\s+/),
);
const extremes = new Set(
  "all every everyone always never only exactly any entire entirely completely fully solely none least most first last best worst".split(
    " ",
  ),
);
const contrasts = new Set("but instead despite although though however rather except".split(" "));
const pronouns = new Set("he she they it his her their its him them who".split(" "));

/** True for a word that denies ("not", "denied", "without"). */
export function isNegator({ lower }: Word): boolean {
  return negators.has(lower) || lower.endsWith("n't");
}

/** True for a word that makes a thing possible, planned or said to be, and not so. */
export function isHedge({ lower }: Word): boolean {
  return hedges.has(lower);
}

/** True for a word that leaves nothing out ("every", "only", "never"). */
export function isExtreme({ lower }: Word): boolean {
  return extremes.has(lower);
}

/** True for a word that sets one thing against another ("but", "despite"). */
export function isContrast({ lower }: Word): boolean {
  return contrasts.has(lower);
}

/** True for a pronoun of the third person. */
export function isPronoun({ lower }: Word): boolean {
  return pronouns.has(lower);
}
