-- What is known of activities, as their events told it. Revision 0 is a placeholder: a registration or a
-- reminder came first, and the row is there so that it can be locked.
create table activities (
    id uuid primary key,
    revision bigint not null default 0,
    slug text,
    kind text,
    status text,
    language text,
    title jsonb not null default '{}',
    summary jsonb not null default '{}',
    organizers text[] not null default '{}',
    cancellation_reason text
);

create table sessions (
    id uuid primary key,
    activity uuid not null references activities,
    revision bigint not null,
    status text not null,
    title jsonb not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    time_zone text not null
);
create index sessions_of_activity on sessions (activity);

-- Orders what concerns a whole audience and those who join it: who joined before a notice has the lower number.
-- Both draw theirs while they hold the activity's lock, so the order is the order of the locks.
create sequence arrivals;

-- activity is null while only the contact is known; audience_since is null until registration, contact and
-- activity are all known, and until then nothing is planned for it.
create table registrations (
    id uuid primary key,
    activity uuid references activities,
    revision bigint not null default 0,
    status text,
    sessions uuid[],
    registered_at timestamptz,
    confirmed_at timestamptz,
    link_version int not null default 0,
    occasions jsonb not null default '{}',
    attended uuid[] not null default '{}',
    audience_since bigint
);
create index registrations_of_activity on registrations (activity, id);

-- The only table with personal data.
create table contacts (
    registration uuid primary key,
    email text not null,
    name text not null,
    language text,
    time_zone text
);
create index contacts_by_address on contacts (lower(email));

create table recordings (
    id uuid primary key,
    activity uuid not null references activities,
    session uuid,
    state text not null,
    title text not null,
    access text not null,
    published_at timestamptz not null,
    watch_path text not null
);
create index recordings_of_activity on recordings (activity);

-- What concerns an activity's whole audience, and how far it has been passed on. Whoever joins the audience later
-- looks here.
create table notices (
    id bigint primary key default nextval('arrivals'),
    activity uuid not null references activities,
    kind text not null,
    about uuid,                       -- the session, or the recording
    distance text not null default '',
    revision bigint not null default 0,
    session uuid,                     -- whom it concerns: null for everyone of the activity
    attendees_only boolean not null default false,
    cut_off timestamptz not null,     -- by registration-service's clock
    expires_at timestamptz,
    previous jsonb,                   -- the old times of a session that was moved
    noticed_at timestamptz not null default now(),
    reached uuid,                     -- registrations up to this one have been planned for
    finished boolean not null default false,
    unique nulls not distinct (activity, kind, about, distance, revision)
);
create index notices_to_pass_on on notices (id) where not finished;

-- One mail to one person. Without foreign keys: a reminder for a million people would lock a million rows.
create table deliveries (
    id bigint generated always as identity primary key,
    registration uuid not null,
    kind text not null,
    about uuid,
    distance text not null default '',
    revision bigint not null default 0,
    notice bigint,
    lane smallint not null,
    queued boolean not null default true,
    status text not null default 'QUEUED',
    due_at timestamptz not null default now(),
    expires_at timestamptz,
    planned_at timestamptz not null default now(),
    claim bigint,
    attempts int not null default 0,
    finished_at timestamptz,
    reply text,
    reason text,
    unique nulls not distinct (registration, kind, about, distance, revision)
) with (fillfactor = 70);
-- Claiming takes a row out of this index; the later mark touches no indexed column and stays on its page.
create index deliveries_queued on deliveries (lane, due_at, id) where queued;

-- A sender's hold on a handful of deliveries. Whoever renews it lives.
create table claims (
    id bigint generated always as identity primary key,
    sender uuid not null,
    deliveries bigint[] not null,
    lease_until timestamptz not null
);

-- Attempts that did not end with the mail accepted; the accepted one is in the delivery itself.
create table attempts (
    delivery bigint not null,
    number int not null,
    at timestamptz not null,
    outcome text not null,
    reply text,
    primary key (delivery, number, outcome)
);

-- What each person was last told of each session, recorded before the mail is sent: a repeat says the same.
-- method is null where they were told without a calendar entry.
create table tellings (
    registration uuid not null,
    session uuid not null,
    method text,
    sequence int not null,
    slot jsonb not null,
    previous jsonb,
    told_by bigint not null,
    primary key (registration, session)
);

-- The registration's revision that a mail last told in full, and which mail that was.
create table overviews (
    registration uuid primary key,
    revision bigint not null,
    told_by bigint not null
);
