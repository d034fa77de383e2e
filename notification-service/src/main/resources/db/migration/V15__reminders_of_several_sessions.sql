-- Of a reminder: the other sessions that its mail told of as well, each as 'session/revision' (Reminded).
alter table deliveries add column also text[] not null default '{}';
