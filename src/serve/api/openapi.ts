import type { Context } from "hono";
import { z } from "zod";
import { publicAddress } from "../public-address.ts";
import type { SiteEdition } from "../site-edition.ts";
import { type Operation, operations } from "./operations.ts";
import * as replies from "./reply-schemas.ts";

/** A parameter of a route as OpenAPI has it. */
export interface Parameter {
  readonly name: string;
  readonly in: "query" | "path";
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** GET /openapi.json: the API as OpenAPI 3.1, made from the schemas its routes check what they are asked with, and what tests check their replies with. */
export async function showOpenApi(context: Context, site: SiteEdition): Promise<Response> {
  context.header("access-control-allow-origin", "*");
  return context.json(openApi(site, publicAddress(context, site)("")));
}

/** @param server the address that paths are added to */
export function openApi({ edition, version }: Pick<SiteEdition, "edition" | "version">, server: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: edition.title,
      version,
      description: "Stories, each told from several papers at once; every sentence with the passages that bear it out.",
      license: { name: "MIT", identifier: "MIT" },
      ...(edition.contact?.includes("://") && { contact: { url: edition.contact } }),
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      operations.map((operation) => [templated(operation.path), { get: described(operation) }]),
    ),
    components: { schemas: schemas() },
  };
}

function described(operation: Operation): object {
  const { id, summary, reply, errors = [] } = operation;
  const failures = [...errors, 405, 500].map((status) => [status, answer(failureWords[status] ?? "", "ErrorReply")]);
  return {
    operationId: id,
    summary,
    security: [],
    parameters: parametersOf(operation),
    responses: { 200: answer(summary, reply), ...Object.fromEntries(failures) },
  };
}

const failureWords: Readonly<Record<number, string>> = {
  400: "A parameter is not what it must be; the message names it.",
  404: "There is no such thing.",
  405: "Only GET and HEAD can be asked.",
  500: "Something went wrong at the server.",
};

function answer(description: string, schema: string): object {
  return {
    description,
    content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

/** What stands in a route's path and after its question mark. */
export function parametersOf({ path, query = {} }: Operation): Parameter[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(
    ([, name = ""]): Parameter => ({ name, in: "path", required: true, schema: { type: "string" } }),
  );
  // As it is asked, before defaults are filled in.
  const { properties = {} } = z.toJSONSchema(z.object(query), { io: "input" });
  return [
    ...inPath,
    ...Object.entries(properties).map(
      ([name, schema]): Parameter => ({
        name,
        in: "query",
        required: !z.safeParse(query[name] as z.ZodType, undefined).success,
        schema: schema as Record<string, unknown>,
      }),
    ),
  ];
}

/** "/stories/:id" as OpenAPI has it: "/stories/{id}". */
export function templated(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

function schemas(): object {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(replies)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: "input" }).schemas;
  return Object.fromEntries(Object.entries(made).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}
