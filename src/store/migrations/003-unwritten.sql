-- Why a story's page could not be written, until it can be: a fault in one page must neither stop the others nor pass in silence.
alter table stories add column unwritten text;
create index stories_unwritten on stories (id) where unwritten is not null;
