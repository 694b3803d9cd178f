-- "What was written since" is asked again and again, and must not look at every version for it.
create index briefings_written on briefings (written_at, story_id, revision);
