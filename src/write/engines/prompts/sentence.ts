import { z } from "zod";

/** A sentence as a model writes it: its words, and the numbers of the passages it is drawn from. */
export const sentence = z.object({ text: z.string(), passages: z.array(z.int()) });
export type Sentence = z.infer<typeof sentence>;
