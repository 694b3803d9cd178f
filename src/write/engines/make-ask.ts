import { createHash } from "node:crypto";
import { z } from "zod";
import type { Ask } from "../../model/ask.ts";

/** An ask with its id and the JSON Schema of its reply. */
export function makeAsk(ask: Omit<Ask, "id" | "schema"> & { readonly schema: z.ZodType }): Ask {
  const { $schema: _, ...schema } = z.toJSONSchema(ask.schema, {
    // The bounds of a safe integer, which some endpoints refuse in a schema.
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
  const { part, template, instructions, prompt, entailment } = ask;
  const id = createHash("sha256")
    .update(JSON.stringify([template, instructions, prompt, schema]))
    .digest("hex");
  return { id, part, template, instructions, prompt, ...(entailment && { entailment }), schema };
}
