-- Whom mails do not reach and who stopped some of them, as notification-service tells it, of registrations and invitations to speak.
-- No row: they reach them, all of them. No reference: whoever erases one takes its row along (ForgettingReach), and the consumer, which
-- takes many at once, must not wait for locks of registrations.
create table reach (
  registration_id uuid primary key,
  -- Null: they are reachable.
  because         text,
  since           timestamptz,
  unsubscribed    text[] not null
);
