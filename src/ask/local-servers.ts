import { z } from "zod";

/** A server on this machine that offers models. */
export interface LocalServer {
  readonly url: string;
  readonly models: readonly string[];
}

/** Where Ollama, llama.cpp, LM Studio and vLLM listen unless they are told otherwise. */
const usualPlaces = [11_434, 8_080, 1_234, 8_000].map((port) => `http://127.0.0.1:${port}/v1`);
const timeoutMs = 700;
const modelList = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });

/** The servers on this machine that list models; what else listens there is passed over. Nothing is asked of a model. */
export async function findLocalServers(places: readonly string[] = usualPlaces): Promise<LocalServer[]> {
  const found = await Promise.all(places.map(modelsAt));
  return found.flatMap((models, index) => (models.length > 0 ? [{ url: places[index] ?? "", models }] : []));
}

async function modelsAt(url: string): Promise<string[]> {
  try {
    const answer = await fetch(`${url}/models`, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
    const list = modelList.safeParse(await answer.json());
    return list.success ? list.data.data.map(({ id }) => id) : [];
  } catch {
    return [];
  }
}
