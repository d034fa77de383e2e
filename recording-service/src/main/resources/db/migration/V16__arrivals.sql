-- What live rooms told of: once each. An address and what opens it stay until they are used.
create table arrival (
    id                   uuid        primary key,
    source               text        not null,
    external_id          text        not null,
    room                 text        not null,
    topic                text        not null,
    started_at           timestamptz not null,
    ended_at             timestamptz not null,
    url                  text,
    authorization_header text,
    state                text        not null,   -- WAITING, ASSIGNED, IGNORED
    reason               text,                   -- why it waits
    recording            uuid        references recording on delete set null,
    told_at              timestamptz not null,
    unique (source, external_id)
);

create index on arrival (started_at) where state = 'WAITING';

-- Transcripts that were told of, until they are captions.
create table transcript (
    id                   uuid        primary key,
    source               text        not null,
    external_id          text        not null,
    room                 text        not null,
    started_at           timestamptz not null,   -- as its recording was
    url                  text,
    authorization_header text,
    next_at              timestamptz,            -- null: it is kept, or was given up
    told_at              timestamptz not null,
    unique (source, external_id)
);

create index on transcript (next_at) where next_at is not null;

-- Which rooms belong to what.
create table room (
    source   text not null,
    room     text not null,
    activity uuid not null,
    session  uuid,
    primary key (source, room)
);

alter table import add authorization_header text;
