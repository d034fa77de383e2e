-- How long before each session reminders fall due, ISO 8601. Of activities that were known before, it is learned with
-- their next event; until then it is what was set where nothing else was.
alter table activities add column reminders text[] not null default '{P1D,PT1H,PT10M}';

-- How often a person had a mail sent again, each time under another Message-ID; and since when it is tried again.
alter table deliveries add column resent int not null default 0;
alter table deliveries add column again_at timestamptz;
