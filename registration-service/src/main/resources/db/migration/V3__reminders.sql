-- db-scheduler's own table, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- A reminder that has been announced is not announced again, although its task may run twice.
create table reminder_announced (
  session_id       uuid        not null references session on delete cascade,
  session_revision bigint      not null,
  distance         text        not null,
  announced_at     timestamptz not null,
  primary key (session_id, session_revision, distance)
);
