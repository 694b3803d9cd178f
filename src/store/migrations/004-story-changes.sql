-- What the second look did to stories, with its reasons: an editor can see why two pages became one, or why an article left a page.
create table story_changes (
  id text primary key,
  at timestamptz not null,
  doc jsonb not null
);
create index story_changes_at on story_changes (at desc, id);
