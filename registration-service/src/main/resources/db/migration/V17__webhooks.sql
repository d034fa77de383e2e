-- Addresses elsewhere that are told what happens, and what they were told.
create table webhook (
  id              uuid primary key,
  url             text        not null,
  -- Null: every type, also one that is added later.
  events          text[],
  description     text,
  created_at      timestamptz not null,
  -- Since when no attempt has succeeded; null: the last one did, or none was made.
  failing_since   timestamptz,
  disabled_at     timestamptz,
  disabled_reason text,
  check ((disabled_at is null) = (disabled_reason is null))
);

-- All that have not expired sign; never in clear.
create table webhook_secret (
  webhook_id uuid        not null references webhook on delete cascade,
  created_at timestamptz not null,
  sealed     bytea       not null,
  expires_at timestamptz,
  primary key (webhook_id, created_at)
);

create table webhook_message (
  id              uuid primary key,
  type            text        not null,
  -- Whose it tells of; no reference: the message goes when the registration is erased.
  registration_id uuid,
  -- The body as it is signed, the same at every attempt.
  payload         text        not null,
  created_at      timestamptz not null
);

create index webhook_message_of_registration on webhook_message (registration_id) where registration_id is not null;
create index webhook_message_by_age on webhook_message (created_at);

create table webhook_delivery (
  id              bigint generated always as identity primary key,
  webhook_id      uuid        not null references webhook on delete cascade,
  message_id      uuid        not null references webhook_message on delete cascade,
  status          text        not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts        integer     not null default 0,
  status_code     integer,
  error           text,
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  -- Who is at it, and until when nobody else may be.
  claim           uuid,
  claimed_until   timestamptz,
  unique (message_id, webhook_id),
  check ((status = 'PENDING') = (next_attempt_at is not null))
);

create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at, id) where status = 'PENDING';
create index webhook_delivery_claimed on webhook_delivery (webhook_id) where claim is not null;
create index webhook_delivery_of_webhook on webhook_delivery (webhook_id, id);
