import type {
  BehindTheHeadline,
  Briefing,
  Disagreement,
  HowWeGotHere,
  OutletView,
  Questions,
  Section,
  Topics,
  WhatHappened,
  WhatThePapersSay,
} from "../model/briefing.ts";
import type { Claim, DraftClaim } from "../model/claim.ts";
import type { Draft, DraftBriefing, StoryMaterial } from "../model/draft.ts";
import { UserError } from "../model/errors.ts";
import { citationFault } from "./citation-fault.ts";
import type { Opinions } from "./opinions.ts";
import { Rejections } from "./rejections.ts";
import { readStoryFacts, type StoryFacts } from "./story-facts.ts";
import { type Translations, translatedClaim } from "./translated-claim.ts";
import { verifyClaim } from "./verify-claim.ts";

/**
 * Turns the drafts of a page into the page: each sentence that its passages bear out is published, each other one is left out and counted in
 * `skipped` by part and reason. A section that loses what it stands on goes with its reason, too.
 *
 * @throws UserError("unreadable") where no article has a word to cite, so that not even a headline can be borne out
 */
export function verifyBriefing(
  draft: DraftBriefing,
  material: StoryMaterial,
  opinions: Opinions = new Map(),
  translations: Translations = new Map(),
): Briefing {
  const check = new BriefingCheck(material, opinions, translations);
  const headline = check.first(draft.headline, "headline") ?? check.first(firstSentences(material), "headline");
  const standfirst = check.first(draft.standfirst, "standfirst") ?? headline;
  if (!headline || !standfirst)
    throw new UserError("unreadable", "None of the story's articles has a sentence that could be cited.");
  const sections = draft.sections.flatMap((section) => check.section(section) ?? []);
  return { ...draft, headline, standfirst, sections, skipped: [...draft.skipped, ...check.rejections.skipped()] };
}

/** The check of one page: what it knows of the story, and what it has had to leave out. */
class BriefingCheck {
  readonly rejections = new Rejections();
  readonly #facts: StoryFacts;
  readonly #language: string;
  readonly #opinions: Opinions;
  readonly #translations: Translations;

  constructor(material: StoryMaterial, opinions: Opinions, translations: Translations) {
    this.#opinions = opinions;
    this.#translations = translations;
    this.#facts = readStoryFacts(material);
    this.#language = material.language;
  }

  /**
   * The first candidate that is borne out, or what stands in its place. Those before it are counted only when none is, but what a model wrote
   * is counted always.
   */
  first(candidates: readonly DraftClaim[], part: string): Claim | undefined {
    const reasons: string[] = [];
    for (const candidate of candidates.flatMap(withSubstitutes)) {
      const verdict = verifyClaim(candidate, this.#facts, this.#language, this.#opinions);
      if ("claim" in verdict) return this.#translated(verdict.claim, part);
      if (candidate.basis.kind === "written") this.rejections.add(part, verdict.rejected, true);
      else reasons.push(verdict.rejected);
    }
    for (const reason of reasons) this.rejections.add(part, reason);
    return undefined;
  }

  /** A translation that does not hold is left out and counted; its original stands. */
  #translated(original: Claim, part: string): Claim {
    const { claim, rejected } = translatedClaim(original, this.#translations, this.#facts, this.#language);
    if (rejected !== undefined) this.rejections.add(`${part}.translation`, rejected, true);
    return claim;
  }

  section(section: Draft<Section>): Section | undefined {
    switch (section.kind) {
      case "what-happened":
        return this.#whatHappened(section);
      case "behind-the-headline":
        return this.#behindTheHeadline(section);
      case "what-the-papers-say":
        return this.#whatThePapersSay(section);
      case "how-we-got-here":
        return this.#howWeGotHere(section);
      case "questions":
        return this.#questions(section);
      case "topics":
        return this.#topics(section);
    }
  }

  #claim(draft: DraftClaim, part: string): Claim | undefined {
    return this.first([draft], part);
  }

  #claims(drafts: readonly DraftClaim[], part: string): Claim[] {
    return drafts.flatMap((draft) => this.#claim(draft, part) ?? []);
  }

