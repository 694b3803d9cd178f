-- What a language model answered, by model and by a hash of all it was asked: unchanged evidence is never paid for twice.
create table model_replies (
  model text not null,
  ask text not null,
  at timestamptz not null,
  doc jsonb not null,
  primary key (model, ask)
);
-- Every time a model was asked, what it took, and how it ended: the day's budget and the forecast are counted from it.
create table model_calls (
  id text primary key,
  at timestamptz not null,
  model text not null,
  story_id text not null,
  part text not null,
  -- "answered", or why not.
  outcome text not null,
  input_tokens integer not null,
  output_tokens integer not null,
  cost double precision
);
create index model_calls_at on model_calls (at);
-- The model that wrote any part of a story's page, so that lists and feeds say so without opening the page.
alter table stories add column writer text;
