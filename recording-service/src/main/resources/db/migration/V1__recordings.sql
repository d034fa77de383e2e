-- What others have told us. No foreign keys between these: events of different topics overtake each other.
create table activity (
    id        uuid primary key,
    slug      text   not null,
    language  text   not null,
    title     jsonb  not null,
    sessions  uuid[] not null
);
create index activity_by_slug on activity (slug);

create table registration (
    id           uuid primary key,
    activity     uuid    not null,
    status       text    not null,
    link_version int     not null,
    sessions     uuid[],          -- null: every session, also later ones
    attended     uuid[]  not null
);

create table recording (
    id           uuid primary key,
    revision     bigint      not null,
    activity     uuid        not null,
    session      uuid,
    title        text        not null,
    language     text        not null,
    access       text        not null check (access in ('PUBLIC', 'REGISTRANTS', 'ATTENDEES')),
    link         text,
    state        text        not null check (state in ('AWAITING_UPLOAD', 'UPLOADING', 'PROCESSING', 'READY', 'SCHEDULED',
                                                       'PUBLISHED', 'RETRACTED', 'FAILED')),
    reason       text,
    created_at   timestamptz not null,
    due_at       timestamptz,
    published_at timestamptz,
    media_file   text,
    media_secret text,
    media_kind   text,
    media_size   bigint,
    media_sha256 text,
    check (state <> 'SCHEDULED' or due_at is not null),
    check (state <> 'PUBLISHED' or published_at is not null),
    check (state not in ('READY', 'SCHEDULED', 'PUBLISHED') or link is not null or media_file is not null),
    check (state <> 'RETRACTED' or media_file is null)
);
create index recording_by_activity on recording (activity, created_at, id);
create index recording_due on recording (due_at) where state = 'SCHEDULED';

-- How much has arrived is not kept here: the file's own length says it, also after a crash.
create table upload (
    id         uuid primary key,
    recording  uuid        not null unique references recording on delete cascade,
    length     bigint,
    metadata   text,
    finished   boolean     not null default false,
    touched_at timestamptz not null
);

-- Files that nothing refers to any more, until they are really gone.
create table discarded_file (
    name text primary key
);
