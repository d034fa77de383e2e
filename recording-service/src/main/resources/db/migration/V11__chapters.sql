-- When the sessions are and what they are called, as far as they were told since this is kept.
alter table activity add slots jsonb not null default '[]';

create table chapter (
    recording uuid   not null references recording on delete cascade,
    position  int    not null,
    start_ms  bigint not null,   -- of the recording as it is shown; negative: before its beginning
    title     text   not null,
    speakers  text[] not null,
    primary key (recording, position)
);
