import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe-core (all its rules, best practices too) finds wrong with a page as it stands: "rule: element", a line each. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Put in by the debugger, which the page's Content-Security-Policy does not bind.
  await page.evaluate(source);
  const { violations } = await page.evaluate<Found>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))",
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
