-- Times are timestamptz, ids are text (a bigint is a number from one driver and a string from another), documents are jsonb.
-- There are no foreign keys: every stage is idempotent, and a sweep mends what a crash left between two tables.

create table outlets (
  id text not null,
  layer text not null check (layer in ('edition', 'user')),
  doc jsonb not null,
  primary key (id, layer)
);

create table feeds (
  id text primary key,
  outlet_id text not null,
  url text not null unique,
  title text,
  language text,
  subject text,
  status text not null default 'active',
  etag text,
  last_modified text,
  last_poll_at timestamptz,
  last_outcome text,
  last_detail text,
  last_item_at timestamptz,
  new_items integer not null default 0,
  failures integer not null default 0,
  delay_ms double precision not null default 0,
  next_poll_at timestamptz
);
create index feeds_due on feeds (next_poll_at nulls first) where status = 'active';

create table items (
  id text primary key,
  feed_id text not null,
  outlet_id text not null,
  url text,
  subject text,
  doc jsonb not null,
  seen_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'read', 'skipped')),
  skip_stage text,
  skip_reason text,
  skip_detail text,
  settled_at timestamptz
);
create index items_waiting on items (seen_at, id) where status = 'waiting';
create index items_skipped on items (settled_at desc) where status = 'skipped';
create index items_feed on items (feed_id);

create table articles (
  id text primary key,
  outlet_id text not null,
  canonical_url text,
  subject text,
  language text not null,
  published_at timestamptz not null,
  doc jsonb not null,
  annotation jsonb not null,
  story_id text,
  copy_of text,
  assigned_at timestamptz
);
create unique index articles_canonical on articles (outlet_id, canonical_url) where canonical_url is not null;
create index articles_url on articles (canonical_url) where canonical_url is not null;
create index articles_unassigned on articles (published_at, id) where story_id is null;
create index articles_story on articles (story_id, published_at);
create index articles_outlet on articles (outlet_id, published_at desc);
create index articles_published on articles (published_at);

create table stories (
  id text primary key,
  merged_into text,
  first_seen_at timestamptz not null,
  -- Grows with every change of its articles; the page is stale while it is ahead of the change that was written.
  change integer not null default 1,
  written_change integer not null default 0,
  headline text,
  slug text,
  standfirst text,
  language text,
  subject text,
  rank double precision,
  articles integer not null default 0,
  outlets integer not null default 0,
  origins integer not null default 0,
  newest_at timestamptz,
  written_at timestamptz,
  words tsvector
);
create index stories_stale on stories (id) where change > written_change and merged_into is null;
create index stories_rank on stories (rank desc nulls last) where merged_into is null;
create index stories_subject on stories (subject, rank desc nulls last) where merged_into is null;
create index stories_newest on stories (newest_at desc nulls last) where merged_into is null;
create index stories_words on stories using gin (words);

create table briefings (
  story_id text not null,
  revision integer not null,
  written_at timestamptz not null,
  doc jsonb not null,
  primary key (story_id, revision)
);

create table story_entities (
  story_id text not null,
  entity_id text not null,
  name text not null,
  card jsonb,
  primary key (story_id, entity_id)
);
create index story_entities_entity on story_entities (entity_id);

create table questions (
  story_id text not null,
  slug text not null,
  doc jsonb not null,
  primary key (story_id, slug)
);

create table settings (
  key text primary key,
  value jsonb not null
);

create table editor_acts (
  id text primary key,
  at timestamptz not null,
  doc jsonb not null
);
