import type { ArticleId } from "../../model/article.ts";
import type { Briefing, Section, SectionKind, Source } from "../../model/briefing.ts";
import type { Claim } from "../../model/claim.ts";
import type { Correction } from "../../model/correction.ts";
import { type Outlet, outletRegister } from "../../model/outlet.ts";
import type { StoryId } from "../../model/story.ts";
import type { StoryRow } from "../../store/stories.ts";
import type { SiteEdition } from "../site-edition.ts";
import { storyPath } from "./addresses.ts";
import { type Dates, datesFor } from "./dates.ts";
import { type Citable, citableClaims, citablesOf, type EvidenceId, evidenceIds } from "./evidence-ids.ts";
import { type SiteStrings, stringsFor } from "./strings/site-strings.ts";

/** What the store has of a story's page. */
export interface LoadedStory {
  readonly story: StoryRow;
  readonly briefing: Briefing;
  /** The newest revision's number; `briefing` may be an older one. */
  readonly newest: number;
  /** The outlets of its sources that the edition knows. */
  readonly outlets: readonly Outlet[];
  /** What an editor corrected on it, the newest first. */
  readonly corrections: readonly Correction[];
  /** The stories it leads to, as they stand now: a merged one is the one it became. */
  readonly linked: ReadonlyMap<StoryId, StoryRow>;
}

/** All that the parts of a story's page draw from, so that a part is a function of one thing. */
export interface StoryView extends LoadedStory {
  readonly site: SiteEdition;
  readonly strings: SiteStrings;
  readonly dates: Dates;
  readonly now: Date;
  outletOf(name: string): Outlet;
  sourceOf(id: ArticleId): Source | undefined;
  /** Undefined where it needs no passage, as a card that comes from public facts. */
  evidenceOf(citable: Citable): EvidenceId | undefined;
  section<Kind extends SectionKind>(kind: Kind): Extract<Section, { kind: Kind }> | undefined;
  /** The address of another story; undefined for one that is gone. */
  pathOf(id: StoryId): string | undefined;
}

/**
 * Pure: the clock is the site's, read once a page.
 *
 * @param shown the sentences of a page that shows something else than the briefing, as a question's does
 */
export function storyView(loaded: LoadedStory, site: SiteEdition, shown?: readonly Claim[]): StoryView {
  const { briefing, outlets, linked } = loaded;
  const bySource = new Map(briefing.sources.map((source) => [source.articleId, source]));
  const ids = evidenceIds(shown ? citableClaims(shown) : citablesOf(briefing));
  return {
    ...loaded,
    site,
    strings: stringsFor(site.edition.language),
    dates: datesFor(site.edition.language, site.edition.timeZone),
    now: site.now(),
    outletOf: outletRegister(outlets),
    sourceOf: (id) => bySource.get(id),
    evidenceOf: (citable) => ids.get(citable),
    section: (kind) =>
      briefing.sections.find((one): one is Extract<Section, { kind: typeof kind }> => one.kind === kind),
    pathOf(id) {
      const row = linked.get(id);
      return row && storyPath(row);
    },
  };
}
