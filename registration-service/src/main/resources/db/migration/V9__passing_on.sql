-- A registration that waits to take over another one's place, or its mails. No reference: the other one may be erased first.
alter table registration
  add column takes_over    uuid,
  add column takes_over_as text check (takes_over_as in ('NEW_ADDRESS', 'COLLEAGUE')),
  add constraint registration_takeover_check check ((takes_over is null) = (takes_over_as is null)
    and (takes_over is null or pending_for = 'ADDRESS'));

create index registration_takeover on registration (takes_over) where takes_over is not null;

-- The same constraint the other way round also finds all that is registered under an address.
alter table registration
  add constraint registration_email_key_activity_id_key unique (email_key, activity_id),
  drop constraint registration_activity_id_email_key_key;
