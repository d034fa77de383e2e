-- Who was erased by whose wish, and what every service says that it deleted. No address: who has one can ask whether it was erased.
create table erasure (
  id           uuid primary key,
  number       bigint      not null generated always as identity unique,
  subject      text        not null check (subject in ('PERSON', 'REGISTRATION')),
  -- An HMAC of the address as it is compared; null: it was not asked for by address.
  address_seal text,
  asked_at     timestamptz not null,
  -- Null: the person, by a link of their own.
  account      text,
  account_name text,
  -- What this service deleted, in the transaction that asked the others: a number by kind.
  deleted      jsonb       not null,
  check ((account is null) = (account_name is null))
);
create index erasure_by_address on erasure (address_seal) where address_seal is not null;

-- What the others are asked at once, and answer at once. Its id is the key of the event.
create table erasure_part (
  id         uuid primary key,
  erasure_id uuid not null references erasure
);
create index erasure_part_of on erasure_part (erasure_id);

-- Registrations and invitations to speak. No reference: they are gone.
create table erased_registration (
  id           uuid primary key,
  part_id      uuid not null references erasure_part,
  address_seal text not null
);
create index erased_registration_by_part on erased_registration (part_id);
create index erased_registration_by_address on erased_registration (address_seal);

create table erasure_answer (
  part_id     uuid        not null references erasure_part,
  service     text        not null,
  answered_at timestamptz not null,
  deleted     jsonb       not null,
  primary key (part_id, service)
);
