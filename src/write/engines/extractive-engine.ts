import { draftBriefing } from "../draft-briefing.ts";
import type { Engine } from "./engine.ts";

/** The outlets' own sentences; asks nobody. */
export const extractiveEngine: Engine = (material) => {
  const drafted = { draft: draftBriefing(material), asks: [] };
  return { ...drafted, mend: () => drafted };
};
