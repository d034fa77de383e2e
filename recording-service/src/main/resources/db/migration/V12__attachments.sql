-- Slides and handouts. A row is there before its file, so that a crash leaves none behind.
create table attachment (
    recording  uuid        not null references recording on delete cascade,
    name       text        not null,   -- as its reader will save it
    file       uuid        not null unique,
    size       bigint,                 -- null: it is still arriving
    begun_at   timestamptz not null,
    primary key (recording, name)
);
