-- Who asked what is held, of which registrations. No address, and nothing of what this service holds: that is read when it is shown.
create table export (
  id           uuid primary key,
  -- The revision of what the other services are asked.
  number       bigint      not null generated always as identity unique,
  subject      text        not null check (subject in ('PERSON', 'REGISTRATION')),
  asked_at     timestamptz not null,
  -- Null: the person, by a link of their own.
  account      text,
  account_name text,
  check ((account is null) = (account_name is null))
);

-- Registrations and invitations to speak; who erases one deletes it here too.
create table exported_registration (
  export_id       uuid not null references export on delete cascade,
  registration_id uuid not null,
  primary key (export_id, registration_id)
);
create index exported_registration_by_id on exported_registration (registration_id);

create table exported_code (
  export_id uuid not null references export on delete cascade,
  code_id   uuid not null references invitation_code on delete cascade,
  primary key (export_id, code_id)
);
create index exported_code_by_id on exported_code (code_id);

-- The newest of each service, for as long as an export is about the registration.
create table export_answer (
  registration_id uuid        not null,
  service         text        not null,
  export_number   bigint      not null,
  answered_at     timestamptz not null,
  held            jsonb       not null,
  primary key (registration_id, service)
);
