-- How mails reach the person of a registration, as it was told last (Reaches); no row: they do, all of them.
create table reach (
    registration uuid primary key,
    revision bigint not null,
    because text,
    since timestamptz,
    unsubscribed text[] not null default '{}'
);
