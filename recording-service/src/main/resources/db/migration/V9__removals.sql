-- What was removed with a recording, and since when it is known that storage holds no byte of it. It outlives the recording.
create table removal (
    recording    uuid primary key,
    files        text[]      not null,
    bytes        bigint      not null,
    requested_at timestamptz not null,
    confirmed_at timestamptz
);
create index removal_unconfirmed on removal (requested_at) where confirmed_at is null;
