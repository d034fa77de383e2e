-- How much of each registration was erased, by kind: registration-service is told, however often and in whatever order it asks.
-- Who has a row of the kind 'registrations' will never be known again.
create table erased (
    registration uuid not null,
    what text not null,
    number int not null,
    primary key (registration, what)
);

-- Of whose mail nothing but that it went is kept: what a server answers later is not written down any more.
alter table deliveries add column erased boolean not null default false;
