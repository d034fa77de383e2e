create table registration (
  id            uuid primary key,
  activity_id   uuid        not null references activity,
  revision      bigint      not null,
  status        text        not null check (status in ('CONFIRMED', 'WAITLISTED', 'CANCELLED')),
  email         text        not null,
  -- The address as it is compared: lower case in every script, the domain in its ASCII form.
  email_key     text        not null,
  name          text        not null,
  language      text        not null,
  time_zone     text        not null,
  country       text,
  affiliation   text,
  -- The sessions chosen; null stands for every session, also one that is added later.
  session_ids   uuid[],
  -- The number drawn on joining the waitlist; null for who does not wait.
  place_in_line bigint,
  registered_at timestamptz not null,
  confirmed_at  timestamptz,
  repeated_at   timestamptz,
  link_version  integer     not null default 1,
  -- What happened, with the revision at which it last did.
  occasions     jsonb       not null default '{}',
  attended      uuid[]      not null default '{}',
  unique (activity_id, email_key)
);

-- The last number drawn on the activity's waitlist, under the activity's lock.
alter table activity add column last_in_line bigint not null default 0;

create index registration_waiting on registration (activity_id, place_in_line) where status = 'WAITLISTED';

create table idempotency_key (
  activity_id uuid        not null references activity on delete cascade,
  key         text        not null,
  body_hash   bytea       not null,
  answer      text        not null,
  created_at  timestamptz not null,
  primary key (activity_id, key)
);

create index idempotency_key_by_age on idempotency_key (created_at);

create table attendance (
  registration_id uuid        not null references registration on delete cascade,
  session_id      uuid        not null references session,
  joined_at       timestamptz not null,
  primary key (registration_id, session_id)
);
