import type { MentionType } from "./annotation.ts";

/** A name that a page would describe if it knew how. */
export interface NameQuery {
  readonly name: string;
  readonly type: MentionType;
  /** BCP 47 primary tag: the language of the page. */
  readonly language: string;
}

/** What an encyclopaedia has under a name. Plain text throughout; nothing of it is trusted to be of the right one. */
export interface EncyclopaediaArticle {
  readonly title: string;
  /** "Central bank of Kestria": what the encyclopaedia itself calls it in a few words. */
  readonly description: string;
  /** Its first paragraph, cut. */
  readonly extract: string;
  readonly url: string;
}

/** All articles an encyclopaedia has under a name, and when it was asked. */
export interface NameArticles extends NameQuery {
  readonly articles: readonly EncyclopaediaArticle[];
  /** ISO date. */
  readonly asOf: string;
}

/** Under what terms the texts of Wikipedia may be shown. */
export const wikipediaLicence = "CC BY-SA 4.0";
