import type { Answers, Ask } from "../../model/ask.ts";
import type { SkippedPart, Writing } from "../../model/briefing.ts";
import type { DraftClaim } from "../../model/claim.ts";
import type { DraftBriefing } from "../../model/draft.ts";
import { draftPage, sectionContext } from "../draft-briefing.ts";
import { excerptOf } from "../excerpt.ts";
import { repliesTo } from "../replies.ts";
import type { SectionContext } from "../section-context.ts";
import { type AskedReply, askFor } from "./ask-for.ts";
import type { Drafted, Engine } from "./engine.ts";
import { engineParameters } from "./engine-parameters.ts";
import { type Evidence, toPrompt } from "./evidence.ts";
import { behindTheHeadline } from "./prompts/behind-the-headline.ts";
import { howWeGotHere } from "./prompts/how-we-got-here.ts";
import { mendPrompt, mendReply, mendTemplate } from "./prompts/mend.ts";
import type { PartPrompt } from "./prompts/part-prompt.ts";
import { questions } from "./prompts/questions.ts";
import { rules } from "./prompts/rules.ts";
import { whatHappened } from "./prompts/what-happened.ts";
import { whatThePapersSay } from "./prompts/what-the-papers-say.ts";
import { replaceClaims } from "./replace-claims.ts";
import { usageOf } from "./usage-of.ts";
import { type Group, WrittenDrafts } from "./written-drafts.ts";

/** In the order in which they tell: what one has told, the next does not repeat. */
// biome-ignore lint/suspicious/noExplicitAny: each prompt reads its own reply; nothing else does.
const prompts: readonly PartPrompt<any>[] = [
  whatHappened,
  behindTheHeadline,
  howWeGotHere,
  whatThePapersSay,
  questions,
];

/**
 * The engine that has a model write. It drafts the extractive page first: what the model is not asked for, does not answer, or writes so that
 * nothing bears it out, stands there in the outlets' own words.
 *
 * @param model its name, as readers know it
 */
export function modelEngine(model: string): Engine {
  return (material, answers) => new ModelPage(model, sectionContext(material), answers).drafting();
}

/** A part that a model has written: what it was written from, and the groups of sentences it became. */
interface WrittenPart {
  readonly prompt: PartPrompt<unknown>;
  readonly evidence: Evidence;
  readonly groups: readonly Group[];
}

/** One page in the making. */
class ModelPage {
  readonly #model: string;
  readonly #context: SectionContext;
  readonly #answers: Answers;
  readonly #page: DraftBriefing;
  readonly #drafts: WrittenDrafts;
  readonly #asks: Ask[] = [];
  readonly #failures: SkippedPart[] = [];
  readonly #written: WrittenPart[] = [];

  constructor(model: string, context: SectionContext, answers: Answers) {
    this.#model = model;
    this.#context = context;
    this.#answers = answers;
    this.#page = draftPage(context);
    this.#drafts = new WrittenDrafts(context, this.#page);
  }

