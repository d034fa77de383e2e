-- Who has looked at a recording and found it right.
create table approval (
    recording   uuid primary key references recording on delete cascade,
    approved_by text        not null,
    approved_at timestamptz not null
);

-- Which speakers have let it be shown.
create table speaker_release (
    recording uuid    not null references recording on delete cascade,
    position  int     not null,
    speaker   text    not null,
    released  boolean not null,
    note      text,
    primary key (recording, position)
);
