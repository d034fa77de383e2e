-- A calendar of all that an address is registered for: made when its owner asks for their links, gone with the last registration.
-- Its link is signed, not stored.
create table calendar_feed (
  id         uuid        primary key,
  email_key  text        not null unique,
  created_at timestamptz not null
);
