-- What people want of the mails that they may stop. What they said of one registration comes before what they said of
-- their address; of what they said nothing of, they want all.
create table mail_choices (
    registration uuid not null,
    topic text not null,
    wanted boolean not null,
    chosen_at timestamptz not null default now(),
    primary key (registration, topic)
);

create table address_choices (
    address_key text not null,
    topic text not null,
    wanted boolean not null,
    chosen_at timestamptz not null default now(),
    primary key (address_key, topic)
);

-- Addresses to which nothing is sent: their mail came back, or an organiser said so.
create table suppressions (
    id bigint generated always as identity primary key,
    address_key text not null unique,
    cause text not null,
    reply text,
    delivery bigint,
    since timestamptz not null default now()
);
