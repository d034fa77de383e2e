-- What recording-service announced; no reference to activity: events of different topics overtake each other.
create table recording (
  id           uuid primary key,
  activity_id  uuid        not null,
  session_id   uuid,
  title        text        not null,
  language     text        not null,
  access       text        not null,
  published_at timestamptz not null,
  watch_path   text        not null
);

create index recording_by_activity on recording (activity_id, published_at);
