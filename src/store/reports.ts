import { answeredReportDays, type Report, type ReportAnswer } from "../model/report.ts";
import type { Queryable } from "./database.ts";

const columns = `id, story_id as "storyId", revision, sentence, kind, words, contact,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

interface ReportRow extends Omit<Report, "words" | "contact"> {
  readonly words: string | null;
  readonly contact: string | null;
}

function reportOf({ words, contact, ...row }: ReportRow): Report {
  return { ...row, ...(words !== null && { words }), ...(contact !== null && { contact }) };
}

export async function addReport(
  db: Queryable,
  { id, storyId, revision, sentence, kind, words, contact, at }: Report,
): Promise<void> {
  await db.query(
    "insert into reports (id, story_id, revision, sentence, kind, words, contact, at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [id, storyId, revision, sentence, kind, words ?? null, contact ?? null, at],
  );
}

/** Those that nobody has answered, the newest first. */
export async function openReports(db: Queryable, limit: number): Promise<Report[]> {
  const rows = await db.query<ReportRow>(
    `select ${columns} from reports where state = 'open' order by at desc, id limit $1`,
    [limit],
  );
  return rows.map(reportOf);
}

export async function countOpenReports(db: Queryable): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    "select count(*)::integer as count from reports where state = 'open'",
  );
  return row?.count ?? 0;
}

/** Marks as answered those that are open still, and erases where their readers can be reached; gives those it answered. */
export async function answerReports(
  db: Queryable,
  ids: readonly string[],
  state: ReportAnswer,
  at: string,
): Promise<Report[]> {
  const rows = await db.query<ReportRow>(
    `update reports set state = $2, answered_at = $3, contact = null where id = any($1::text[]) and state = 'open' returning ${columns}`,
    [[...ids], state, at],
  );
  return rows.map(reportOf);
}

/** Puts answered reports before the editors again; where their readers could be reached is gone. */
export async function reopenReports(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.query("update reports set state = 'open', answered_at = null where id = any($1::text[])", [[...ids]]);
}

/** Deletes those whose answer is older than they may be kept. */
export async function forgetAnsweredReports(db: Queryable, now: string): Promise<void> {
  await db.query("delete from reports where answered_at < $1::timestamptz - $2::integer * interval '1 day'", [
    now,
    answeredReportDays,
  ]);
}
