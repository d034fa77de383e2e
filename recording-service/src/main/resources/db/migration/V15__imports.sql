-- Files that are fetched from elsewhere, until they have arrived. An address may be a secret, and is kept no longer than needed.
create table import (
    upload   uuid        primary key references upload on delete cascade,
    url      text        not null,
    sha256   text,                  -- which it must have
    etag     text,                  -- of what has been fetched of it so far
    attempts int         not null,  -- that failed
    reason   text,                  -- why the last of them did
    asked_at timestamptz not null,
    next_at  timestamptz            -- null: every byte is there
);

create index on import (next_at);
