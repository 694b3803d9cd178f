-- What an encyclopaedia has under names, asked in the background and kept a month; a failure is kept by its name.
create table name_lookups (
  language text not null,
  type text not null,
  name text not null,
  -- "waiting", "found", or why nothing was.
  outcome text not null default 'waiting',
  detail text,
  -- In a row; a success begins anew.
  failures integer not null default 0,
  -- The last time a page wanted it: what none wants any more is not asked again.
  wanted_at timestamptz not null,
  asked_at timestamptz,
  found_at timestamptz,
  due_at timestamptz not null,
  articles jsonb,
  primary key (language, type, name)
);
create index name_lookups_due on name_lookups (due_at);
-- Stories whose page waits for names that were never asked for yet.
create table name_wishes (
  story_id text not null,
  language text not null,
  type text not null,
  name text not null,
  primary key (story_id, language, type, name)
);
