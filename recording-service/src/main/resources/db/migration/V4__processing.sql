-- How a recording is made ready to be watched. It stays as long as its source does: a retry begins where it failed.
create table processing (
    recording      uuid primary key references recording on delete cascade,
    state          text        not null check (state in ('WAITING', 'DONE', 'FAILED', 'CANCELLED')),
    source         text        not null,   -- the file that arrived
    probe          jsonb       not null,   -- what is in it
    starts_at_ms   bigint,                 -- of the source, what comes before is left out
    ends_at_ms     bigint,
    waiting_since  timestamptz not null,
    tries          int         not null default 0,  -- since a step was last finished
    worker         uuid,
    leased_until   timestamptz             -- by the database's clock: instances' clocks differ
);
create index processing_waiting on processing (waiting_since) where state = 'WAITING';

create table processing_step (
    recording uuid not null references processing on delete cascade,
    position  int  not null,
    name      text not null,
    state     text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    progress  int  not null default 0,
    file      uuid,                        -- what it is writing, while it runs
    result    jsonb,                       -- what later steps need to know of it
    primary key (recording, name)
);

-- What processing made, and what is played instead of the source.
create table rendition (
    recording  uuid   not null references recording on delete cascade,
    name       text   not null,            -- the last part of its address
    file       text   not null unique,
    media_type text   not null,
    size       bigint not null,
    width      int,
    height     int,
    bandwidth  int,                        -- bits per second at most, of one with a playlist
    codecs     text,
    playlist   text,
    primary key (recording, name)
);
