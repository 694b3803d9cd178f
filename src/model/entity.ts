import type { MentionType } from "./annotation.ts";
import type { Citation } from "./claim.ts";

/** English Wikipedia title with underscores where there is one, else `local:<slug>`. */
export type EntityId = string;

/** Somebody or something with a name. */
export interface Entity {
  readonly entityId: EntityId;
  readonly name: string;
  readonly type: MentionType;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2 where it belongs to one country. */
  readonly country?: string;
  /** A town: clubs, teams and newspapers bear its name too. */
  readonly city?: true;
}

/** Where a card's sentence comes from. */
export type CardSource =
  | { readonly kind: "facts"; readonly label: string }
  | { readonly kind: "articles"; readonly citations: readonly [Citation, ...Citation[]] }
  | { readonly kind: "wikipedia"; readonly url: string; readonly licence: string };

/** One sentence that says who or what it is. A wrong card is worse than none. */
export interface EntityCard {
  readonly entityId: EntityId;
  readonly name: string;
  readonly type: MentionType;
  readonly description: string;
  /** The date the facts were true. */
  readonly asOf?: string;
  readonly source: CardSource;
}
