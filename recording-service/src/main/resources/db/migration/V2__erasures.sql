-- Which registrations were erased, and whether anything was known of them: registration-service is told, however often and in
-- whatever order it asks.
create table erased_registration (
    id    uuid primary key,
    known boolean not null
);
