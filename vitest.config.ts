import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 30_000,
    // An embedded PostgreSQL opens in a few seconds, in a minute where everything else runs beside it.
    hookTimeout: 180_000,
    pool: "forks",
    // By default one core is left idle, which on two cores doubles the time.
    maxWorkers: "100%",
  },
});
