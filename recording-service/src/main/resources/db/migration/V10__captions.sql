create table caption (
    recording  uuid        not null references recording on delete cascade,
    language   text        not null,
    text       text        not null,   -- WebVTT
    cues       int         not null,
    later_ms   bigint      not null default 0,   -- than the text says: what is shown begins elsewhere since it was timed
    changed_at timestamptz not null,
    primary key (recording, language)
);
