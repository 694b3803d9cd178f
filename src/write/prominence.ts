import type { MentionType } from "../model/annotation.ts";
import { parameters } from "./parameters.ts";
import type { SectionContext } from "./section-context.ts";

/** The share of the reports that have a name in their title or first lines, a person by the last name alone. */
export function prominence(name: string, { reading }: Pick<SectionContext, "reading">): number {
  const bare = name.replace(/^the /, "");
  const opening = reading.articles.filter(
    ({ title, text }) => title.includes(bare) || text.slice(0, parameters.questions.opening).includes(bare),
  );
  return opening.length / Math.max(1, reading.articles.length);
}

/** What a name is of, as most of its mentions have it; nothing of a country, which is too wide. */
export function mentionTypes({ material }: SectionContext): (name: string) => MentionType | undefined {
  const counts = new Map<string, Map<MentionType, number>>();
  for (const { mentions } of material.annotations.values())
    for (const { name, type, entityId } of mentions) {
      if (type === "LOC" && entityId !== undefined && !entityId.startsWith("local:")) continue;
      const own = counts.get(name) ?? new Map<MentionType, number>();
      counts.set(name, own.set(type, (own.get(type) ?? 0) + 1));
    }
  return (name) => [...(counts.get(name) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];
}
