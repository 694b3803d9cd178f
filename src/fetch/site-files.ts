import { fetchParameters } from "./parameters.ts";

/** What a file of a site says, as we keep it. `until`: milliseconds since the epoch. */
export interface KeptFile {
  readonly until: number;
}

/** The files in which sites say what they want of programs, one a site: asked for once, kept for a while, of so many sites at most. */
export class SiteFiles<T extends KeptFile> {
  readonly #load: (origin: string, before: T | undefined) => Promise<T>;
  readonly #now: () => Date;
  readonly #kept = new Map<string, T>();
  readonly #asking = new Map<string, Promise<T>>();

  /** @param load asks a site; `before` is what was kept of it. Where it rejects, nothing is remembered. */
  constructor(load: (origin: string, before: T | undefined) => Promise<T>, now: () => Date) {
    this.#load = load;
    this.#now = now;
  }

  /** From memory, else from the site; who asks meanwhile waits for the same answer. */
  async of(origin: string): Promise<T> {
    const kept = this.#kept.get(origin);
    if (kept && kept.until > this.#now().getTime()) return kept;
    const asking = this.#asking.get(origin) ?? this.#renew(origin, kept).finally(() => this.#asking.delete(origin));
    this.#asking.set(origin, asking);
    return asking;
  }

  async #renew(origin: string, before: T | undefined): Promise<T> {
    const file = await this.#load(origin, before);
    this.#kept.delete(origin);
    this.#kept.set(origin, file);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > fetchParameters.maxRobotsKept) this.#kept.delete(oldest);
    return file;
  }
}
