-- The live room for who leads the session; join_url is everybody's.
alter table session add column host_url text;

-- Who is asked to speak. No registration: it takes no place, and is in no list, count or certificate of participants.
create table speaker_invitation (
  id           uuid primary key,
  activity_id  uuid        not null references activity,
  revision     bigint      not null,
  status       text        not null check (status in ('INVITED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  email        text        not null,
  -- The address as it is compared, like a registration's.
  email_key    text        not null,
  name         text        not null,
  language     text        not null,
  time_zone    text        not null,
  -- Null: every session, also one that is added later.
  session_ids  uuid[],
  link_version integer     not null,
  invited_at   timestamptz not null,
  answered_at  timestamptz,
  -- What happened, with the revision at which it last did.
  occasions    jsonb       not null,
  unique (activity_id, email_key),
  check (status <> 'ACCEPTED' or answered_at is not null)
);
