// The entry of every worker thread: runs a TypeScript source as it stands, as backstory.mjs does for the command. tsx would give each thread
// a second one for its hooks, three seconds of processor time and 40 MB, so the source is bundled instead: 0.3 s. See docs/decisions/0001.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";
import { build } from "esbuild";

/** Packages are imported by their full addresses, and each source knows the place it stood at, so the bundle may lie anywhere. */
const inPlace = {
  name: "in-place",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path: import.meta.resolve(path), external: true },
    );
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const here = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll("import.meta.url", here), loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(workerData.body)],
  plugins: [inPlace],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  sourcesContent: false,
  sourceRoot: new URL("../", import.meta.url).href,
  logLevel: "silent",
});
const folder = await mkdtemp(join(tmpdir(), "backstory-"));
try {
  const file = join(folder, "thread.mjs");
  await writeFile(file, outputFiles[0].contents);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(file).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}
