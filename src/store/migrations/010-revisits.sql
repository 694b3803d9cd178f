-- Articles that a page cites are asked for again, when they were last, how often, and since when their address answers that they are gone.
alter table articles add column revisits integer not null default 0;
alter table articles add column revisited_at timestamptz;
alter table articles add column gone_at timestamptz;