  drafting() {
    let page = this.#page;
    for (const prompt of prompts) page = this.#write(prompt, page);
    return { ...this.#finished(page), mend: (refused: ReadonlyMap<DraftClaim, string>) => this.#mend(page, refused) };
  }

  #write(prompt: PartPrompt<unknown>, page: DraftBriefing): DraftBriefing {
    const wish = prompt.task(page, this.#context);
    if (!wish || wish.evidence.length < engineParameters.leastEvidence) return page;
    const { language } = this.#context.material;
    const reply = this.#ask({
      part: prompt.part,
      template: prompt.template,
      instructions: rules(language),
      prompt: `${toPrompt(wish.evidence, language)}\n\n${wish.task}`,
      schema: prompt.reply,
    });
    if (reply.kind !== "reply") return page;
    const before = this.#drafts.groups.length;
    const leftOut = this.#drafts.leftOut().length;
    const placed = prompt.place(reply.value, page, (sentences, most, wording = {}) =>
      this.#drafts.place(sentences, wish.evidence, {
        most,
        wording: { ...wording, part: wording.part ?? prompt.part },
      }),
    );
    const groups = this.#drafts.groups.slice(before);
    if (groups.length === 0 && this.#drafts.leftOut().length === leftOut)
      this.#failures.push({ part: prompt.part, reason: "model-wrote-nothing", count: 1 });
    this.#written.push({ prompt, evidence: wish.evidence, groups });
    return placed;
  }

  #ask<T>(ask: AskedReply<T>) {
    const { asks, outcome } = askFor(ask, this.#answers);
    this.#asks.push(...asks);
    if (outcome.kind === "failed") this.#failures.push({ part: ask.part, reason: outcome.reason, count: 1 });
    return outcome;
  }

  /** Refused sentences are asked for anew once, part by part; one that accuses has the reply to it beside it, or goes. */
  #mend(page: DraftBriefing, refused: ReadonlyMap<DraftClaim, string>): Drafted {
    const others = new Map<DraftClaim, readonly DraftClaim[]>();
    for (const part of this.#written) {
      const ours = new Map(part.groups.flatMap(({ drafts }) => drafts.flatMap((draft) => entry(draft, refused))));
      const mended = ours.size > 0 ? this.#writtenAnew(part, ours) : new Map<DraftClaim, DraftClaim>();
      for (const group of part.groups) {
        const substitutes = this.#substitutes(group, ours);
        for (const draft of group.drafts) {
          if (!ours.has(draft)) others.set(draft, this.#withReply(draft, part.prompt.part));
          else others.set(draft, [{ ...(mended.get(draft) ?? draft), ...instead(substitutes.shift()) }]);
        }
      }
    }
    return this.#finished(replaceClaims(page, others));
  }

  #writtenAnew(
    { prompt, evidence, groups }: WrittenPart,
    refused: ReadonlyMap<DraftClaim, string>,
  ): ReadonlyMap<DraftClaim, DraftClaim> {
    const { language } = this.#context.material;
    const reply = this.#ask({
      part: prompt.part,
      template: mendTemplate,
      instructions: rules(language),
      prompt: mendPrompt(refused, evidence, language),
      schema: mendReply,
    });
    const mended = new Map<DraftClaim, DraftClaim>();
    if (reply.kind !== "reply") return mended;
    for (const old of refused.keys()) this.#drafts.forget(old);
    for (const [index, old] of [...refused.keys()].entries()) {
      const sentence = reply.value.sentences.find(({ number }) => number === index + 1);
      const wording = groups.find(({ drafts }) => drafts.includes(old))?.wording;
      if (!sentence || sentence.text.trim() === "" || !wording) continue;
      const draft = this.#drafts.draft(sentence, evidence, wording);
      // One that accuses would need its reply, and whether it is borne out is not known here.
      if (typeof draft !== "string" && this.#repliesTo(draft).length === 0) mended.set(old, draft);
    }
    return mended;
  }

  /** What the extractive engine tells in a group's place and no sentence that stands is drawn from. */
  #substitutes({ drafts, wording }: Group, refused: ReadonlyMap<DraftClaim, string>): DraftClaim[] {
    const told = new Set(drafts.filter((draft) => !refused.has(draft)).flatMap(placesOf));
    return (wording.instead ?? []).filter(
      (one) =>
        !placesOf(one)
          .slice(0, 1)
          .some((place) => told.has(place)),
    );
  }

  /** A sentence that accuses stands before the denial that an article carries; without room for it, it does not stand. */
  #withReply(draft: DraftClaim, part: string): DraftClaim[] {
    const replies = this.#repliesTo(draft);
    if (replies.length === 0) return [draft];
    const { allowance, phrases } = this.#context;
    const reply = replies.find((one) => one.flaw === undefined && allowance.allowsEvidence(one));
    if (!reply) {
      this.#drafts.leaveOut(part, "accusation-without-room-for-reply");
      return [];
    }
    const prefix = phrases.replies(reply.outlet);
    return [draft, excerptOf(reply, allowance, { part, voice: "attributed", prefix })];
  }

  #repliesTo(draft: DraftClaim) {
    const cited = this.#drafts.evidenceOf(draft);
    const replies = cited.flatMap((passage) => repliesTo(passage, this.#context));
    return replies.some((one) => cited.includes(one)) ? [] : replies;
  }

  #finished(page: DraftBriefing): Drafted {
    const { name, parts } = { name: this.#model, parts: this.#parts() };
    const writing: Writing = { model: name, parts, usage: usageOf(this.#asks, this.#answers) };
    const skipped = [...page.skipped, ...this.#failures, ...this.#drafts.leftOut()];
    return {
      draft: { ...page, engine: parts.length > 0 ? "model" : "extractive", writing, skipped },
      asks: [...this.#asks],
    };
  }

  #parts(): Writing["parts"] {
    return this.#written.flatMap(({ prompt: { part, template } }) => [
      ...(part === "what-happened" ? [{ part: "headline" as const, template }] : []),
      { part, template },
    ]);
  }
}

const entry = (draft: DraftClaim, refused: ReadonlyMap<DraftClaim, string>): [DraftClaim, string][] => {
  const reason = refused.get(draft);
  return reason === undefined ? [] : [[draft, reason]];
};

const instead = (substitute: DraftClaim | undefined) => (substitute ? { instead: substitute } : {});

const placesOf = ({ citations }: DraftClaim) => citations.map(({ articleId, start }) => `${articleId} ${start}`);
