-- An item whose host asked to be left alone for a while rests until then; its reason stands where that of a skip does.
alter table items add column retry_at timestamptz;
alter table items drop constraint items_status_check;
alter table items add constraint items_status_check check (status in ('waiting', 'resting', 'read', 'skipped'));
create index items_resting on items (feed_id) where status = 'resting';
-- Which opt-outs an outlet's pages were last seen to carry: they lower its use from visit to visit, and are shown.
create table opt_outs (
  outlet_id text not null,
  reason text not null,
  url text not null,
  seen_at timestamptz not null,
  primary key (outlet_id, reason)
);
