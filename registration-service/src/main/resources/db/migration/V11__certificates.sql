-- Who attended so much of the live time that they had chosen, and that took place, gets a certificate; null: nobody does.
alter table activity add column certificate_percent integer check (certificate_percent between 1 and 100);

-- Names and titles are not kept here: they are shown as they are written today.
create table certificate (
  id                uuid primary key,
  registration_id   uuid        not null references registration on delete cascade,
  code              text        not null unique,
  minutes           integer     not null check (minutes > 0),
  session_ids       uuid[]      not null,
  issued_at         timestamptz not null,
  revoked_at        timestamptz,
  revocation_reason text,
  check ((revoked_at is null) = (revocation_reason is null))
);

-- Whoever issues, and however often: a registration has one at most that is valid. Revoked ones stay known as such.
create unique index certificate_valid on certificate (registration_id) where revoked_at is null;
create index certificate_by_registration on certificate (registration_id, issued_at);
