-- What organisers sent to a part of an activity's audience. To whom stands in the events alone.
create table message (
  id              uuid primary key,
  activity_id     uuid        not null references activity on delete cascade,
  -- JSON objects from a BCP 47 language to the text.
  subject         jsonb       not null,
  text            jsonb       not null,
  -- The criteria by which they were chosen, and how many they were.
  audience        jsonb       not null,
  recipients      integer     not null check (recipients > 0),
  sent_at         timestamptz not null,
  -- Of the request, if it had one: sent again it sends nothing.
  idempotency_key text,
  body_hash       bytea,
  unique (activity_id, idempotency_key),
  check ((idempotency_key is null) = (body_hash is null))
);

create index message_of_activity on message (activity_id, sent_at, id);
