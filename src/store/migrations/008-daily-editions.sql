-- What a day's edition showed when it closed: stories by their versions, never their words, so that what is redacted is gone from it too.
create table daily_editions (
  day date primary key,
  closed_at timestamptz not null,
  stories jsonb not null
);