  #whatHappened({ kind, claims }: Draft<WhatHappened>): WhatHappened | undefined {
    const borne = this.#claims(claims, kind);
    return borne.length > 0 ? { kind, claims: borne } : this.#emptied(kind);
  }

  /** Where the thesis falls, the first bullet takes its place: both are judgements with their holder. */
  #behindTheHeadline(draft: Draft<BehindTheHeadline>): BehindTheHeadline | undefined {
    const { kind } = draft;
    const own = this.#claim(draft.thesis, `${kind}.thesis`);
    const bullets = this.#claims(draft.claims, kind);
    const [thesis, ...claims] = own ? [own, ...bullets] : bullets;
    if (!thesis || claims.length === 0) return this.#emptied(kind);
    const inSum = draft.inSum && this.#claim(draft.inSum, `${kind}.inSum`);
    return { kind, thesis, claims, ...(inSum && { inSum }) };
  }

  #whatThePapersSay(draft: Draft<WhatThePapersSay>): WhatThePapersSay | undefined {
    const { kind } = draft;
    const section: WhatThePapersSay = {
      kind,
      claims: this.#claims(draft.claims, kind),
      outlets: draft.outlets.flatMap((view) => this.#outletView(view, kind) ?? []),
      disagreements: draft.disagreements.flatMap((one) => this.#disagreement(one, kind) ?? []),
      consensus: this.#claims(draft.consensus, `${kind}.consensus`),
      unknowns: this.#claims(draft.unknowns, `${kind}.unknowns`),
    };
    return section.claims.length > 0 ? section : this.#emptied(kind);
  }

  #outletView({ outlet, emphasis, onlyHere, omits }: Draft<OutletView>, kind: string): OutletView | undefined {
    const view = {
      outlet,
      emphasis: this.#claims(emphasis, `${kind}.emphasis`),
      onlyHere: this.#claims(onlyHere, `${kind}.onlyHere`),
      omits: this.#claims(omits, `${kind}.omits`),
    };
    return view.emphasis.length + view.onlyHere.length + view.omits.length > 0 ? view : undefined;
  }

  /** Each version stands on passages of the outlets it is given to; a disagreement with one version left is none. */
  #disagreement({ subject, versions }: Draft<Disagreement>, kind: string): Disagreement | undefined {
    const borne = versions.filter(({ citations, outlets }) => {
      const cited = citations.flatMap(({ articleId }) => this.#facts.articles.get(articleId)?.outlet ?? []);
      const fault =
        citations.map((citation) => citationFault(citation, this.#facts)).find((one) => one !== undefined) ??
        (outlets.every((outlet) => cited.includes(outlet)) ? undefined : "wrong-outlet");
      if (fault !== undefined) this.rejections.add(`${kind}.disagreements`, fault);
      return fault === undefined;
    });
    return borne.length > 1 ? { subject, versions: borne } : undefined;
  }

  #howWeGotHere(draft: Draft<HowWeGotHere>): HowWeGotHere | undefined {
    const { kind, earlierStories } = draft;
    const claims = this.#claims(draft.claims, kind);
    const timeline = draft.timeline.flatMap(({ date, claims: drafts }) => {
      const borne = this.#claims(drafts, `${kind}.timeline`);
      return borne.length > 0 ? [{ date, claims: borne }] : [];
    });
    if (claims.length + timeline.length + earlierStories.length === 0) return this.#emptied(kind);
    return { kind, claims, timeline, earlierStories };
  }

  /** A question without an answer that is borne out is not asked. */
  #questions(draft: Draft<Questions>): Questions | undefined {
    const { kind, relatedStories } = draft;
    const claims = this.#claims(draft.claims, kind);
    const questions = draft.questions.flatMap(({ slug, question, teaser, answer: drafts }) => {
      const answer = this.#claims(drafts, `${kind}.answer`);
      return answer.length > 0 ? [{ slug, question, teaser, answer }] : [];
    });
    if (questions.length + relatedStories.length === 0) return this.#emptied(kind);
    return { kind, claims, questions, relatedStories };
  }

  #topics({ kind, claims, entities }: Draft<Topics>): Topics | undefined {
    const borne = entities.filter(({ source }) => {
      const cited = source.kind === "articles" ? source.citations : [];
      const fault = cited.map((citation) => citationFault(citation, this.#facts)).find((one) => one !== undefined);
      if (fault !== undefined) this.rejections.add(kind, fault);
      return fault === undefined;
    });
    return borne.length > 0 ? { kind, claims: this.#claims(claims, kind), entities: borne } : this.#emptied(kind);
  }

  #emptied(kind: string): undefined {
    this.rejections.add(kind, "nothing-borne-out");
    return undefined;
  }
}

function withSubstitutes(draft: DraftClaim): DraftClaim[] {
  return draft.instead ? [draft, ...withSubstitutes(draft.instead)] : [draft];
}

/** The plainest headline there is: the first sentence of each original article, verbatim, the newest first. */
function firstSentences({ articles, annotations, copies }: StoryMaterial): DraftClaim[] {
  const newest = [...articles].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || (a.id < b.id ? -1 : 1));
  return newest
    .filter(({ id }) => !copies.has(id))
    .flatMap(({ id, text }) => {
      const [sentence] = annotations.get(id)?.sentences ?? [];
      if (!sentence) return [];
      const quote = text.slice(sentence.start, sentence.end);
      return [
        {
          text: quote,
          voice: "attributed",
          citations: [{ articleId: id, ...sentence, quote }],
          basis: { kind: "excerpt" },
        },
      ];
    });
}
