alter table activity
  add column double_opt_in   boolean     not null default false,
  add column approval        boolean     not null default false,
  add column invitation_only boolean     not null default false,
  -- Domains of mail addresses, lower case and in ASCII; none: any.
  add column allowed_domains text[]      not null default '{}',
  -- An ISO 8601 duration: how long a free place is offered to the first in line; null: it is given at once.
  add column place_offers    text,
  add column opens_at        timestamptz,
  add column closes_at       timestamptz;

create table invitation_code (
  id          uuid primary key,
  activity_id uuid        not null references activity on delete cascade,
  code        text        not null,
  -- Null: as often as there are places.
  uses        integer check (uses > 0),
  -- Whom alone it invites; null: whoever has it.
  email_key   text,
  created_at  timestamptz not null,
  unique (activity_id, code)
);

alter table registration drop constraint registration_status_check;
alter table registration
  add constraint registration_status_check
    check (status in ('PENDING', 'INTERESTED', 'CONFIRMED', 'WAITLISTED', 'CANCELLED')),
  add column pending_for text check (pending_for in ('ADDRESS', 'APPROVAL')),
  -- Until when the person must answer: an opt-in, or the offer of a place, which is held until then.
  add column answer_by   timestamptz,
  add column code_id     uuid references invitation_code,
  add constraint registration_pending_check check ((status = 'PENDING') = (pending_for is not null));

create index registration_to_answer on registration (answer_by) where answer_by is not null;
create index registration_by_code on registration (code_id) where code_id is not null;
create index registration_by_activity on registration (activity_id, registered_at, id);
