import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { dictionaryOf, wordsWanted } from "./search.ts";

/** A piece of a text, marked where a search found it. */
export interface FoundRun {
  readonly text: string;
  readonly marked: boolean;
}

/** Signs that no text of a page holds. */
const [begin, end] = ["\u0002", "\u0003"];
const passageWords = 34;

/** Where the words of a search stand on some stories' newest pages: the best passage of each, its words marked by their stems. Reads each page whole. */
export async function searchPassages(
  db: Queryable,
  words: string,
  ids: readonly StoryId[],
  language: string,
): Promise<ReadonlyMap<StoryId, readonly FoundRun[]>> {
  const rows = await db.query<{ id: StoryId; passage: string | null }>(
    `select wanted.id, ts_headline($2::regconfig, said.text, websearch_to_tsquery($2::regconfig, $3), $4) as passage
     from unnest($1::text[]) as wanted (id),
       lateral (select doc from briefings where story_id = wanted.id order by revision desc limit 1) as page,
       lateral (
         select string_agg(sentence #>> '{}', ' ') as text from jsonb_path_query(page.doc, 'strict $.sections.**.text') as sentence
       ) as said`,
    [
      ids,
      dictionaryOf(language),
      wordsWanted(words),
      `StartSel=${begin}, StopSel=${end}, MaxFragments=1, MaxWords=${passageWords}, MinWords=${passageWords / 2}`,
    ],
  );
  return new Map(rows.flatMap(({ id, passage }) => (passage?.includes(begin) ? [[id, runsOf(passage)] as const] : [])));
}

function runsOf(passage: string): FoundRun[] {
  return passage.split(begin).flatMap((part, at) => {
    const [found = "", rest] = part.split(end);
    if (at === 0 || rest === undefined) return part === "" ? [] : [{ text: part, marked: false }];
    return [{ text: found, marked: true }, ...(rest === "" ? [] : [{ text: rest, marked: false }])];
  });
}
