-- Events that are committed and not yet acknowledged by Kafka, in the order of their ids.
create table outbox (
    id         bigint generated always as identity primary key,
    event_id   uuid        not null default gen_random_uuid(),
    bucket     smallint    not null,
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    payload    text,
    created_at timestamptz not null
) with (
    -- Every row is deleted soon after it was inserted: what counts is how many are dead, not which share.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000
);

create index outbox_by_bucket on outbox (bucket, id);

-- The highest revision of each aggregate of other services that was applied here.
create table intake (
    kind     text   not null,
    key      text   not null,
    revision bigint not null,
    primary key (kind, key)
);
