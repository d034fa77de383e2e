-- How often somebody began to watch, by day: nothing of who it was.
create table recording_views (
    recording uuid   not null references recording on delete cascade,
    day       date   not null,   -- in UTC
    views     bigint not null,
    primary key (recording, day)
);
