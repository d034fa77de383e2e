-- Which mails the organiser does not want to be sent (Muted), and what those who came are asked to answer.
alter table activities
    add column muted text[] not null default '{}',
    add column survey text,
    -- Whether it is known of every live session who came to it.
    add column attendance_settled boolean not null default false,
    -- Of a series: for how long what is new in it is gathered before its subscribers are told. Null: each is told at once.
    add column digest interval;
