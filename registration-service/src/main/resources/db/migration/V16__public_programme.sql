-- For feeds: since when everyone may know of an activity, and when it last changed. Null: it is a draft, or a series.
alter table activity add column published_at timestamptz;
alter table activity add column changed_at timestamptz;
-- Of what was there before, it is only known when it was written.
update activity set published_at = created_at, changed_at = created_at where status <> 'DRAFT' and kind <> 'SERIES';

-- When a session that everyone knew of was to begin before it was last moved.
alter table session add column previous_starts_at timestamptz;
