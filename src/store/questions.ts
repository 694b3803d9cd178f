import type { Question } from "../model/question.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** Saves a story's questions. Older ones stay: their addresses were given out. */
export async function saveQuestions(db: Queryable, storyId: StoryId, questions: readonly Question[]): Promise<void> {
  for (const question of questions)
    await db.query(
      "insert into questions (story_id, slug, doc) values ($1, $2, $3) on conflict (story_id, slug) do update set doc = excluded.doc",
      [storyId, question.slug, toJson(question)],
    );
}

/** All that a story ever had. */
export async function listQuestions(db: Queryable, storyId: StoryId): Promise<Question[]> {
  const rows = await db.query<{ doc: Question }>("select doc from questions where story_id = $1 order by slug", [
    storyId,
  ]);
  return rows.map(({ doc }) => doc);
}

export async function findQuestion(db: Queryable, storyId: StoryId, slug: string): Promise<Question | undefined> {
  const [row] = await db.query<{ doc: Question }>("select doc from questions where story_id = $1 and slug = $2", [
    storyId,
    slug,
  ]);
  return row?.doc;
}
