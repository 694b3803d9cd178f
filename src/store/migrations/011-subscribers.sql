-- Readers who asked for the edition by mail. A row is all that is kept of one, and leaves with them.
create table subscribers (
  id text primary key,
  address text not null unique,
  -- "daily" or "weekly".
  rhythm text not null,
  asked_at timestamptz not null,
  -- The newest mail that went out.
  mailed_at timestamptz,
  confirmed_at timestamptz,
  -- The newest day's edition that was sent.
  last_day date,
  -- In a row.
  failures integer not null default 0,
  last_failure text,
  -- Not before; a sender that takes one moves it, so that no other does.
  try_at timestamptz not null
);
create index subscribers_try on subscribers (try_at);
