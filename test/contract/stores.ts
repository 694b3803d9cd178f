import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore, type Store } from "../../src/store/open-store.ts";

/** A store for a test, and how to be rid of it. */
export interface TestStore {
  readonly store: Store;
  drop(): Promise<void>;
}

const serverUrl = process.env.BACKSTORY_TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

/** The implementations a store's contract is run against; a server that does not answer is skipped by name. */
export const storeKinds = [
  { name: "embedded (PGlite)", open: openEmbedded, skip: false },
  { name: `PostgreSQL at ${new URL(serverUrl).host}`, open: openOnServer, skip: !(await serverAnswers()) },
] as const;

export async function openEmbedded(): Promise<TestStore> {
  const dataDir = mkdtempSync(join(tmpdir(), "backstory-test-"));
  const store = await openStore({ dataDir });
  return {
    store,
    async drop() {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openOnServer(): Promise<TestStore> {
  const name = `backstory_test_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const store = await openStore({ dataDir: tmpdir(), databaseUrl: url.href });
  return {
    store,
    async drop() {
      await store.close();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 1000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function serverAnswers(): Promise<boolean> {
  return onServer("select 1").then(
    () => true,
    () => false,
  );
}
