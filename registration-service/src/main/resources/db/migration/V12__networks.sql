-- Who runs a part of the programme, and in whose name its mail goes out. Texts are JSON objects from a BCP 47 language to the text.
create table network (
  id             uuid primary key,
  revision       bigint      not null,
  slug           text        not null unique,
  name           text        not null,
  language       text        not null,
  logo           jsonb,      -- {url, alt}
  website        text,
  -- Null: the installation's own address.
  sender_address text,
  reply_to       text,
  imprint        jsonb       not null,
  -- {text, url}; what an activity of its own says goes first.
  privacy_notice jsonb,
  created_at     timestamptz not null
);

-- Null: nobody in particular; such a part of the programme goes by the installation's name alone.
alter table activity add column network_id uuid references network;
create index activity_by_network on activity (network_id) where network_id is not null;
