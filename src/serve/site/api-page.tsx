import type { Context } from "hono";
import { type Parameter, parametersOf, templated } from "../api/openapi.ts";
import { operations } from "../api/operations.ts";
import type { SiteEdition } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { listingView } from "./listing-view.ts";
import { readerStringsFor } from "./strings/reader-strings.ts";

/** GET /api: the API for people, drawn from what /openapi.json is made of. Names and summaries are its own, in English. */
export async function showApi(context: Context, site: SiteEdition): Promise<Response> {
  const { api } = readerStringsFor(listingView(site).strings.tag);
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: api.heading, path: "/api" }}>
      <h1>{api.heading}</h1>
      <p class="lead">{api.intro}</p>
      <p>
        <a href="/openapi.json">OpenAPI 3.1</a>
      </p>
      {operations.map((operation) => (
        <section class="operation" lang="en" aria-labelledby={operation.id}>
          <h2 id={operation.id}>
            <code>GET {templated(operation.path)}</code>
          </h2>
          <p>{operation.summary}</p>
          <Parameters parameters={parametersOf(operation)} />
        </section>
      ))}
    </Layout>,
  );
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  if (parameters.length === 0) return null;
  return (
    <dl class="facts">
      {parameters.map(({ name, required, schema }) => (
        <div>
          <dt>
            <code>{name}</code>
            {required && " (required)"}
          </dt>
          <dd>{inWords(schema)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "one of rank, newest; rank by default" */
function inWords({ type, enum: options, minimum, maximum, default: byDefault }: Parameter["schema"]): string {
  const what = Array.isArray(options) ? `one of ${options.join(", ")}` : String(type ?? "text");
  const range = minimum !== undefined && maximum !== undefined ? ` from ${minimum} to ${maximum}` : "";
  return `${what}${range}${byDefault === undefined ? "" : `; ${byDefault} by default`}`;
}
