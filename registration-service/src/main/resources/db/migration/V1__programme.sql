-- What organisers plan. Texts are JSON objects from a BCP 47 language to the text in it.
create table series (
  id      uuid primary key,
  slug    text  not null unique,
  title   jsonb not null,
  summary jsonb not null
);

create table activity (
  id                  uuid primary key,
  revision            bigint      not null,
  slug                text        not null unique,
  kind                text        not null check (kind in ('WEBINAR', 'TRAINING', 'CONFERENCE', 'COURSE')),
  status              text        not null check (status in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
  language            text        not null,
  series_id           uuid references series,
  title               jsonb       not null,
  summary             jsonb       not null,
  capacity            integer check (capacity > 0),
  waitlist            boolean     not null,
  reminders           text[]      not null,
  speakers            jsonb       not null,
  organizations       jsonb       not null,
  cancellation_reason text,
  -- Confirmed registrations. Changed only under this row's lock, together with the registrations themselves.
  taken               integer     not null default 0 check (taken >= 0),
  -- The span of the sessions that take place, for lists; null without a date.
  starts_at           timestamptz,
  ends_at             timestamptz,
  created_at          timestamptz not null
);

create index activity_by_start on activity (starts_at desc nulls first, id) where status <> 'DRAFT';
create index activity_by_series on activity (series_id);

create table session (
  id          uuid primary key,
  activity_id uuid        not null references activity on delete cascade,
  position    integer     not null,
  revision    bigint      not null,
  status      text        not null check (status in ('SCHEDULED', 'CANCELLED')),
  title       jsonb       not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > starts_at),
  time_zone   text        not null,
  join_url    text,
  capacity    integer check (capacity > 0),
  taken       integer     not null default 0 check (taken >= 0)
);

create index session_by_activity on session (activity_id, position);

-- One row when the sample programme has been loaded: it is never loaded again, whatever organisers did to it.
create table sample_programme_loaded (
  once      boolean primary key default true check (once),
  loaded_at timestamptz not null default now()
);
