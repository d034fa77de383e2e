-- What is asked of everyone who signs up; null: nothing.
alter table activity add column form jsonb;

-- Each version as it was asked. None is ever changed.
create table sign_up_form (
  activity_id uuid    not null references activity on delete cascade,
  version     integer not null,
  form        jsonb   not null,
  primary key (activity_id, version)
);

-- What the person answered and agreed to, with the version of the form; null: nothing was asked.
alter table registration add column answers jsonb;
