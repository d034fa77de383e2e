-- An ISO 8601 period after the end of the last session; null: what the installation is set to.
alter table activity add column retention text;

-- Whose registrations and invitations went with the end of their period; null: they were asked for one by one, or by address.
alter table erasure add column activity_id uuid references activity;
-- False: more of the activity's is going.
alter table erasure add column complete boolean not null default true;
alter table erasure drop constraint erasure_subject_check;
alter table erasure add constraint erasure_subject_check
  check (subject in ('PERSON', 'REGISTRATION', 'ACTIVITY') and (subject = 'ACTIVITY') = (activity_id is not null));
create unique index erasure_going_on on erasure (activity_id) where not complete;

-- What there is to count of registrations that went with the end of their period: statistics add it to what they count of those
-- that there are. Each registration is counted in the transaction that deletes it.
create table kept_sign_ups (
  activity_id uuid    not null references activity,
  grouped_by  text    not null,
  name        text,
  quarter     timestamptz,
  everyone    integer not null,
  cancelled   integer not null,
  attended    integer not null,
  unique nulls not distinct (activity_id, grouped_by, name, quarter)
);

create table kept_attendance (
  session_id uuid    primary key references session on delete cascade,
  chosen     integer not null,
  waiting    integer not null,
  attended   integer not null,
  known      integer not null,
  minutes    bigint  not null
);

create table kept_answers (
  activity_id uuid    not null references activity,
  version     integer not null,
  what        text    not null,
  id          text,
  value       text,
  number      integer not null,
  unique nulls not distinct (activity_id, version, what, id, value)
);
