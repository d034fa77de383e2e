-- Who holds parts of the programme, as their events told it; mails of their activities go out in their names.
create table networks (
    id uuid primary key,
    slug text not null,
    name text not null,
    language text not null,
    logo jsonb,
    -- Null: the installation's own address.
    sender_address text,
    reply_to text,
    imprint jsonb not null,
    -- Where everyone reads its imprint and its privacy notice: a path below the public address.
    page text not null
);

-- In whose name it is held, whether that network is known yet or not; null: in that of the installation alone.
alter table activities add column network uuid;
