-- Whose mails organisers hold back: those of an activity, or all of them (activity is null).
create table pauses (
    activity uuid,
    since timestamptz not null default now(),
    paused_by text not null,
    -- Nothing is held back any more; what was is put back into the queue, some at a time.
    lifted boolean not null default false,
    unique nulls not distinct (activity)
);

-- An activity's mails that are not to go, of those planned until then. The row is there until each of them is cancelled.
create table cancellations (
    id bigint generated always as identity primary key,
    activity uuid not null,
    planned_until timestamptz not null,
    reached uuid,                                -- registrations up to this one have been seen to
    some_left boolean not null default false,    -- senders have some of theirs in hand: another round is needed
    round int not null default 0
);

-- Who paused, resumed or cancelled what.
create table interventions (
    id bigint generated always as identity primary key,
    what text not null,
    activity uuid,
    account text not null,
    organizer text not null,
    at timestamptz not null default now()
);

alter table deliveries
    -- With HELD the activity, so that what is held for it is found without its registrations.
    add column held_for uuid,
    -- Null: due_at. Else that has been moved since, and lateness counts from here.
    add column first_due_at timestamptz,
    -- It was told to come back when it is its turn at a pace.
    add column paced boolean not null default false;
create index deliveries_held on deliveries (held_for, lane) where held_for is not null;

-- How fast mails may go, to a domain or in all ('*'): tokens by the database's clock, and per lane when the line of those who
-- were told to come back ends.
create table paces (
    name text primary key,
    tokens double precision not null,
    refilled_at timestamptz not null default clock_timestamp(),
    transactional_until timestamptz not null default '-infinity',
    time_critical_until timestamptz not null default '-infinity',
    bulk_until timestamptz not null default '-infinity'
);
