-- What belongs together in a feed. Of activities, as far as they were told since this is kept.
create table series (
    id       uuid  primary key,
    slug     text  not null,
    language text,            -- null as long as the series itself was not told of
    title    jsonb not null,
    summary  jsonb,
    since    timestamptz not null
);

create index on series (slug);

alter table activity
    add series     uuid,
    add organizers text[] not null default '{}';

create index on activity (series);
