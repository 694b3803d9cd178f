import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** Somebody who signed in at the editor's desk. */
export interface EditorSession {
  /** Who that is, for the log of acts. */
  readonly name: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

const prefix = "editorSession:";

/** Keeps a session under the hash of its token, and drops those that have expired at `now`. */
export async function saveEditorSession(
  db: Queryable,
  tokenHash: string,
  session: EditorSession,
  now: string,
): Promise<void> {
  await db.query("delete from settings where starts_with(key, $1) and value ->> 'expiresAt' <= $2", [prefix, now]);
  await db.query("insert into settings (key, value) values ($1, $2)", [prefix + tokenHash, toJson(session)]);
}

/** The session of a token, while it has not expired. */
export async function findEditorSession(
  db: Queryable,
  tokenHash: string,
  now: string,
): Promise<EditorSession | undefined> {
  const [row] = await db.query<{ value: EditorSession }>(
    "select value from settings where key = $1 and value ->> 'expiresAt' > $2",
    [prefix + tokenHash, now],
  );
  return row?.value;
}

/** Ends one session, or all of them. */
export async function endEditorSessions(db: Queryable, tokenHash?: string): Promise<void> {
  if (tokenHash === undefined) await db.query("delete from settings where starts_with(key, $1)", [prefix]);
  else await db.query("delete from settings where key = $1", [prefix + tokenHash]);
}
