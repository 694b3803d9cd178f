import { z } from "zod";
import { type Subject, subjects } from "../../model/edition.ts";

const welcome = z.object({
  languages: z.array(z.string()),
  subjects: z.array(z.string()),
  countries: z.array(z.string()),
});

/** What was chosen on the first-run page, as the store has it; undefined where nothing was. */
export function parseWelcome(setting: unknown): z.infer<typeof welcome> | undefined {
  const result = welcome.safeParse(setting);
  return result.success ? result.data : undefined;
}

/** The edition's subjects in its order, without those that were not chosen on the first-run page. */
export function chosenSubjects(ofEdition: readonly Subject[], setting: unknown): readonly Subject[] {
  const chosen = parseWelcome(setting)?.subjects.filter((one) => (subjects as readonly string[]).includes(one)) ?? [];
  return chosen.length === 0 ? ofEdition : ofEdition.filter((subject) => chosen.includes(subject));
}
