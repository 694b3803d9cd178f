import { z } from "zod";
import type { Config } from "./config.ts";
import { subjects } from "./model/edition.ts";

const choice = z.object({
  languages: z.array(z.string()).min(1),
  subjects: z.array(z.enum(subjects)).min(1),
});

/** From so many outlets on, a third report is soon there to be waited for. */
const fewOutlets = 20;

/** The settings an edition of so many outlets runs with, after what was chosen on its first-run page. */
export function liveConfig(config: Config, choice: unknown, outlets: number): Config {
  const chosen = withChoice(config, choice);
  if (chosen.stories.minArticles > 0) return chosen;
  return { ...chosen, stories: { ...chosen.stories, minArticles: outlets < fewOutlets ? 2 : 3 } };
}

/**
 * The settings with what was chosen on the first-run page over them. The page can be opened again at any time, so it has the last word on
 * languages and subjects; a choice that cannot be read leaves the settings as they are.
 */
function withChoice(config: Config, setting: unknown): Config {
  const chosen = choice.safeParse(setting);
  if (!chosen.success) return config;
  const { languages, subjects: wanted } = chosen.data;
  // In the order of the settings, then of the page: the first language decides ties, the subjects stand in this order.
  const inOrder = <T>(order: readonly T[], some: readonly T[]) => [
    ...order.filter((one) => some.includes(one)),
    ...some.filter((one) => !order.includes(one)),
  ];
  return {
    ...config,
    languages: inOrder(config.languages, languages),
    subjects: inOrder(config.subjects, wanted),
  };
}
