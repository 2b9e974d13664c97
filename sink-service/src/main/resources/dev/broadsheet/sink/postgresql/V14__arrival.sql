-- When whoever dropped a file was done with it, for the time from there to the whole page; and what is asked for each minute.

alter table pages add column arrived_at timestamptz;
comment on column pages.arrived_at is 'When the file was renamed into its folder or last written to, or its feed opened if that was later; null where unknown.';
alter table page_versions add column arrived_at timestamptz;
comment on column page_versions.arrived_at is 'As in pages.';
create index pages_received on pages (received_at);
create index pages_unfinished on pages (received_at) where complete_at is null and state = 'CURRENT';
