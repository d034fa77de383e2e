-- What organisers wrote. It never changes.
create table messages (
    id uuid primary key,
    activity uuid not null references activities,
    subject jsonb not null,
    text jsonb not null,
    sent_at timestamptz not null
);

-- Whom a message is for and who has not joined its activity's audience yet. Whoever joins is taken out, and gets the mail.
create table addressees (
    registration uuid not null,
    message uuid not null,
    primary key (registration, message)
);
