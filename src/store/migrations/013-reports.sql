-- What readers reported of a sentence. A row is all that is kept of a report; it leaves 90 days after an editor has answered it.
create table reports (
  id text primary key,
  story_id text not null,
  -- Of the page it was read on.
  revision integer not null,
  sentence text not null,
  kind text not null,
  words text,
  -- Gone with the answer.
  contact text,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'dismissed', 'corrected')),
  answered_at timestamptz
);
create index reports_open on reports (at desc) where state = 'open';
create index editor_acts_corrections on editor_acts (at desc) where doc ->> 'kind' = 'correct';
